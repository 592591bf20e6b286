"""A run of letters lets others write first: SQLite has one writer at a time, and readers wait for the press, editors
for the desk.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from django.db import connection

LONGEST = 0.5
"""Seconds that letters step back for at a time; a full bake takes minutes, and they go on between."""
BETWEEN = 0.5
"""Seconds that they have then before they look again."""
AFTER = 0.05
"""Seconds after somebody's writing in which more of it is likely: an act of the desk writes several times."""
GLANCE = 0.01
"""Seconds between two looks at whether the others are done."""


class Courtesy:
    """``busy`` tells whether the press has something to write, by a query that costs little."""

    def __init__(self, busy: Callable[[], bool]) -> None:
        self.busy, self.seen = busy, -1
        self.ours_until = self.theirs_until = 0.0

    def wait(self) -> None:
        """Until the others are done, or the letters' turn has come. On PostgreSQL nobody waits for another's rows."""
        began = time.monotonic()
        if connection.vendor != "sqlite" or began < self.ours_until:
            return
        while self._others_write():
            if time.monotonic() - began >= LONGEST:
                self.ours_until = time.monotonic() + BETWEEN
                return
            time.sleep(GLANCE)

    def _others_write(self) -> bool:
        before, self.seen = self.seen, version()
        if before not in (-1, self.seen):
            self.theirs_until = time.monotonic() + AFTER
        return time.monotonic() < self.theirs_until or self.busy()


def version() -> int:
    """Another number once another connection wrote (https://www.sqlite.org/pragma.html#pragma_data_version)."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return int(cursor.fetchone()[0])
