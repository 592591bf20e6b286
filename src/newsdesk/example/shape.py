"""The newsroom as its files say it: plain frozen values, in which everything is named by its slug, not yet by an id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from newsdesk.article.body import Body, PictureUse
from newsdesk.article.byline import Dateline
from newsdesk.article.correction import Correction
from newsdesk.article.edition import Kind
from newsdesk.article.menu import MenuItem

State = Literal["published", "draft", "submitted", "scheduled"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A section or a topic."""

    kind: Literal["section", "topic"]
    slug: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person or a desk; ``portrait`` is the slug of a photograph."""

    slug: str
    name: str
    title: str
    biography: str
    portrait: str
    email: str
    is_desk: bool = False


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture and everything that is written into its file.

    ``scene`` names what the painter draws. ``is_incomplete`` marks one whose caption, alt text or credit is missing on
    purpose, so that the desk has something to complain about.
    """

    slug: str
    scene: str
    caption: str
    alt: str
    creator: str
    credit: str
    copyright: str
    city: str
    taken_on: date
    keywords: tuple[str, ...] = ()
    focal_point: tuple[float, float] = (0.5, 0.5)
    is_incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """One name of a byline; ``role`` is empty for an author, else what is printed."""

    contributor: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One article or brief.

    ``published`` and ``updated`` are aware and in UTC; a draft, submitted for approval or not, has neither; a
    scheduled one has ``embargo``: how long after the day of loading it may come out. Links and cards in ``body`` and
    ``related`` hold sluglines, pictures hold slugs.
    """

    slugline: str
    kind: Kind
    headline: str
    section: str
    state: State = "published"
    standfirst: str = ""
    byline: tuple[Signature, ...] = ()
    dateline: Dateline | None = None
    topics: tuple[str, ...] = ()
    urgency: int = 5
    published: datetime | None = None
    updated: datetime | None = None
    embargo: timedelta | None = None
    picture: PictureUse | None = None
    body: Body = ()
    related: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A standing page; its path is ``/<slug>/``."""

    slug: str
    title: str
    summary: str
    body: Body


@dataclass(frozen=True, slots=True)
class Front:
    """A page ordered by hand: sluglines, the most important first."""

    lead: str
    seconds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A newsletter: ``days`` are ISO weekdays (1 is Monday), ``at`` the time of day in the newsroom's zone."""

    slug: str
    name: str
    description: str
    sent: str
    days: tuple[int, ...]
    at: time
    sender: str


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The whole example; ``stories`` are ordered newest first, those without a date in front."""

    name: str
    short_name: str
    strapline: str
    time_zone: str
    language: str
    place: str
    email: str
    copyright: str
    sections: tuple[Subject, ...]
    topics: tuple[Subject, ...]
    contributors: tuple[Contributor, ...]
    photographs: tuple[Photograph, ...]
    stories: tuple[Story, ...]
    pages: tuple[Page, ...]
    letters: tuple[Letter, ...]
    home: Front
    picks: tuple[str, ...]
    section_fronts: Mapping[str, Front] = field(default_factory=dict)
    menus: Mapping[str, tuple[MenuItem, ...]] = field(default_factory=dict)
