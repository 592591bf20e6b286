"""Who and what an article is filed under, as readers may see them: contributors, sections, topics, standing pages."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.article.body import Body


@dataclass(frozen=True, slots=True)
class Author:
    """A contributor as readers see them, a person or a desk; ``picture`` is the id of a portrait, empty where there
    is none.
    """

    id: str
    name: str
    slug: str
    is_desk: bool = False
    title: str = ""
    biography: str = ""
    picture: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """A section or a topic as it is called today; ``kind`` is ``section`` or ``topic``."""

    id: str
    kind: str
    name: str
    slug: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A page that is not news: about us, contact, ownership. ``path`` is ``/about/``."""

    id: str
    slug: str
    title: str
    language: str
    body: Body = ()
    summary: str = ""
