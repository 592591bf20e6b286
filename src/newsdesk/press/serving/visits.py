"""Counts how often the links of a letter are followed: sums by path and day, and nothing of who, when or from where.

They are held in memory and written once a minute, as one file for all; the worker takes the files in.
"""

from __future__ import annotations

import json
import re
import secrets
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from time import monotonic

FOLDER = "visits"
PATH = re.compile(r"/letters/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([1-9][0-9]{0,3})/")
"""A counted link: the issue and the link's number."""
EVERY = 60.0
MOST = 1000
"""Files that may wait; what is counted beyond stays in memory."""


class Visits:
    """``data`` is the newsroom's folder."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER
        self._days: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._written = monotonic()
        self._lock = Lock()  # the event loop counts, a thread writes

    def note(self, path: str) -> None:
        """One visit to a redirect, if it is a letter's."""
        if PATH.fullmatch(path):
            with self._lock:
                self._days[datetime.now(UTC).date().isoformat()][path] += 1

    def flush(self, *, now: bool = False) -> None:
        """Writes the sums where a minute has gone by, or ``now``; ``OSError`` where the disk refuses."""
        if not self._days or not (now or monotonic() - self._written >= EVERY):
            return
        self._written = monotonic()
        self._folder.mkdir(mode=0o700, exist_ok=True)
        if sum(1 for _ in self._folder.iterdir()) >= MOST:
            return
        with self._lock:
            told, self._days = self._days, defaultdict(Counter)
        name = secrets.token_hex(16)
        new = self._folder / f"{name}.new"
        new.write_text(json.dumps(told), "ascii")
        new.replace(self._folder / f"{name}.visits")
