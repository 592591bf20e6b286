"""What an issue points at: absolute, of the site itself, and only what is live."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsdesk.archive.leading import leads_to
from newsdesk.archive.reader import Archive
from newsdesk.article import letter, picture
from newsdesk.article.body import PictureUse
from newsdesk.article.card import Card
from newsdesk.press.frame import Frame

WIDE_ENOUGH = 1280
"""Pixels: the column has 600, a sharp screen shows them twice."""


NAMED = "#picture"
"""Behind the address of a picture: SpamAssassin takes a long one that ends in .jpeg for a hiding place."""


@dataclass(frozen=True, slots=True)
class Photo:
    url: str
    alt: str
    caption: str
    credit: str


@dataclass(slots=True)
class Look:
    """Resolves references against the archive.

    With ``counted``, an issue's id, links go through ``/letters/<issue>/<n>/``, the same for every reader; ``counts``
    has the references that the numbers lead to, those of earlier drawings first.
    """

    archive: Archive
    frame: Frame
    counted: str = ""
    counts: list[str] = field(default_factory=list)

    def link(self, href: str) -> str:
        """The absolute URL a reference leads to; empty where it leads nowhere today."""
        found = leads_to(self.archive, href)
        return self._through(href, self.frame.url(found)) if found else ""

    def to_card(self, card: Card) -> str:
        return self._through(f"article:{card.article}", self.frame.url(card.path))

    def card(self, article: str) -> Card | None:
        return self.archive.card(article)

    def _through(self, reference: str, url: str) -> str:
        if not self.counted or not url.startswith(("https:", "http:")):
            return url
        if reference not in self.counts:
            self.counts.append(reference)
        return self.frame.url(letter.counted_path(self.counted, self.counts.index(reference) + 1))

    def photo(self, use: PictureUse) -> Photo | None:
        """A file every mail program shows; None while none has been made."""
        found = self.archive.picture(use.picture)
        if found is None or not found.widths or "jpeg" not in found.formats:
            return None
        width = max((width for width in found.widths if width <= WIDE_ENOUGH), default=min(found.widths))
        url = self.frame.url(picture.file_path(found.digest, width, "jpeg")) + NAMED
        return Photo(url, use.alt or found.alt, use.caption or found.caption, found.credit)
