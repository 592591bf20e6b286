"""Runs programs without a shell, and keeps what they say in the log."""

from __future__ import annotations

import os
import subprocess

from bootstrap.failure import explained
from bootstrap.places import LOG, ROOT


def run(*command: str, **environment: str) -> None:
    """Runs a program to its end; raises ``Failure`` with its meaning where it fails."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        close_fds=False,  # an installer that outlives us keeps the lock
    )
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n{done.stdout}\n")
    if done.returncode:
        raise explained(done.stdout, LOG)


def works(*command: str) -> bool:
    """Whether a program starts and ends well."""
    try:
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False
