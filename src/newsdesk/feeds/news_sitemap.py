"""The news sitemap: articles of the last two days, for search engines that index news.

https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap

Two days are counted from the hour the archive was last told, so that the sheet stays a function of the archive. Briefs
are left out: two sentences are not an article there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile
from xml.etree.ElementTree import Element, SubElement

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.card import Card
from newsdesk.article.text import printable
from newsdesk.feeds import paths, urlset
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe
from newsdesk.press.shelves.base import Printed

NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"
REACH = timedelta(days=2)
AT_MOST = 1000


@dataclass(frozen=True, slots=True)
class Item:
    """``language`` is the two or three letters of ISO 639."""

    url: str
    title: str
    language: str
    published: datetime


@dataclass(frozen=True, slots=True)
class NewsSitemap:
    """``name`` is the paper's, as it stands on its pages; items newest first."""

    name: str
    items: tuple[Item, ...]


def write(context: NewsSitemap, frame: Frame) -> Printed:
    document = Element("urlset", {"xmlns": urlset.NAMESPACE, "xmlns:news": NAMESPACE})
    for item in context.items:
        _write_item(SubElement(document, "url"), context.name, item)
    return urlset.printed(document)


def _write_item(url: Element, name: str, item: Item) -> None:
    urlset.add(url, "loc", item.url)
    news = SubElement(url, "news:news")
    publication = SubElement(news, "news:publication")
    urlset.add(publication, "news:name", name)
    urlset.add(publication, "news:language", item.language)
    urlset.add(news, "news:publication_date", item.published.isoformat(timespec="seconds"))
    urlset.add(news, "news:title", item.title)


_sheets_for, _every = fixed(paths.NEWS_SITEMAP)


@recipe(
    "sitemap-news", stage=Stage.FEED, route=r"^/sitemaps/news\.xml$", sheets_for=_sheets_for, every=_every, write=write
)
def news_sitemap(archive: Archive, frame: Frame, wanted: Wanted) -> NewsSitemap:
    """Empty until the archive has been told an hour."""
    hour = archive.hour()
    recent = _since(archive, hour - REACH) if hour else iter(())
    items = (_item(card, frame) for card in recent if card.kind != "brief")
    return NewsSitemap(printable(frame.site_name), tuple(islice(items, AT_MOST)))


def _since(archive: Archive, start: datetime) -> Iterator[Card]:
    return takewhile(lambda card: card.first_published >= start, _newest_first(archive))


def _newest_first(archive: Archive) -> Iterator[Card]:
    """Every card of the river, a leaf at a time, as far as it is asked for."""
    front = archive.front(keys.RIVER)
    yield from archive.cards(front.articles).values()
    older = front.older
    while older and (leaf := archive.leaf(keys.RIVER, older.serial)):
        yield from archive.cards(leaf.articles).values()
        older = leaf.older


def _item(card: Card, frame: Frame) -> Item:
    return Item(
        url=frame.url(card.path),
        title=printable(card.headline),
        language=card.language.partition("-")[0].lower(),
        published=frame.local(card.first_published),
    )
