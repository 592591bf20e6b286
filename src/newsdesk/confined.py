"""Runs work on what strangers sent in a child process, so that a hostile file costs one child and no more.

The child holds itself to its limits of memory and time. It gets none of our environment but what Python needs to
start: no database address, no secret.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

REFUSED = 3  # the child's exit code for a file it refuses, with why on its standard output

_PASSED_ON = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LANG", "TMPDIR")


class ChildFailed(Exception):
    """The work could not be done on this file; the message is for whoever looks at the row."""


class ChildRefused(Exception):
    """The file is not to be taken; ``why`` is what the child says of it."""

    def __init__(self, why: dict[str, Any]) -> None:
        super().__init__(why)
        self.why = why


def run(module: str, work: str, order: dict[str, Any], *, seconds: float) -> dict[str, Any]:
    """Has the child ``module`` do ``work`` and returns its answer; order and answer are JSON.

    Raises ``ChildFailed`` and ``ChildRefused``.
    """
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-m", module, work],
            input=json.dumps(order).encode(),
            capture_output=True,
            env=environment,
            cwd=Path(sys.prefix),
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        raise ChildFailed(f"not done after {seconds:g} s") from None  # the other error holds the order's words
    if done.returncode == REFUSED:
        raise ChildRefused(json.loads(done.stdout))
    if done.returncode != 0:
        raise ChildFailed(_said(done.stderr) or f"ended with {done.returncode}")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _said(stderr: bytes) -> str:
    """The last line of a traceback: what went wrong, in Python's words."""
    lines = stderr.decode(errors="replace").strip().splitlines()
    return lines[-1][:500] if lines else ""
