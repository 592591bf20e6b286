"""Letters and their issues, as readers may see them on the site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsdesk.article.body import Body, RelatedCard


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter readers can ask for."""

    id: str
    name: str
    slug: str
    description: str
    language: str


@dataclass(frozen=True, slots=True)
class Issue:
    """The web edition of one sending; its cards are resolved when the sheet is drawn.

    ``lead`` is the article that subject, preview or the first card speak of, empty where there is none: while it is
    not live, subject and preview are not shown either. ``note`` is what was said later of an error in it.
    """

    id: str
    letter: str
    subject: str
    sent_at: datetime
    preview: str = ""
    body: Body = ()
    lead: str = ""
    note: str = ""


def articles(issue: Issue) -> tuple[str, ...]:
    """The articles whose cards it carries, in order."""
    return tuple(block.article for block in issue.body if isinstance(block, RelatedCard))


ALL = "/letters/"
"""Where all open letters are offered."""
DOORS = frozenset(["sign-up", "confirm", "not-me", "leave", "keep", "preferences", "notices"])
"""What no letter may be called in paths: there readers ask, confirm, choose and leave."""


def letter_path(slug: str) -> str:
    """Where a letter and its issues stand."""
    return f"{ALL}{slug}/"


def path(issue: str) -> str:
    """Where the web edition stands."""
    return f"/letters/{issue}/"


def counted_path(issue: str, number: int) -> str:
    """Where a counted link of an issue goes through; the same for every reader."""
    return f"/letters/{issue}/{number}/"
