"""How one kind of sheet is made: where it stands, what it gathers, which template draws it.

A recipe is registered by its decorator and found by the press; this is all that ``pages``, ``feeds`` and later
``audio`` share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from newsdesk.archive.reader import Archive
from newsdesk.press.frame import Frame
from newsdesk.press.shelves.base import Printed


class Stage(IntEnum):
    """The order of drawing inside a block: nothing links to what is not there yet."""

    ARTICLE = 0
    LEAF = 1
    FRONT = 2
    HOME = 3
    FEED = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sheet that should exist: its path, and what its recipe needs to gather it (an id, ``listing/serial``, …)."""

    path: str
    args: str = ""


FRAME = "frame"
"""The kind of key that ``sheets_for`` is asked about when the press has a new frame, also the first one."""

Gather = Callable[[Archive, Frame, Wanted], Any]
SheetsFor = Callable[[Archive, str, str], Iterable[Wanted]]
Every = Callable[[Archive], Iterable[Wanted]]
Write = Callable[[Any, Frame], Printed]
Opens = Callable[[str], Iterable[str]]


def _nothing(args: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """One kind of sheet.

    ``gather(archive, frame, wanted)`` returns a frozen context, a ready ``Printed``, or None where the sheet should
    not exist (any more). ``template`` draws the context; ``write``, where given, draws it instead (feeds).
    ``sheets_for(archive, kind, id)`` names the sheets that may come to be when the key ``kind:id`` gets a new value:
    sheets that exist are found by what they read. ``every(archive)`` names all of them, for a full bake. ``route`` is
    a regular expression over paths that says to caches which recipe drew a path. ``opens(args)`` names keys
    that such a sheet will read: a block of new sheets then reads theirs at once.
    """

    name: str
    gather: Gather
    sheets_for: SheetsFor
    every: Every
    stage: Stage
    route: str
    template: str = ""
    write: Write | None = None
    opens: Opens = _nothing


_recipes: dict[str, Recipe] = {}


def recipe(
    name: str,
    *,
    stage: Stage,
    route: str,
    sheets_for: SheetsFor,
    every: Every,
    template: str = "",
    write: Write | None = None,
    opens: Opens = _nothing,
) -> Callable[[Gather], Gather]:
    """Registers the decorated ``gather`` as a recipe; a name is given once."""

    def register(gather: Gather) -> Gather:
        if name in _recipes:
            raise ValueError(f"two recipes are called {name!r}")
        _recipes[name] = Recipe(name, gather, sheets_for, every, stage, route, template, write, opens)
        return gather

    return register


def recipes() -> dict[str, Recipe]:
    """All recipes by name, in the order of their stages."""
    return dict(sorted(_recipes.items(), key=lambda item: (item[1].stage, item[0])))


def addressed(key_kind: str, reference: str, *kinds: str) -> str:
    """The id of the ``section``, ``topic`` … whose address is new, where it is of one of these kinds; else empty."""
    kind, _, id = reference.partition(":")
    return id if key_kind == "address" and kind in kinds else ""


def fixed(*paths: str) -> tuple[SheetsFor, Every]:
    """``sheets_for`` and ``every`` of a recipe whose sheets always exist: from the first frame on."""
    wanted = tuple(Wanted(path) for path in paths)
    return (lambda archive, kind, id: wanted if kind == FRAME else ()), (lambda archive: wanted)
