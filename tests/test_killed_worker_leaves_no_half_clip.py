"""Kill -9 while a clip is made, and between its shelf and its record; and two workers after one article."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.own_newsroom import environment

NEWSROOM = """
import os, signal, threading, time
from datetime import timedelta
from pathlib import Path
from newsdesk.commands._newsroom import opening, ready
from newsdesk import settings as ours
ours.DATABASES["default"]["OPTIONS"].pop("pool", None)  # a fork has none of its threads
opening.open_newsroom()
ready.set_up()
from django.conf import settings
from django.db import connections
from django.utils import timezone
from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import edition
from newsdesk.article.clip import ENDINGS
from newsdesk.audio import job, offer
from newsdesk.audio.models import Made, Narration
from newsdesk.audio.sound import making

shelf = Path(settings.NEWSDESK_SHELF, "public", "audio")

def files():
    return sorted(file.name for file in shelf.glob("*")) if shelf.exists() else []

def child(act):
    connections.close_all()
    one = os.fork()
    if not one:
        act()
        os._exit(0)
    return one

def dies(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def killed(act):
    assert os.WTERMSIG(os.waitpid(child(act), 0)[1]) == signal.SIGKILL

def lease_ends():
    Narration.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))

def sweep():
    for digest in job.unoffered(10):
        offer.forsake(digest)

one = record.add(edition(1))
"""

KILLED = (
    NEWSROOM
    + """
def while_encoding():
    real = making._run
    def run(work, *given):
        threading.Timer(0.5, dies).start()
        return real(work, *given)
    making._run = run
    job.make_one(one.article)

def before_recording():
    offer._recorded = dies
    job.make_one(one.article)

def half_shelved():
    put = offer.shelves.current()
    real, seen = type(put).put_file, []
    def some(shelf, path, data):
        if seen:
            dies()
        seen.append(path)
        real(shelf, path, data)
    type(put).put_file = some
    job.make_one(one.article)

for how, left in ((while_encoding, 0), (half_shelved, 1), (before_recording, 4)):
    killed(how)
    assert len(files()) == left, (how.__name__, files())
    assert Archive().clip(one.article) is None and not Made.objects.exists()
    assert job.due(1) == [], "leased"
    lease_ends()
    sweep()
    assert files() == [], how.__name__
    assert job.due(1) == [one.article]
job.make_one(one.article)
clip = Archive().clip(one.article)
print(len(files()), {name.split(".")[0] for name in files()} == {clip.digest}, Made.objects.count())
"""
)

TWO = (
    NEWSROOM
    + """
begin = time.time() + 1.0
def works():
    time.sleep(max(0, begin - time.time()))
    job.make_one(one.article)
children = [child(works) for _ in range(4)]
ended = [os.waitpid(each, 0)[1] for each in children]
clip = Archive().clip(one.article)
assert ended == [0] * 4 and Narration.objects.count() == 1, ended
print(len(files()), {name.split(".")[0] for name in files()} == {clip.digest}, Made.objects.count())
"""
)


@pytest.mark.database
@pytest.mark.parametrize(
    "script", [pytest.param(KILLED, id="killed", marks=pytest.mark.slow), pytest.param(TWO, id="two")]
)
def test_one_whole_clip_is_offered(tmp_path: Path, script: str) -> None:
    with environment(tmp_path, NEWSDESK_LOG_LEVEL="error") as own:
        command = [sys.executable, "-c", script]
        ended = subprocess.run(command, env=own, capture_output=True, text=True, timeout=300, check=False)
    assert ended.stdout.split() == ["4", "True", "1"], ended.stderr[-3000:]
