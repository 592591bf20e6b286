"""Kill -9 between a sheet's file and its record, and while the CDN is being told: it is told all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.own_newsroom import ran

NEWSROOM = """
import os, signal
from newsdesk.commands._newsroom import opening, ready
opening.open_newsroom()
ready.set_up()
from django.conf import settings
from django.db import connections
from newsdesk.archive import record
from newsdesk.archive.tests.makers import edition
from newsdesk.press import settle
from newsdesk.press import run as runs
from newsdesk.press.models import Purge
from newsdesk.press.purge import job
from newsdesk.press.serving.rules import surrogate
from newsdesk.press.tests.cdn import listening
from newsdesk.settings_env.refused import Refused

PATH = "/2026/03/01/story-1/"

def killed(act):
    connections.close_all()
    child = os.fork()
    if not child:
        act()
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL

def dies(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def prints_and_dies():
    runs.settle = dies
    runs.run(press)

def tells_and_dies():
    job._answered = dies
    job.send()

press = runs.Press.open()
record.add(edition(1))
runs.run(press)
Purge.objects.all().delete()
record.add(edition(1, headline="Mended"))
killed(prints_and_dies)
assert b"Mended" in press.shelf.get(PATH).body and not Purge.objects.exists()
runs.run(press)
assert Purge.objects.filter(path=PATH).exists()
waiting = Purge.objects.count()
with listening() as cdn:
    settings.NEWSDESK_PURGE_URL = cdn.url
    killed(tells_and_dies)
    assert Purge.objects.count() == waiting
    once = len(cdn.asked)
    while job.due(1):
        job.send()
    print(once, surrogate(PATH) in cdn.words[len(cdn.words) // 2:], Purge.objects.count())
"""


@pytest.mark.slow
def test_killed_worker_loses_no_purge(tmp_path: Path) -> None:
    ended = ran(
        tmp_path,
        NEWSROOM,
        NEWSDESK_LOG_LEVEL="error",
        NEWSDESK_PURGE_CDN="varnish",
        NEWSDESK_PURGE_URL="http://127.0.0.1:9/",
    )
    assert ended.stdout.split() == ["1", "True", "0"], ended.stderr[-3000:]
