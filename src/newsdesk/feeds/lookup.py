"""What a text points at, as a feed's reader finds it: absolute, and only what is live."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.archive.leading import leads_to
from newsdesk.archive.reader import Archive
from newsdesk.article import picture
from newsdesk.article.body import PictureUse
from newsdesk.article.card import Card
from newsdesk.article.text import printable
from newsdesk.feeds.feed import Photo
from newsdesk.press.frame import Frame
from newsdesk.press.shelves import media

WIDE_ENOUGH = 1280
"""Pixels: the widest file a feed shows, where there is one of that width or less."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Resolves references against the archive, which notes what was asked for."""

    archive: Archive
    frame: Frame

    def link(self, href: str) -> str:
        """The absolute URL a reference leads to; empty where it leads nowhere today."""
        found = leads_to(self.archive, href)
        return self.frame.url(found) if found else ""

    def card(self, article: str) -> Card | None:
        return self.archive.card(article)

    def photo(self, use: PictureUse) -> Photo | None:
        """A file of the picture in the format every reader knows; None while no file has been made."""
        found = self.archive.picture(use.picture)
        if found is None or not found.widths or not found.formats:
            return None
        width = max((w for w in found.widths if w <= WIDE_ENOUGH), default=min(found.widths))
        format = "jpeg" if "jpeg" in found.formats else found.formats[-1]
        path = picture.file_path(found.digest, width, format)
        return Photo(
            url=self.frame.url(path),
            content_type=media.content_type(path),
            width=width,
            caption=printable(use.caption or found.caption),
            credit=printable(found.credit),
        )

    def alt(self, use: PictureUse) -> str:
        found = self.archive.picture(use.picture)
        return use.alt or (found.alt if found else "")
