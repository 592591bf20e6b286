"""One page of every kind of sheet a site has, found as a reader would: from its sitemap and by its links."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlsplit

LINKED = re.compile(r' href="(/(?:authors|topics)/[^"]+|/corrections/|/feed/|/listen/|(?:/[a-z0-9-]+)+/\d+/)"')
FEED = re.compile(r'<link rel="alternate" type="application/(?:rss|atom)\+xml"[^>]* href="([^"]+)"')
MORE = re.compile(r'"(/_/more/[^"]+)"')
BODY = r'<body class="%s">'
KINDS = {
    "home": BODY % "home",
    "section": r'href="/feeds/section/(?s:.*)' + BODY % "listing",
    "topic": BODY % "listing topic",
    "leaf": BODY % "listing leaf",
    "author (person)": r'"mainEntity":\{"@type":"Person"',
    "author (desk)": r'"mainEntity":\{"@type":"Organization"',
    "feed page": BODY % "listing feedpage",
    "listen": BODY % "listing listenpage" + r"(?s:.*)<news-player",
    "corrections": r'<link rel="canonical" href="[^"]+/corrections/">',
    "standing page": BODY % "reading standing",
    "article with picture": BODY % "reading k-news" + r'(?s:.*)<figure class="lead">',
    "article without picture": BODY % "reading k-(?!brief)[a-z]+" + r'(?s:(?!<figure class="lead">).)*$',
    "article that is read": BODY % r"reading k-(?!brief)[a-z]+" + r"(?s:.*)<news-player",
    "brief": BODY % "reading k-brief",
    "opinion": BODY % "reading k-opinion",
    "explainer": BODY % "reading k-explainer",
    "gallery": r'class="gallery"',
    "table": r'class="table"',
    "fact box": r'class="facts"',
    "pull quote": r'class="pull"',
    "embed": r'class="embed"',
    "correction": r'class="note ',
    "related card": r'class="card"',
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be judged; ``part`` where it is put into others and is never read alone."""

    kind: str
    path: str
    html: str
    status: int = 200
    part: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a site has: a sheet of each kind, its feeds, and the kinds there is nothing of."""

    sheets: tuple[Sheet, ...]
    feeds: tuple[str, ...]
    missing: tuple[str, ...]


def find(site: str, known: dict[str, str]) -> Found:
    """``known`` are paths that nothing links to, by their kind: a withdrawn article, one that has moved."""
    pages = _pages(site)
    more = {path for html in pages.values() for path in MORE.findall(html)}
    parts = {"rail": "/_/rail.html", "picks": "/_/picks.html", "more": min(more, default="")}
    sheets = [
        Sheet(kind, path, pages[path])
        for kind, pattern in KINDS.items()
        if (path := next((path for path, html in pages.items() if re.search(pattern, html)), None))
    ]
    sheets += [_sheet(site, kind, path) for kind, path in ({"404": "/nothing-stands-here/"} | known).items()]
    sheets += [_sheet(site, kind, path, part=True) for kind, path in parts.items() if path]
    kinds = {sheet.kind for sheet in sheets}
    feeds = dict.fromkeys(feed for html in pages.values() for feed in FEED.findall(html))
    return Found(tuple(sheets), tuple(feeds), tuple(kind for kind in (*KINDS, "410", "moved") if kind not in kinds))


def read(url: str) -> tuple[int, str]:
    """Status and text of what an address leads to, whatever the status."""
    try:
        with urllib.request.urlopen(url, timeout=20) as got:  # noqa: S310
            return got.status, got.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def _pages(site: str) -> dict[str, str]:
    """What the sitemap names, and what those pages link to: their texts by path, articles the newest first."""
    maps = _locations(read(f"{site}/sitemap.xml")[1])
    paths = [urlsplit(url).path for one in maps for url in _locations(read(site + urlsplit(one).path)[1])]
    pages = {path: read(site + path)[1] for path in paths}
    linked = {path for html in pages.values() for path in LINKED.findall(html)}
    return pages | {path: read(site + path)[1] for path in sorted(linked - pages.keys())}


def _sheet(site: str, kind: str, path: str, *, part: bool = False) -> Sheet:
    status, html = read(site + path)
    return Sheet(kind, path, html, status, part)


def _locations(xml: str) -> list[str]:
    return re.findall(r"<loc>([^<]+)</loc>", xml)
