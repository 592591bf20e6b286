"""Posts an issue by workers that are killed at random moments; run by ``test_killed_worker_sends_nobody_twice.py``.

``python posting_ground.py KILLS SEED WORKERS`` in a newsroom of its own (``NEWSDESK_DATA``). The mail server is a
process of its own and writes down each letter before it says yes. Exit 0 where nobody has one twice, everybody the rows
call sent has one, and who has none is among the unknown, of which there is at most one for each connection and kill.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import connection, connections

from newsdesk.commands._newsroom import opening, ready

READERS = 1500
CONNECTIONS = 4


def main(kills: int, seed: int, workers: int) -> int:
    opening.open_newsroom()
    ready.set_up()
    from django.conf import settings

    from newsdesk.newsletter.posting import claim
    from newsdesk.newsletter.posting.tests import stand_ins

    settings.NEWSDESK_MAIL_PACE = 0
    claim.LEASE = timedelta(seconds=2)
    stand_ins.install()
    folder = Path(settings.NEWSDESK_DATA)
    issues = [_issue(0)]
    with subprocess.Popen(_server(folder)) as server:
        try:
            port = _port(folder / "port")
            killed = _kill(kills, random.Random(seed), workers, port, issues)
            _finish(port, issues)
        finally:
            server.terminate()
    return _count((folder / "record").read_text().split(), killed)


def _server(folder: Path) -> list[str]:
    from newsdesk.newsletter.posting.tests import server

    return [sys.executable, str(server.__file__), str(folder / "record"), str(folder / "port")]


def _port(file: Path) -> int:
    for _ in range(300):
        if file.exists():
            return int(file.read_text())
        time.sleep(0.05)
    raise AssertionError("the mail server does not start")


def _issue(number: int) -> Any:
    from newsdesk.newsletter.models import Letter
    from newsdesk.newsletter.posting.tests import makers

    letter = Letter.objects.first() or makers.letter()
    if not number:
        makers.readers(letter, READERS)
    return makers.issue(letter, subject=f"Issue {number}")


def _kill(kills: int, chance: random.Random, workers: int, port: int, issues: list[Any]) -> int:
    """Lets workers live for a moment each, from when they begin, until so many were killed at work."""
    children = [_child(port) for _ in range(workers)]
    for _ in range(kills):
        time.sleep(chance.uniform(0.03, 0.35))
        if not _left(issues[-1]):
            issues.append(_issue(len(issues)))
        at = chance.randrange(workers)
        os.kill(children[at], signal.SIGKILL)
        os.waitpid(children[at], 0)
        children[at] = _child(port)
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return kills + workers


def _left(issue: Any) -> bool:
    from newsdesk.newsletter.models import Issue

    return Issue.objects.filter(pk=issue.pk).exclude(state=Issue.State.SENT).exists()


def _child(port: int) -> int:
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # a session is nothing two processes can share
    from newsdesk.newsletter.posting import office  # noqa: F401 - read once, before there are children

    hears, begins = os.pipe()
    child = os.fork()
    if child:
        os.close(begins)
        os.read(hears, 1)
        os.close(hears)
        return child
    try:
        os.close(hears)
        _work(port, begins)
    except BaseException:  # noqa: BLE001 - the parent is told by what is missing, a reader by the traceback
        sys.excepthook(*sys.exc_info())
    os._exit(3)


def _work(port: int, begins: int) -> None:
    office = _office(port)
    office.due(1)  # the database is open
    os.write(begins, b"!")
    while True:
        if office.due(1):
            office.turn()
        else:
            time.sleep(0.02)


def _office(port: int) -> Any:
    from newsdesk.newsletter.posting.office import Office
    from newsdesk.newsletter.posts.smtp import Server, SmtpPost

    return Office(lambda: SmtpPost(Server("127.0.0.1", port)), CONNECTIONS)


def _finish(port: int, issues: list[Any]) -> None:
    """A last worker, in this process, ends what the others left."""
    office = _office(port)
    for _ in range(2000):
        if any(_left(issue) for issue in issues):
            if office.due(1):
                office.turn()
        else:
            office.close()
            return
        time.sleep(0.02)
    raise AssertionError("the issues do not come to an end")


def _count(record: list[str], killed: int) -> int:
    from newsdesk.newsletter.models import Delivery

    had, states = Counter(record), dict(Delivery.objects.values_list("message_id", "state"))
    twice = [each for each, times in had.items() if times > 1]
    by_state = Counter(states.values())
    lost = [each for each, state in states.items() if not had[each] and state != "unknown"]
    strangers = had.keys() - states.keys()
    print(f"{len(states)} deliveries, {dict(by_state)}, {len(twice)} twice, {len(lost)} lost, {killed} kills")
    assert not twice, f"twice: {twice[:5]}"
    assert not lost, f"lost: {[(each, states[each]) for each in lost[:5]]}"
    assert not strangers and by_state.keys() <= {"sent", "unknown"}
    assert 0 < by_state["unknown"] <= killed * CONNECTIONS, "no kill met a connection at work, or too many did"
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
