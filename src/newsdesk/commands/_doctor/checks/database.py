"""The database: reachable, at this version's tables, and whole."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.commands._doctor.finding import Finding, fail, ok
from newsdesk.commands._newsroom.ready import unapplied
from newsdesk.settings_env.refused import Refused

NEEDS_NEWSROOM = True


def check() -> Iterator[Finding]:
    from django.db import connection

    try:
        missing = unapplied()
    except Refused as refused:
        yield fail(str(refused), "start the database, then run: newsdesk doctor")
        return
    if missing:
        yield fail(f"the database lacks {len(missing)} migrations", "run: newsdesk init")
        return
    yield ok(f"the database ({connection.vendor}) answers and is up to date")
    if connection.vendor == "sqlite":
        yield _whole()


def _whole() -> Finding:
    """https://www.sqlite.org/pragma.html#pragma_quick_check"""
    from django.db import connection

    with connection.cursor() as cursor:
        told = str(cursor.execute("PRAGMA quick_check(1)").fetchone()[0])
    if told == "ok":
        return ok("the database file is whole")
    return fail(f"the database file is damaged: {told}", "stop the newsroom and run: newsdesk restore BACKUP --force")
