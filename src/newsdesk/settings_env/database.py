"""Django's description of the database, with what makes each of the two safe under several writers.

SQLite takes its write lock when a transaction begins (https://www.sqlite.org/lang_transaction.html) and logs ahead
(https://www.sqlite.org/wal.html): with Django's defaults, four writers lose transactions to "database is locked".
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=20000;PRAGMA mmap_size=134217728;"
    "PRAGMA cache_size=-20000;PRAGMA journal_size_limit=27103364;"
)
LONGEST_WAIT = 20
"""Seconds a writer waits for another."""


def database(url: str, data: Path, pool: int) -> dict[str, Any]:
    """The ``default`` entry of ``DATABASES``; an empty URL is ``newsdesk.sqlite3`` in the data folder."""
    if not url or url.startswith("sqlite:"):
        return _sqlite(url.removeprefix("sqlite:///") or str(data / "newsdesk.sqlite3"))
    import dj_database_url

    parsed = dj_database_url.parse(url)
    pooled = {
        "min_size": 1,
        "max_size": pool,
        "timeout": LONGEST_WAIT,
    }  # under ASGI each request has a thread of its own
    return {**parsed, "CONN_MAX_AGE": 0, "OPTIONS": {**parsed.get("OPTIONS", {}), "pool": pooled}}


def _sqlite(file: str) -> dict[str, Any]:
    options = {"transaction_mode": "IMMEDIATE", "timeout": LONGEST_WAIT, "init_command": SQLITE_PRAGMAS}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options}
