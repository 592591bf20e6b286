"""The sitemap index, a part for each month in which something was first published, one of letters, one of what stays.

https://www.sitemaps.org/protocol.html

No part states a ``lastmod``: it would have to be true, and then a fix in the body of an old article would draw its
month's part as well as its own sheet. So a part reads its month's listing and no card, a publish draws one part, and
the index is drawn when a month is new. A part may hold 50,000 addresses, which is a month of 1,600 articles a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import letter, links
from newsdesk.feeds import paths, urlset
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe
from newsdesk.press.shelves.base import Printed


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Absolute URLs, in order."""

    urls: tuple[str, ...]


def write_index(context: Sitemap, frame: Frame) -> Printed:
    return urlset.locations("sitemapindex", "sitemap", context.urls)


def write_part(context: Sitemap, frame: Frame) -> Printed:
    return urlset.locations("urlset", "url", context.urls)


_index_for, _every_index = fixed(paths.SITEMAP)
_pages_for, _every_pages = fixed(paths.PAGES_SITEMAP)
_letters_for, _every_letters = fixed(paths.LETTERS_SITEMAP)


def _part_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == "front" and id.startswith(keys.MONTH):
        yield _part(id.removeprefix(keys.MONTH))


def _every_part(archive: Archive) -> Iterator[Wanted]:
    yield from map(_part, archive.months())


def _part(month: str) -> Wanted:
    return Wanted(paths.month(month), month)


@recipe(
    "sitemap-index", stage=Stage.FEED, route=r"^/sitemap\.xml$",
    sheets_for=_index_for, every=_every_index, write=write_index,
)  # fmt: skip
def index(archive: Archive, frame: Frame, wanted: Wanted) -> Sitemap:
    """The addresses of all parts, the newest month first."""
    parts = [paths.PAGES_SITEMAP, paths.LETTERS_SITEMAP, *map(paths.month, archive.months())]
    return Sitemap(tuple(map(frame.url, parts)))


@recipe(
    "sitemap-month", stage=Stage.FEED, route=r"^/sitemaps/\d{4}-\d\d\.xml$",
    sheets_for=_part_for, every=_every_part, write=write_part,
)  # fmt: skip
def month(archive: Archive, frame: Frame, wanted: Wanted) -> Sitemap:
    """The permalinks of what was first published in a month (``2026-03``) and is live."""
    return Sitemap(tuple(map(frame.url, archive.paths(keys.MONTH + wanted.args))))


@recipe(
    "sitemap-pages", stage=Stage.FEED, route=r"^/sitemaps/pages\.xml$",
    sheets_for=_pages_for, every=_every_pages, write=write_part,
)  # fmt: skip
def pages(archive: Archive, frame: Frame, wanted: Wanted) -> Sitemap:
    """The home page, the sections, the corrections, and what the menus lead to on this site."""
    menus = [link.path for link in (*frame.main_menu, *frame.footer_menu)]
    found = ["/", *(section.path for section in frame.sections), *menus, links.FEED, links.CORRECTIONS]
    return Sitemap(tuple(dict.fromkeys(frame.url(path) for path in found if path.startswith("/"))))


@recipe(
    "sitemap-letters", stage=Stage.FEED, route=r"^/sitemaps/letters\.xml$",
    sheets_for=_letters_for, every=_every_letters, write=write_part,
)  # fmt: skip
def letters(archive: Archive, frame: Frame, wanted: Wanted) -> Sitemap:
    """The letters readers can ask for, each with the web editions of its issues, newest first."""
    found = [letter.ALL]
    for one in filter(None, map(archive.letter, archive.letters())):
        found += [letter.letter_path(one.slug), *map(letter.path, archive.issues(one.id))]
    return Sitemap(tuple(map(frame.url, found)))
