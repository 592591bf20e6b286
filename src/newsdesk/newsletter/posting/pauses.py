"""How long to wait before the next attempt, and when to give up; pure."""

from __future__ import annotations

from datetime import timedelta

AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 10, 20, 40, 80, 160, 240, 240, 240))
"""Greylisting wants a few minutes, a full disk some hours; after about 17 of them an issue is no news."""
LONGEST = max(AFTER)
LONGEST_REST = 300.0


def after(attempts: int) -> timedelta | None:
    """Until the next attempt, after so many (at least 1) that were put off; None to give up."""
    return AFTER[attempts - 1] if attempts <= len(AFTER) else None


def rest(troubles: int) -> float:
    """Seconds to leave a server alone that failed so many times in a row (at least 1): 1, 2, 4 … 300."""
    return min(2.0 ** min(troubles - 1, 20), LONGEST_REST)
