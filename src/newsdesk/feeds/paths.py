"""Where the feeds and sitemaps stand."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.letter import Letter
from newsdesk.article.links import feed_path
from newsdesk.article.people import Subject
from newsdesk.press.recipe import FRAME, Every, SheetsFor, Wanted, addressed

ROBOTS = "/robots.txt"
SITEMAP = "/sitemap.xml"
NEWS_SITEMAP = "/sitemaps/news.xml"
NINJS = "/feeds/ninjs.json"
PAGES_SITEMAP = "/sitemaps/pages.xml"
LETTERS_SITEMAP = "/sitemaps/letters.xml"


def site(format: str) -> str:
    return f"/feeds/site.{format}"


def subject(subject: Subject, format: str) -> str:
    """``/feeds/topic/ferries.rss``"""
    return feed_path(subject.kind, subject.slug, format)


def month(month: str) -> str:
    """``/sitemaps/2026-03.xml``"""
    return f"/sitemaps/{month}.xml"


LETTER = "letter:"
"""How the arguments of a letter's feed begin; its id follows."""


def letter(letter: Letter, format: str) -> str:
    """``/feeds/letter/morning.rss``"""
    return feed_path("letter", letter.slug, format)


def opens(id: str) -> list[str]:
    """What a section's, topic's or letter's feed will read; nothing for the site's, which is one sheet."""
    if id.startswith(LETTER):
        return [id]
    return [keys.label(id), keys.front(f"section-{id}"), keys.front(f"topic-{id}")] if id else []


def feeds(format: str) -> tuple[SheetsFor, Every]:
    """``sheets_for`` and ``every`` of one format: a feed of the site, and one of each section, topic and letter."""

    def sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
        if kind == FRAME:
            yield Wanted(site(format))
        elif (moved := addressed(kind, id, "section", "topic")) and (found := archive.subject(moved)):
            yield Wanted(subject(found, format), moved)
        elif kind == "letter" and (one := archive.letter(id)):
            yield Wanted(letter(one, format), LETTER + id)

    def every(archive: Archive) -> Iterator[Wanted]:
        yield Wanted(site(format))
        for id in archive.values("label"):
            if found := archive.subject(id):
                yield Wanted(subject(found, format), id)
        for id in archive.values("letter"):
            yield from sheets_for(archive, "letter", id)

    return sheets_for, every
