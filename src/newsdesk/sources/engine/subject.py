"""Whoever a verb has for its subject, as a range of tokens."""

from __future__ import annotations

from typing import NamedTuple


class Subject(NamedTuple):
    """Tokens ``first`` to ``end`` name whoever speaks; ``why`` is the rule."""

    first: int
    end: int
    why: str
