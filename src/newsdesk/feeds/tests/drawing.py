"""Draws feeds the way the press does, from the real archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import feedparser
from defusedxml.ElementTree import fromstring

from newsdesk.archive.reader import Archive
from newsdesk.press.draw import draw, engine
from newsdesk.press.frame import Frame, Link, SectionLink
from newsdesk.press.recipe import Wanted, recipes
from newsdesk.press.shelves.base import Printed

SITE = "https://paper.example"
FRAME = Frame(
    site_name="The Osterholm Courier",
    site_url=SITE,
    language="en",
    time_zone="Europe/Oslo",
    tagline="News of the strait",
    footer_menu=(Link("About us", "/about/"), Link("Elsewhere", "https://else.example/")),
    sections=(SectionLink("harbour", "Harbour", "/harbour/"),),
)


@dataclass(frozen=True)
class Drawn:
    printed: Printed | None
    reads: frozenset[str]

    @property
    def text(self) -> str:
        assert self.printed
        return self.printed.body.decode()

    @property
    def xml(self) -> Element:
        return fromstring(self.text)

    @property
    def feed(self) -> Any:
        """As a feed reader understands it; ``bozo`` means that it is broken."""
        parsed = feedparser.parse(self.text.encode(), sanitize_html=False, resolve_relative_uris=False)
        assert not parsed.bozo, parsed.bozo_exception
        return parsed

    def locations(self) -> list[str]:
        return [str(found.text) for found in self.xml.iter() if found.tag.endswith("}loc")]


def drawn(recipe: str, path: str, args: str = "", frame: Frame = FRAME) -> Drawn:
    found = draw(recipes()[recipe], Wanted(path, args), Archive(), frame, engine([], {}))
    return Drawn(found.printed, found.reads)
