"""What a batch of changes means for the shelf, decided on plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdesk.archive import keys

if TYPE_CHECKING:
    from newsdesk.press.recipe import Recipe, Stage

FRAME_KINDS = frozenset({"menu", "site", "label", "page"})
"""Kinds of key the frame is made of: a change of one means that the frame has to be read again."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Every sheet that read ``key`` is due since change ``due``, as urgently as ``lane``."""

    key: str
    due: int
    lane: int


def marks(changes: Iterable[tuple[int, str, int]]) -> list[Mark]:
    """One mark a key, with its newest change and its most urgent lane; ``changes`` are (id, key, lane)."""
    found: dict[str, Mark] = {}
    for id, key, lane in changes:
        old = found.get(key)
        found[key] = Mark(key, max(id, old.due), min(lane, old.lane)) if old else Mark(key, id, lane)
    return sorted(found.values(), key=lambda mark: mark.due)


def touches_frame(marked: Iterable[Mark]) -> bool:
    return any(keys.parse(mark.key)[0] in FRAME_KINDS for mark in marked)


def stage_of(recipe: str, recipes: Mapping[str, Recipe]) -> tuple[Stage, str]:
    """Where a sheet comes in its block: articles, leaves, fronts, home, feeds."""
    return recipes[recipe].stage, recipe


PAUSES = (5, 30, 120, 600, 3600)
"""Seconds until a sheet that failed to draw is tried again, by how often it has failed; the last one for ever after."""


def pause(attempts: int) -> int:
    """Seconds to wait after so many failures (at least 1)."""
    return PAUSES[min(attempts, len(PAUSES)) - 1]
