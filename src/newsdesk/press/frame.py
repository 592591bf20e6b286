"""What every page shares: the paper's name, its menus, its language and its files.

A frame is read once a run. Its fingerprint stands on each sheet instead of an edge for each thing in it, so that a
new menu marks all sheets without a million rows of reads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; ``path`` is a path of the site or a URL."""

    words: str
    path: str


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A section of the main menu; ``id`` names its listing ``section-<id>``."""

    id: str
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of every page.

    ``site_url`` has no closing slash; ``direction`` is ``ltr`` or ``rtl``; ``assets`` maps a theme's file name
    (``css/site.css``) to the hashed path it is served at.
    """

    site_name: str
    site_url: str
    language: str
    time_zone: str
    tagline: str = ""
    direction: str = "ltr"
    main_menu: tuple[Link, ...] = ()
    footer_menu: tuple[Link, ...] = ()
    sections: tuple[SectionLink, ...] = ()
    assets: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def local(self, moment: datetime) -> datetime:
        """A moment in the newsroom's zone."""
        return moment.astimezone(self.zone)

    def url(self, path: str) -> str:
        """The absolute URL of a path of the site; what is a URL already (also ``mailto:``) stays as it is."""
        return path if urlsplit(path).scheme else self.site_url + path

    def asset(self, name: str) -> str:
        """Where a file of the theme is served; ``KeyError`` where the theme has none of that name."""
        return self.assets[name]

    @property
    def fingerprint(self) -> str:
        """Changes when anything in the frame or the theme does; 16 hex digits."""
        parts = (
            self.site_name, self.site_url, self.language, self.time_zone, self.tagline, self.direction,
            self.main_menu, self.footer_menu, self.sections, sorted(self.assets.items()), self.theme,
        )  # fmt: skip
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
