"""A mention: the words of one noun phrase that may be a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Mention:
    """Tokens ``first`` to ``end`` (exclusive), with title and article; ``head`` is the token that says what it is.

    ``name`` and ``title`` are as printed here; ``kind`` is one of ``record.KINDS``; ``cluster`` numbers those who are
    named, -1 for the others.
    """

    first: int
    end: int
    head: int
    kind: str
    name: str
    title: str | None = None
    pronoun: bool = False
    cluster: int = -1
