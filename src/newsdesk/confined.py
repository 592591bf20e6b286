"""Runs work in a child process of bounded memory and time, so that whatever it meets costs one child and no more.

The child gets none of our environment but what Python needs to start: no database address, no secret.
https://docs.python.org/3/library/resource.html (setrlimit)
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

REFUSED = 3  # the child's exit code for what it refuses, with why on its standard output
HURRY = 10  # added to the niceness of work nobody waits for
PATIENCE = 30.0
"""Seconds a child that steps back may be kept waiting in all; then it begins again with a share of its own, or on a
machine that is never idle nothing would be read aloud, and no letter be posted behind it.
"""
SHARE = 600.0  # seconds for which later ones have a share too: the machine will not be idle in a moment
LOOK = 5.0  # seconds between two looks at how long it has waited

Work = Callable[[dict[str, Any]], dict[str, Any]]
Why = Callable[[Exception], dict[str, Any] | None]

_PASSED_ON = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LANG", "TMPDIR")


@dataclass(slots=True)
class _Turn:
    """Of a worker whose children step back: until when, in monotonic seconds, they have a share all the same."""

    share_until: float = 0.0


_turn: ContextVar[_Turn | None] = ContextVar("turn", default=None)


class ChildFailed(Exception):
    """The work could not be done; the message is for whoever looks at the row."""


class ChildRefused(Exception):
    """The work is not to be done; ``why`` is what the child says of it."""

    def __init__(self, why: dict[str, Any]) -> None:
        super().__init__(why)
        self.why = why


class _KeptWaiting(Exception):
    """Others have had the processors all the time."""


class ChildLate(ChildFailed):
    """The work was not done in time, and its child was ended."""


@contextmanager
def unhurried() -> Iterator[None]:
    """Children started within have a processor when nobody else wants it, for nobody waits for their work."""
    before = _turn.set(_Turn())
    try:
        yield
    finally:
        _turn.reset(before)


def run(module: str, work: str, order: dict[str, Any], *, seconds: float) -> dict[str, Any]:
    """Has ``python -m module work`` answer an order; order and answer are JSON, by standard input and output.

    Raises ``ChildFailed`` and ``ChildRefused``.
    """
    command, said, turn = [sys.executable, "-m", module, work], json.dumps(order).encode(), _turn.get()
    try:
        done = _done(command, said, seconds, steps_back=turn is not None and time.monotonic() >= turn.share_until)
    except _KeptWaiting:
        if turn:
            turn.share_until = time.monotonic() + SHARE
        done = _done(command, said, seconds, steps_back=False)
    if done.returncode == REFUSED:
        raise ChildRefused(json.loads(done.stdout))
    if done.returncode != 0:
        raise ChildFailed(_said(done.stderr) or f"ended with {done.returncode}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _done(command: list[str], said: bytes, seconds: float, *, steps_back: bool) -> subprocess.CompletedProcess[bytes]:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, cwd=Path(sys.prefix)
    ) as child:
        try:
            if steps_back:
                _step_back(child.pid)
            told = _told(child, said, seconds, patience=PATIENCE if steps_back else None)
        except BaseException:
            child.kill()
            raise
    return subprocess.CompletedProcess(command, child.returncode, *told)


def _told(child: subprocess.Popen[bytes], said: bytes, seconds: float, patience: float | None) -> tuple[bytes, bytes]:
    """What the child says on its two outputs, within its seconds; ``patience`` is how long it may be kept waiting."""
    until = time.monotonic() + seconds
    order: bytes | None = said
    while (left := until - time.monotonic()) > 0:
        try:
            return child.communicate(order, timeout=left if patience is None else min(left, LOOK))
        except subprocess.TimeoutExpired:
            order = None  # it is on its way already
            if patience is not None and _kept_waiting(child.pid) > patience:
                raise _KeptWaiting from None
    raise ChildLate(f"not done after {seconds:g} s")


def _step_back(pid: int) -> None:
    """Nice alone still ends its slice before a thread of the press that wakes has the processor (sched(7))."""
    os.setpriority(os.PRIO_PROCESS, pid, min(19, os.getpriority(os.PRIO_PROCESS, 0) + HURRY))
    if hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))


def _kept_waiting(pid: int) -> float:
    """For how many seconds a process has wanted a processor and had none; 0 where the system does not say.

    https://docs.kernel.org/scheduler/sched-stats.html
    """
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def confine(limits: Mapping[int, int]) -> None:
    """In the child: from here on it has no more than ``limits``, by their numbers in ``resource``."""
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def answer(work: Work, why: Why, told: TextIO) -> int:
    """In the child: reads an order from standard input, does the work and writes to ``told`` what came of it.

    ``why`` is what is said of an error that is a refusal; None for one that is to end the child. Returns the exit code.
    """
    try:
        done, code = work(json.load(sys.stdin)), 0
    except Exception as error:
        refusal = why(error)
        if refusal is None:
            raise
        done, code = refusal, REFUSED
    json.dump(done, told)
    return code


def _said(stderr: bytes) -> str:
    """The last line of a traceback: what went wrong, in Python's words."""
    lines = stderr.decode(errors="replace").strip().splitlines()
    return lines[-1][:500] if lines else ""
