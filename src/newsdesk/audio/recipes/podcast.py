"""Podcasts: the site, each section, and the day's news composed into one clip.

RSS 2.0 with Apple's elements (https://podcasters.apple.com/support/823-podcast-requirements) and those of the podcast
namespace (https://podcastindex.org/namespace/1.0). An item keeps its guid whatever becomes of its sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.card import Card
from newsdesk.article.clip import Clip, path
from newsdesk.article.people import Subject
from newsdesk.article.text import printable
from newsdesk.audio.recipes.podcast_rss import written
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import FRAME, Stage, Wanted, addressed, recipe
from newsdesk.press.shelves.base import Printed

NEWEST = 30
TODAY = "today"
PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of ``podcast:guid``, as its specification gives it."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """One clip; ``guid`` is the article's, or the composed clip's name on this site; ``label`` says who reads."""

    guid: str
    title: str
    url: str
    published: datetime
    summary: str
    authors: tuple[str, ...]
    mp3: str
    mp3_bytes: int
    seconds: float
    transcript: str
    label: str
    generated: bool
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Podcast:
    """``url`` is the page it belongs to, ``self_url`` its own address, ``cover`` a square picture of 1,400 pixels;
    items stand newest first.
    """

    title: str
    description: str
    language: str
    site_name: str
    url: str
    self_url: str
    cover: str
    guid: str
    items: tuple[Item, ...] = ()

    @property
    def updated(self) -> datetime:
        return max((item.published for item in self.items), default=NEVER)

    @property
    def generated(self) -> bool:
        """Whether any of it is read by a voice that learned from people."""
        return any(item.generated for item in self.items)


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == FRAME:
        yield from _fixed()
    elif (moved := addressed(kind, id, "section")) and (found := archive.subject(moved)):
        yield Wanted(links.podcast_path(found.slug), moved)


def _every(archive: Archive) -> Iterator[Wanted]:
    yield from _fixed()
    for id in archive.values("label"):
        found = archive.subject(id)
        if found and found.kind == "section":
            yield Wanted(links.podcast_path(found.slug), id)


def _fixed() -> Iterator[Wanted]:
    yield Wanted(links.podcast_path())
    yield Wanted(links.TODAY_PODCAST, TODAY)


def write(context: Podcast, frame: Frame) -> Printed:
    """The podcast as RSS."""
    return written(context)


@recipe("podcast", stage=Stage.FEED, route=r"^/podcasts/.+\.rss$", sheets_for=_sheets_for, every=_every, write=write)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> Podcast | None:
    if wanted.args == TODAY:
        return _today(archive, frame)
    if not wanted.args:
        items = _read(archive, frame, keys.AUDIO)
        return _podcast(frame, wanted.path, frame.site_name, frame.tagline or frame.site_name, links.LISTEN, items)
    section = archive.subject(wanted.args)
    if section is None or links.podcast_path(section.slug) != wanted.path:
        return None
    return _of_section(archive, frame, section, wanted.path)


def _of_section(archive: Archive, frame: Frame, section: Subject, path: str) -> Podcast:
    title = f"{section.name} – {frame.site_name}"
    items = _read(archive, frame, f"{keys.AUDIO}-{section.id}")
    return _podcast(frame, path, title, section.description or title, links.section_path(section.slug), items)


def _today(archive: Archive, frame: Frame) -> Podcast:
    title = gettext("Today in five minutes")
    clips = [(name, archive.clip(name)) for name in archive.composed()[:NEWEST]]
    items = tuple(_composed(name, clip, frame) for name, clip in clips if clip)
    words = gettext("The headlines of the day, each with what it is about, in one clip.")
    return _podcast(frame, links.TODAY_PODCAST, f"{title} – {frame.site_name}", words, links.LISTEN, items)


def _podcast(frame: Frame, own: str, title: str, description: str, home: str, items: tuple[Item, ...]) -> Podcast:
    return Podcast(
        title=printable(title),
        description=printable(description),
        language=frame.language,
        site_name=printable(frame.site_name),
        url=frame.url(home),
        self_url=frame.url(own),
        cover=frame.url(links.COVER),
        guid=str(uuid5(PODCASTS, frame.url(own).partition("://")[2])),
        items=items,
    )


def _read(archive: Archive, frame: Frame, listing: str) -> tuple[Item, ...]:
    cards = archive.cards(archive.front(listing).articles[:NEWEST])
    clips = [(card, archive.clip(article)) for article, card in cards.items()]
    return tuple(_article(card, clip, frame) for card, clip in clips if clip)


def _article(card: Card, clip: Clip, frame: Frame) -> Item:
    return Item(
        guid=links.urn(card.article),
        title=printable(card.headline),
        url=frame.url(card.path),
        published=card.first_published,
        summary=escape(printable(card.summary), quote=False),
        authors=tuple(printable(credit.name) for credit in card.byline if not credit.role),
        **_sound(clip, frame),
    )


def _composed(name: str, clip: Clip, frame: Frame) -> Item:
    return Item(
        guid=f"{frame.url(links.TODAY_PODCAST)}#{name}",
        title=printable(clip.title),
        url=frame.url(links.LISTEN),
        published=clip.made_at,
        summary=escape(printable(" ".join(f"{chapter.title}." for chapter in clip.chapters)), quote=False),
        authors=(),
        **_sound(clip, frame),
    )


def _sound(clip: Clip, frame: Frame) -> dict[str, Any]:
    return {
        "mp3": frame.url(path(clip.digest, "mp3")),
        "mp3_bytes": clip.mp3_bytes,
        "seconds": clip.seconds,
        "transcript": frame.url(path(clip.digest, "vtt")) if clip.has_words else "",
        "label": printable(clip.label),
        "generated": clip.kind == "trained",
        "reader": printable(clip.reader),
    }
