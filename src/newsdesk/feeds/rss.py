"""RSS 2.0: the whole site with full text, each section and topic in summaries.

https://www.rssboard.org/rss-specification

Names stand in Dublin Core, as RSS's own ``author`` must be an e-mail address; pictures in Media RSS
(https://www.rssboard.org/media-rss), as an enclosure must state its length.
"""

from __future__ import annotations

from typing import Any

from django.utils.feedgenerator import Rss201rev2Feed

from newsdesk.archive.reader import Archive
from newsdesk.feeds import paths
from newsdesk.feeds.feed import Entry, Feed, Photo
from newsdesk.feeds.gather import feed
from newsdesk.feeds.written import written
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe
from newsdesk.press.shelves.base import Printed

CONTENT_TYPE = "application/rss+xml"
_NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


class _Rss(Rss201rev2Feed):
    """Django's RSS with one ``dc:creator`` a name, the full text, the lead picture, and no look at the clock."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | _NAMESPACES

    def latest_post_date(self) -> Any:
        return self.feed["feed"].updated

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        for name in entry.names:
            handler.addQuickElement("dc:creator", name)
        if entry.language != self.feed["language"]:
            handler.addQuickElement("dc:language", entry.language)
        if entry.html:
            handler.addQuickElement("content:encoded", entry.html)
        if entry.photo:
            _add_photo(handler, entry.photo)


def _add_photo(handler: Any, photo: Photo) -> None:
    about = {"url": photo.url, "type": photo.content_type, "medium": "image", "width": str(photo.width)}
    handler.startElement("media:content", about)
    if photo.caption:
        handler.addQuickElement("media:description", photo.caption, {"type": "plain"})
    if photo.credit:
        handler.addQuickElement("media:credit", photo.credit, {"role": "photographer", "scheme": "urn:ebu"})
    handler.endElement("media:content")


def write(context: Feed, frame: Frame) -> Printed:
    """The feed as RSS."""
    return written(_Rss, context, CONTENT_TYPE)


_sheets_for, _every = paths.feeds("rss")


@recipe(
    "rss",
    stage=Stage.FEED,
    route=r"^/feeds/.+\.rss$",
    sheets_for=_sheets_for,
    every=_every,
    write=write,
    opens=paths.opens,
)
def rss(archive: Archive, frame: Frame, wanted: Wanted) -> Feed | None:
    return feed(archive, frame, wanted, "rss")
