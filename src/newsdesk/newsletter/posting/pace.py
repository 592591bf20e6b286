"""How many letters a mail domain is given at once, and on the first days of a sending domain; plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

MINUTE = 60.0
BURST = 10.0
"""Seconds of its pace that a domain may be given at once."""


@dataclass(slots=True)
class Bucket:
    level: float
    at: float


@dataclass(slots=True)
class Pace:
    """``a_minute`` letters to each domain, 0 for no limit; times are of a clock that never goes back."""

    a_minute: int
    buckets: dict[str, Bucket] = field(default_factory=dict)

    def full(self, now: float) -> list[str]:
        """Domains that get nothing now."""
        return [domain for domain in self.buckets if self._level(domain, now) < 1]

    def take(self, domain: str, now: float) -> bool:
        """Whether the domain may be given one more now; counts it."""
        if not self.a_minute:
            return True
        level = self._level(domain, now)
        self.buckets[domain] = Bucket(level - 1 if level >= 1 else level, now)
        return level >= 1

    def _level(self, domain: str, now: float) -> float:
        most = max(1.0, self.a_minute * BURST / MINUTE)
        bucket = self.buckets.get(domain)
        return min(most, bucket.level + (now - bucket.at) * self.a_minute / MINUTE) if bucket else most


def allowed_today(first_day: int, began: date | None, today: date) -> int | None:
    """How many letters a domain may be given today, after sending began; None for as many as there are."""
    if not first_day:
        return None
    days = max(0, (today - began).days) if began else 0
    return first_day << min(days, 30)
