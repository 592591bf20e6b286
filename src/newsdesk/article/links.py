"""Slugs, permalinks and references: the ways one thing points at another.

A *reference* is ``article:<id>``, ``picture:<id>``, ``page:<id>`` or a plain URL. What a reference leads to is looked
up when a sheet is drawn, so that nothing printed goes stale; a frozen URL in a body is only ever somebody else's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

INTERNAL = ("article", "picture", "page")
SAFE_SCHEMES = ("http", "https", "mailto", "tel")

_LETTERS = """
а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch
ш sh щ shch ю iu я ia ё e ы y э e
"""
_PAIRS = iter(_LETTERS.split())
_CYRILLIC = dict(zip(_PAIRS, _PAIRS, strict=True)) | dict.fromkeys("ьъ’ʼ'", "")


@dataclass(frozen=True, slots=True)
class Reference:
    """``kind`` is one of ``INTERNAL`` or ``url``; ``target`` an id or the URL itself."""

    kind: str
    target: str


def parse_reference(href: str) -> Reference | None:
    """The reference written in ``href``, or None where it is neither ours nor a URL of a harmless scheme."""
    kind, colon, target = href.partition(":")
    if colon and kind in INTERNAL and target:
        return Reference(kind, target)
    parts = urlsplit(href)
    if parts.scheme in SAFE_SCHEMES and (parts.netloc or parts.path):
        return Reference("url", href)
    return None


def slugify(words: str, length: int = 60) -> str:
    """A URL part of ASCII letters, digits and hyphens, cut at a word; ``item`` where nothing is left.

    Ukrainian is transliterated by the Cabinet of Ministers' table of 2010 (resolution 55), without its word-initial
    forms.
    """
    lowered = "".join(_CYRILLIC.get(c, c) for c in words.lower())
    ascii_only = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if len(slug) > length:
        slug = slug[: length + 1].rsplit("-", 1)[0][:length].strip("-")
    return slug or "item"


def permalink(first_published: datetime, slug: str, attempt: int = 1) -> str:
    """``/2026/03/17/slug/``; a second article of that day and slug gets ``slug-2``. The time is in the newsroom's
    zone.
    """
    tail = slug if attempt == 1 else f"{slug}-{attempt}"
    return f"/{first_published:%Y/%m/%d}/{tail}/"


LISTEN = "/listen/"
COVER = "/podcasts/cover.png"
TODAY_PODCAST = "/podcasts/today.rss"


def podcast_path(section: str = "") -> str:
    """The podcast of a section by its slug, or of the whole site."""
    return f"/podcasts/section/{section}.rss" if section else "/podcasts/site.rss"


def section_path(slug: str) -> str:
    return f"/{slug}/"


def topic_path(slug: str) -> str:
    return f"/topics/{slug}/"


def author_path(slug: str) -> str:
    return f"/authors/{slug}/"


def source_path(slug: str) -> str:
    return f"/sources/{slug}/"


def page_path(slug: str) -> str:
    return f"/{slug}/"


def urn(id: str) -> str:
    """What never changes about something, whatever becomes of its address (RFC 9562)."""
    return f"urn:uuid:{id}"


def feed_path(kind: str, slug: str, format: str) -> str:
    """``/feeds/topic/ferries.rss``: the feed of a section or a topic."""
    return f"/feeds/{kind}/{slug}.{format}"


def leaf_path(front: str, serial: int) -> str:
    """``/topics/ferries/7/``: a leaf's serial number below the path of its front."""
    return f"{front}{serial}/"


FEED_FORMATS = ("rss", "atom")
FEED = "/feed/"
CORRECTIONS = "/corrections/"
RESERVED = frozenset(
    [
        "_",
        "audio",
        "authors",
        "corrections",
        "desk",
        "feed",
        "feeds",
        "healthz",
        "letters",
        "listen",
        "pictures",
        "podcasts",
        "robots",
        "search",
        "sign-up",
        "sitemap",
        "sitemaps",
        "sources",
        "static",
        "topics",
    ]
)
"""First parts of a path that no section and no standing page may take; nor may one made of digits only."""


def may_be_top_level(slug: str) -> bool:
    """Whether a section or a standing page may stand at ``/<slug>/``."""
    return slug not in RESERVED and not slug.isdigit() and slugify(slug, 80) == slug
