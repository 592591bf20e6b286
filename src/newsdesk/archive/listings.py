"""Which leaf an entry joins, when a front closes a leaf, and when a leaf splits: decided on plain values.

Entries are ordered by (time, card), so that a re-tagged, back-dated or imported article stands at its date and never
pushes newer ones off a front. A leaf is a closed range of that order; numbering pages by counting would renumber them
all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

FULL = 40
"""A front with this many live entries closes its oldest half as a leaf; a leaf with this many splits."""

Order = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class Range:
    """``(since, until]`` of a listing's order; ``since`` None reaches back for ever."""

    since: Order | None
    until: Order


def close(front: Sequence[Order], previous: Order | None) -> Range | None:
    """The leaf that a front closes, or None while it has room.

    ``front`` is in ascending order; ``previous`` is where the newest leaf ends.
    """
    if len(front) < FULL:
        return None
    return Range(previous, front[FULL // 2 - 1])


def split(leaf: Range, entries: Sequence[Order]) -> tuple[Range, Range] | None:
    """The halves of a leaf that is full, older first, or None while it has room; ``entries`` in ascending order."""
    if len(entries) < FULL:
        return None
    middle = entries[len(entries) // 2 - 1]
    return Range(leaf.since, middle), Range(middle, leaf.until)
