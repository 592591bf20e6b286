"""A letter's rule: which cards an issue gets, and whether there is one at all; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class Candidate:
    """``urgency`` is 1 for the most urgent; ``pick`` the place among Editors' Picks, None where it is none."""

    article: str
    urgency: int
    published: datetime
    pick: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    at_least: int
    most: int


def choose(candidates: Iterable[Candidate], had: Collection[str], rule: Rule) -> tuple[str, ...]:
    """The articles of an issue, picks first, then the most urgent; none at all where they are too few.

    ``had`` are those that no issue is to carry again.
    """
    fresh = {one.article: one for one in sorted(candidates, key=_order, reverse=True) if one.article not in had}
    chosen = tuple(one.article for one in sorted(fresh.values(), key=_order))[: rule.most]
    return chosen if chosen and len(chosen) >= rule.at_least else ()


def _order(one: Candidate) -> tuple[bool, int, int, float, str]:
    """Picks in the editors' order; the others by urgency, of two the newer."""
    return one.pick is None, one.pick or 0, one.urgency, -one.published.timestamp(), one.article


def missed(now: datetime, at: time, weekdays: str, margin: timedelta, zone: tzinfo) -> datetime | None:
    """The rule's last time within two days of which it is too late to make anything."""
    for days in range(3):
        moment = datetime.combine((now - timedelta(days=days)).astimezone(zone).date(), at, tzinfo=zone)
        if str(moment.isoweekday()) in weekdays and moment + margin < now:
            return moment
    return None


def turn(now: datetime, at: time, weekdays: str, margin: timedelta, zone: tzinfo) -> datetime | None:
    """The time of the rule that is at hand: from ``margin`` before it until as long after, for a worker that was away.

    ``weekdays`` are digits of ISO 8601.
    """
    for day in ((now + shift).astimezone(zone).date() for shift in (timedelta(0), margin, -margin)):
        moment = datetime.combine(day, at, tzinfo=zone)
        if str(day.isoweekday()) in weekdays and moment - margin <= now <= moment + margin:
            return moment
    return None
