"""What the mail process commits is on the disk before a letter leaves; and on SQLite there is one such process."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection

FULL = {"sqlite": "PRAGMA synchronous=FULL", "postgresql": "SET synchronous_commit TO on"}
AS_BEFORE = {"sqlite": "PRAGMA synchronous=NORMAL", "postgresql": "RESET synchronous_commit"}


@contextmanager
def durable() -> Iterator[None]:
    """Commits in the block outlive a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous)."""
    if connection.in_atomic_block:  # somebody else's transaction decides
        yield
        return
    _say(FULL)
    try:
        yield
    finally:
        _say(AS_BEFORE)


def _say(words: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(words[connection.vendor])


class Seat:
    """The one place at which SQLite's letters are posted; the kernel frees it when its holder dies."""

    def __init__(self) -> None:
        self.file: IO[str] | None = None

    def take(self) -> bool:
        """Whether this process just took it. On PostgreSQL there are as many as there are workers."""
        path = Path(settings.NEWSDESK_DATA) / "run" / "posting.lock"
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self.file = file
        return True

    def leave(self) -> None:
        if self.file:
            self.file.close()
            self.file = None
