"""Four processes write to SQLite at once, by our settings for it (IMMEDIATE, WAL): none finds the database locked."""

from __future__ import annotations

from pathlib import Path

from tests.own_newsroom import ran

EACH = 60

WRITER = f"""
import os, sys
import django
django.setup()
from django.core.management import call_command
from django.db import connections
call_command("migrate", "archive", verbosity=0)
from newsdesk.archive import record
from newsdesk.archive.tests.makers import edition
connections.close_all()
children = []
for process in range(4):
    if child := os.fork():
        children.append(child)
        continue
    try:
        for number in range({EACH}):
            record.add(edition(process * 1000 + number))
        os._exit(0)
    except BaseException as error:
        print(repr(error), file=sys.stderr, flush=True)
        os._exit(1)
failed = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
from newsdesk.archive.models import CardRow, EntryRow
print(failed, CardRow.objects.count(), EntryRow.objects.filter(listing__name="river").count())
"""


def test_four_processes_write_at_once(tmp_path: Path) -> None:
    ended = ran(
        tmp_path,
        WRITER,
        NEWSDESK_SECRET_KEY="for tests only, and long enough to be one",
    )
    assert ended.stdout.split() == ["0", str(4 * EACH), str(4 * EACH)], ended.stderr[-3000:]
