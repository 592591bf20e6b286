"""Work nobody waits for gets the processor when nobody else has any use for it, yet not never."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsdesk import confined

pytestmark = pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="needs Linux")
CHILD = """
import os, sys, time
from newsdesk import confined

def tell(order):
    while time.process_time() < order["work"]:
        pass
    return {"niceness": os.nice(0), "policy": os.sched_getscheduler(0)}

sys.exit(confined.answer(tell, lambda error: None, sys.stdout))
"""
SPIN = "import time\nend = time.monotonic() + 60\nwhile time.monotonic() < end: pass"


@pytest.fixture(autouse=True)
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "telling.py").write_text(CHILD)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))


@contextmanager
def busy() -> Iterator[None]:
    """On the one processor that is left to us, somebody else works all the time."""
    ours = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(ours)})
    spinning = subprocess.Popen([sys.executable, "-c", SPIN])
    try:
        yield
    finally:
        spinning.kill()
        spinning.wait()
        os.sched_setaffinity(0, ours)


def told(work: float = 0.3) -> tuple[int, int]:
    """Niceness and policy of a child that works for so many seconds of processor."""
    answer = confined.run("telling", "tell", {"work": work}, seconds=120)
    return answer["niceness"], answer["policy"]


def test_child_nobody_waits_for_steps_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen from outside: on a machine that is never idle the child itself would not come to say it."""
    seen: list[tuple[int, int]] = []
    real = confined._step_back

    def step_back(pid: int) -> None:
        real(pid)
        seen.append((os.getpriority(os.PRIO_PROCESS, pid), os.sched_getscheduler(pid)))

    monkeypatch.setattr(confined, "_step_back", step_back)
    with confined.unhurried():
        told(0)
    assert seen == [(min(19, os.nice(0) + confined.HURRY), os.SCHED_IDLE)]


def test_child_somebody_waits_for_does_not() -> None:
    with confined.unhurried():
        pass
    assert told() == (os.nice(0), os.SCHED_OTHER)


def test_child_that_never_has_its_turn_begins_again_with_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "PATIENCE", 0.5)
    monkeypatch.setattr(confined, "LOOK", 0.1)
    with busy(), confined.unhurried():
        assert told() == (os.nice(0), os.SCHED_OTHER)
        monkeypatch.setattr(confined, "_step_back", lambda pid: pytest.fail("it had never had its turn either"))
        assert told() == (os.nice(0), os.SCHED_OTHER)


def test_child_that_steps_back_is_ended_in_time_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "LOOK", 0.1)
    with confined.unhurried(), pytest.raises(confined.ChildLate, match=r"not done after 0\.5 s"):
        confined.run("telling", "tell", {"work": 600}, seconds=0.5)
