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
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TextIO

REFUSED = 3  # the child's exit code for what it refuses, with why on its standard output
HURRY = 10  # added to the niceness of work nobody waits for

Work = Callable[[dict[str, Any]], dict[str, Any]]
Why = Callable[[Exception], dict[str, Any] | None]

_PASSED_ON = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LANG", "TMPDIR")


class ChildFailed(Exception):
    """The work could not be done; the message is for whoever looks at the row."""


class ChildRefused(Exception):
    """The work is not to be done; ``why`` is what the child says of it."""

    def __init__(self, why: dict[str, Any]) -> None:
        super().__init__(why)
        self.why = why


class ChildLate(ChildFailed):
    """The work was not done in time, and its child was ended."""


def run(module: str, work: str, order: dict[str, Any], *, seconds: float) -> dict[str, Any]:
    """Has ``python -m module work`` answer an order; order and answer are JSON, by standard input and output.

    Raises ``ChildFailed`` and ``ChildRefused``.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", module, work],
            input=json.dumps(order).encode(),
            capture_output=True,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            cwd=Path(sys.prefix),
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        raise ChildLate(f"not done after {seconds:g} s") from None  # the other error holds the order's words
    if done.returncode == REFUSED:
        raise ChildRefused(json.loads(done.stdout))
    if done.returncode != 0:
        raise ChildFailed(_said(done.stderr) or f"ended with {done.returncode}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def confine(limits: Mapping[int, int]) -> None:
    """In the child: from here on it has no more than ``limits``, by their numbers in ``resource``."""
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def step_back() -> None:
    """In the child: everything else goes first, for nobody waits for this.

    Nice alone still ends its slice before a thread of the press that wakes has the processor (sched(7)).
    """
    os.nice(HURRY)
    if hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


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
