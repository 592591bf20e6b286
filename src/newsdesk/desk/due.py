"""When an article is due: pure, from the two times an editor sets."""

from __future__ import annotations

from datetime import datetime


def due_time(publish_at: datetime | None, embargoed_until: datetime | None) -> datetime | None:
    """The later of the two, None where neither is set: an embargo holds whatever was planned."""
    times = [time for time in (publish_at, embargoed_until) if time]
    return max(times, default=None)


IN_TIME = 60  # seconds: the worker looks every few, and readers see minutes


def late_by(due: datetime, came_out: datetime) -> int:
    """Whole seconds between the due time and when it came out; 0 where it came out in time."""
    seconds = int((came_out - due).total_seconds())
    return seconds if seconds > IN_TIME else 0
