"""One press per site: the kernel or the database frees the lock when its holder dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

ADVISORY_LOCK = 0x6E657773  # "news"


class PressBusy(Exception):
    """Another process is at the press."""


@contextmanager
def press_lock() -> Iterator[None]:
    """Holds the press for the block; raises ``PressBusy`` at once where another process has it."""
    with _advisory() if connection.vendor == "postgresql" else _flock():
        yield


@contextmanager
def _flock() -> Iterator[None]:
    path = Path(settings.NEWSDESK_DATA) / "run" / "press.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PressBusy from None
        yield


@contextmanager
def _advisory() -> Iterator[None]:
    """A session lock on a connection of its own: Django's pool would give the session to somebody else.

    It is given back before the session is closed: the server ends a session when it comes to it, and who asks at once
    would still find it held. The lock of a holder that dies goes with its session.
    """
    import psycopg

    parameters = connection.get_connection_params()
    parameters = {
        name: parameters[name] for name in ("dbname", "user", "password", "host", "port") if name in parameters
    }
    with psycopg.connect(**parameters, autocommit=True) as session:
        row = session.execute("SELECT pg_try_advisory_lock(%s)", [ADVISORY_LOCK]).fetchone()
        if not row or not row[0]:
            raise PressBusy
        try:
            yield
        finally:
            with suppress(psycopg.Error):  # a session that broke has lost it already
                session.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY_LOCK])
