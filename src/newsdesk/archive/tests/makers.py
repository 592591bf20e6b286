"""Editions for tests, with everything that a test does not care about filled in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from newsdesk.article.body import Paragraph, Run
from newsdesk.article.byline import Credit
from newsdesk.article.edition import Edition, Label

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
HARBOUR = Label("harbour", "Harbour")
COURTS = Label("courts", "Courts")
FERRIES = Label("ferries", "Ferries")
INES = Credit("ines", "Ines Halvard")


def article_id(number: int) -> str:
    return str(UUID(int=number))


def edition(number: int, **fields: Any) -> Edition:
    """The ``number``-th article, published that many hours after the start."""
    at = START + timedelta(hours=number)
    given: dict[str, Any] = {
        "article": article_id(number),
        "kind": "news",
        "language": "en",
        "slugline": f"story-{number}",
        "slug": f"story-{number}",
        "headline": f"Story {number}",
        "standfirst": "What happened.",
        "first_published": at,
        "published_at": at,
        "section": HARBOUR,
        "topics": (FERRIES,),
        "byline": (INES,),
        "body": (Paragraph((Run("It happened."),)),),
    }
    return Edition(**given | fields)
