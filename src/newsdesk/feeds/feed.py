"""A feed as its two formats see it: plain values with absolute URLs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from newsdesk.article import links

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When an empty feed was last updated: both formats ask for a time, and the clock is none of a sheet's business."""


@dataclass(frozen=True, slots=True)
class Photo:
    """The lead picture's file: an absolute URL, its content type, its width in pixels, and the words to print."""

    url: str
    content_type: str
    width: int
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One article; ``summary`` is plain text, ``html`` its whole text, empty in a feed of summaries."""

    article: str
    url: str
    title: str
    summary: str
    language: str
    published: datetime
    updated: datetime
    names: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    html: str = ""
    photo: Photo | None = None

    @property
    def urn(self) -> str:
        """What never changes about an entry (RFC 9562), whatever becomes of its address."""
        return links.urn(self.article)


@dataclass(frozen=True, slots=True)
class Feed:
    """``url`` is the page the feed belongs to, ``self_url`` the feed's own address; entries stand newest first."""

    title: str
    description: str
    language: str
    site_name: str
    url: str
    self_url: str
    entries: tuple[Entry, ...] = ()

    @property
    def updated(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=NEVER)
