"""The record: every statement of a text, with who made it, through whom, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

KINDS = ("person", "organisation", "outlet", "document", "anonymous", "group")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of the text: ``text[start:end]``, in characters, end exclusive."""

    start: int
    end: int
    text: str

    def to_json(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Link:
    """One source of a chain: its fullest name, one of ``KINDS``, its title if any, and its words in this place."""

    name: str
    kind: str
    title: str | None
    mention: Span

    def to_json(self) -> dict[str, Any]:
        mention = {"start": self.mention.start, "end": self.mention.end}
        return {"name": self.name, "kind": self.kind, "title": self.title, "mention": mention}


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said by someone; ``chain`` begins with whoever is closest to the fact.

    ``sure`` is how likely it is right, from 0 to 1; it is the engine's opinion, and no part of the record in JSON.
    """

    content: tuple[Span, ...]
    cue: Span | None
    kind: str
    chain: tuple[Link, ...]
    said_on: date | None
    hedges: tuple[Span, ...]
    why: tuple[str, ...]
    sure: float = 1.0

    def to_json(self) -> dict[str, Any]:
        return {
            "content": [span.to_json() for span in self.content],
            "cue": self.cue.to_json() if self.cue else None,
            "kind": self.kind,
            "chain": [link.to_json() for link in self.chain],
            "said_on": self.said_on.isoformat() if self.said_on else None,
            "hedges": [span.to_json() for span in self.hedges],
            "why": list(self.why),
        }


@dataclass(frozen=True, slots=True)
class Record:
    """All statements of one text in its order, and the hedges no source stands behind."""

    statements: tuple[Statement, ...]
    unsourced_hedges: tuple[Span, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "statements": [statement.to_json() for statement in self.statements],
            "unsourced_hedges": [span.to_json() for span in self.unsourced_hedges],
        }
