"""The last check of a delivery, between the server's 354 and the body; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Verdict(Enum):
    HAND = "hand"
    BACK = "back"
    DROP = "drop"
    NOT_MINE = "not mine"


@dataclass(frozen=True, slots=True)
class Facts:
    """As they stand in the transaction that decides; ``carries_withdrawn`` where a carried article is live no more."""

    claimed_by: str
    lease: datetime | None
    version: int
    sending: bool
    carries_withdrawn: bool
    wanted: bool
    suppressed: bool


def verdict(facts: Facts, me: str, made_of: int, now: datetime) -> Verdict:
    """``made_of`` is the issue's version that the message was made of."""
    if facts.claimed_by != me:
        return Verdict.NOT_MINE
    if not facts.wanted or facts.suppressed:
        return Verdict.DROP
    stale = facts.version != made_of or facts.carries_withdrawn
    if stale or not facts.sending or facts.lease is None or facts.lease <= now:
        return Verdict.BACK
    return Verdict.HAND
