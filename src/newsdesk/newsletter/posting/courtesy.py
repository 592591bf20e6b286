"""A run of letters lets the press write first: SQLite has one writer at a time, and readers wait for the press."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.db import connection

LONGEST = 0.5
"""Seconds that letters step back for at a time; a full bake takes minutes, and they go on between."""
BETWEEN = 0.5
"""Seconds that they have then before they ask again."""
GLANCE = 0.01
"""Seconds between two looks at whether the press is done."""


class Courtesy:
    """``busy`` tells whether somebody else has much to write, by a query that costs little."""

    def __init__(self, busy: Callable[[], bool]) -> None:
        self.busy, self.ours_until = busy, 0.0

    def wait(self) -> None:
        """Until the press is done, or the letters' turn has come. On PostgreSQL nobody waits for another's rows."""
        began = time.monotonic()
        if connection.vendor != "sqlite" or began < self.ours_until:
            return
        while self.busy():
            if time.monotonic() - began >= LONGEST:
                self.ours_until = time.monotonic() + BETWEEN
                return
            time.sleep(GLANCE)
