"""What a courier tells the worker, as values; and the question it asks before the body."""

from __future__ import annotations

from dataclasses import dataclass, field
from queue import SimpleQueue

from newsdesk.newsletter.posting.taken import Taken


@dataclass(frozen=True, slots=True)
class Ask:
    """May this leave? The answer comes when what it says is committed."""

    taken: Taken
    answer: SimpleQueue[bool] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sent:
    taken: Taken
    code: str
    reply: str
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """Put off for this reader (4xx)."""

    taken: Taken
    code: str
    reply: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Refused for this reader (5xx), or no message could be made of it."""

    taken: Taken
    code: str
    reply: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Lost after handing."""

    taken: Taken
    reply: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """The server is away, busy, or (``final``) wants nothing of us; nothing was handed over."""

    taken: Taken
    code: str
    reply: str
    final: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """The last check said no."""

    taken: Taken


Event = Ask | Sent | Later | Refused | Unknown | Trouble | Kept
