"""Four processes are given one code, and as many guesses at once as they like: one lets in, and the limit holds."""

from __future__ import annotations

from pathlib import Path

from tests.own_newsroom import ran

PROCESSES = 4
GUESSES = 10

DOORS = f"""
import os
import django
django.setup()
from django.core.management import call_command
from django.db import connections
call_command("migrate", verbosity=0)
from django.contrib.auth.models import User
from newsdesk.desk.second_factor.check import check
from newsdesk.desk.signing_in.attempts import Attempts, Paused, count
from newsdesk.desk.signing_in.pauses import PAIR
from newsdesk.desk.tests.codes import given_factor
user = User.objects.create_user("edgar")
phone, codes = given_factor(user)
app = phone.shows()

def tries():
    let_in = sum(check(user, code) is not None for code in (app, codes[0]))
    looked_at = 0
    for _ in range({GUESSES}):
        try:
            count({{"a mark": PAIR}})
            looked_at += 1
        except Paused:
            pass
    return let_in, looked_at

connections.close_all()
reading, writing = os.pipe()
children = []
for _ in range({PROCESSES}):
    if child := os.fork():
        children.append(child)
        continue
    try:
        os.write(writing, b"%d %d\\n" % tries())
        os._exit(0)
    finally:
        os._exit(1)
os.close(writing)
failed = sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
told = [line.split() for line in os.fdopen(reading)]
print(failed, sum(int(one) for one, _ in told), sum(int(two) for _, two in told), PAIR.free + 1)
"""


def test_two_processes_take_one_code_once(tmp_path: Path) -> None:
    ended = ran(
        tmp_path,
        DOORS,
        NEWSDESK_SECRET_KEY="for tests only, and long enough to be one",
        NEWSDESK_SEAL_KEY="for tests only as well, and as long as the other",
    )
    failed, let_in, looked_at, allowed = ended.stdout.split()
    assert (failed, let_in, looked_at) == ("0", "2", allowed), ended.stderr[-3000:]
