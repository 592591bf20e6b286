"""When an article is due: pure, from the two times an editor sets."""

from __future__ import annotations

from datetime import datetime


def due_time(publish_at: datetime | None, embargoed_until: datetime | None) -> datetime | None:
    """The later of the two, None where neither is set: an embargo holds whatever was planned."""
    times = [time for time in (publish_at, embargoed_until) if time]
    return max(times, default=None)


def late_by(due: datetime, came_out: datetime) -> int:
    """Whole seconds between the due time and when it came out, never negative."""
    return max(0, int((came_out - due).total_seconds()))
