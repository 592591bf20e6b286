"""One published version of an article: immutable and numbered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from newsdesk.article.body import Body, PictureUse
from newsdesk.article.byline import Credit, Dateline
from newsdesk.article.correction import Correction
from newsdesk.article.source import Statement

Kind = Literal["news", "brief", "explainer", "analysis", "opinion", "investigation"]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Label:
    """A section or a topic: the id, to resolve today's name, and the name as printed."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One published version of an article.

    ``article`` is the article's UUID, the only thing that crosses from the desk; ``number`` counts from 1 and is
    given by the archive (0 until then). All times are aware and in UTC. ``first_published`` is the article's,
    ``published_at`` this edition's. ``urgency`` runs from 1 (highest) to 9. ``late_by`` is how many seconds after its
    due time a scheduled edition came out, 0 where it was in time.
    """

    article: str
    kind: Kind
    language: str
    slugline: str
    slug: str
    headline: str
    first_published: datetime
    published_at: datetime
    standfirst: str = ""
    byline: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    section: Label | None = None
    topics: tuple[Label, ...] = ()
    urgency: int = 5
    picture: PictureUse | None = None
    body: Body = ()
    related: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    statements: tuple[Statement, ...] = ()
    embargoed_until: datetime | None = None
    late_by: int = 0
    number: int = 0
