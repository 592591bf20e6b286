"""Sources, and what they said: every statement of an edition with its chain, as a reader may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from newsdesk.article.prose import Place

SourceKind = Literal["person", "organisation", "outlet", "document", "anonymous", "group"]
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
NAMED: tuple[SourceKind, ...] = ("person", "organisation", "outlet", "document")
"""The kinds that can be known by a name; the others have only the words an article prints of them."""


def is_unnamed(kind: str) -> bool:
    """Whether somebody could be named and is not; a group, such as residents or critics, is nobody in particular."""
    return kind == "anonymous"


StatementKind = Literal["direct", "mixed", "indirect"]
STATEMENT_KINDS: tuple[StatementKind, ...] = get_args(StatementKind)


@dataclass(frozen=True, slots=True)
class Source:
    """A named source as it is called today; ``slug`` is empty where it has no page of its own.

    ``url`` is where it can be found, its own site or the document itself.
    """

    id: str
    kind: SourceKind
    name: str
    slug: str = ""
    description: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of a chain.

    ``source`` is the id of a named source, to resolve today's name; it is empty for all that is unnamed, so that
    nothing readers get can tell two unnamed sources to be one. ``name`` and ``title`` are as printed, ``url`` is where
    this can be read or seen, ``reason`` why the source is unnamed, in the desk's words.
    """

    name: str
    kind: SourceKind
    source: str = ""
    title: str = ""
    url: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said by someone, as printed: ``content`` and ``cue`` are places in this edition's body.

    The chain is ordered from whoever is closest to the fact outwards, and never empty. ``said_on`` is the day the text
    ties to the words; ``hedges`` are words like "likely" inside the content.
    """

    id: str
    kind: StatementKind
    content: tuple[Place, ...]
    chain: tuple[Attribution, ...]
    cue: Place | None = None
    said_on: date | None = None
    hedges: tuple[str, ...] = ()

    @property
    def origin(self) -> Attribution:
        """Whoever is closest to the fact."""
        return self.chain[0]


def origins(statements: tuple[Statement, ...]) -> int:
    """How many independent origins statements have: named ones by who they are, unnamed ones by their words."""
    return len({one.origin.source or (one.origin.kind, one.origin.name.casefold()) for one in statements})
