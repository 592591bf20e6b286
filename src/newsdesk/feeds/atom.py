"""Atom 1.0: the whole site with full text, each section and topic in summaries.

https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

from typing import Any

from django.utils.feedgenerator import Atom1Feed

from newsdesk.archive.reader import Archive
from newsdesk.feeds import paths
from newsdesk.feeds.feed import Entry, Feed
from newsdesk.feeds.gather import feed
from newsdesk.feeds.written import written
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe
from newsdesk.press.shelves.base import Printed

CONTENT_TYPE = "application/atom+xml"


class _Atom(Atom1Feed):
    """Django's Atom with one ``author`` a name, each entry's language, the full text, and no look at the clock."""

    def latest_post_date(self) -> Any:
        return self.feed["feed"].updated

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        language: str = item["entry"].language
        return {} if language == self.feed["language"] else {"xml:lang": language}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        for name in entry.names:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        if entry.html:
            handler.addQuickElement("content", entry.html, {"type": "html"})


def write(context: Feed, frame: Frame) -> Printed:
    """The feed as Atom; its author is the paper, which speaks for entries without a name."""
    return written(_Atom, context, CONTENT_TYPE)


_sheets_for, _every = paths.feeds("atom")


@recipe(
    "atom",
    stage=Stage.FEED,
    route=r"^/feeds/.+\.atom$",
    sheets_for=_sheets_for,
    every=_every,
    write=write,
    opens=paths.opens,
)
def atom(archive: Archive, frame: Frame, wanted: Wanted) -> Feed | None:
    return feed(archive, frame, wanted, "atom")
