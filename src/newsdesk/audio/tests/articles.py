"""Editions to be read aloud in tests."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from newsdesk.article.body import Paragraph, Run
from newsdesk.article.edition import Edition
from newsdesk.audio.script import Manner

MANNER = Manner("This is an automated reading.")
NOON = datetime(2024, 10, 8, 21, 33, tzinfo=UTC)


def edition(*paragraphs: str, **fields: Any) -> Edition:
    """An edition of these paragraphs, in English unless told otherwise."""
    told: dict[str, Any] = {
        "article": "a",
        "kind": "news",
        "language": "en",
        "slugline": "FERRY",
        "slug": "ferry",
        "headline": "Ferry sinks",
        "first_published": NOON,
        "published_at": NOON,
        "body": tuple(Paragraph((Run(text),)) for text in paragraphs),
    }
    return Edition(**told | fields)
