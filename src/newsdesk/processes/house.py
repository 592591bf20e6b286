"""A small parent that keeps its children running, and takes them with it (prctl(2), signal(7))."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from .parent import die_with_parent

REFUSED = 2
_HEEDED = {signal.SIGTERM, signal.SIGINT, signal.SIGCHLD}
_STEADY = 60.0
_GRACE = 10.0


@dataclass(slots=True)
class Child:
    """One process to be kept running; ``nice`` as in nice(1), times in monotonic seconds.

    ``without`` names what it is not told of this process's environment.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    nice: int = 0
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = 0.0
    due: float = 0.0

    def start(self) -> None:
        """Start it in a process group of its own, so that Ctrl-C reaches the parent only."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, *self.command],
            env={name: value for name, value in os.environ.items() if name not in self.without} | {**self.environment},
            stdin=subprocess.DEVNULL,
            process_group=0,
            preexec_fn=self._prepare,
        )

    def rest(self, now: float) -> None:
        """Note that it died, and when it is to start again: the sooner it died, the later."""
        self.end()
        self.process = None
        self.pause = 0.5 if now - self.started > _STEADY or not self.pause else min(30.0, self.pause * 2)
        self.due = now + self.pause

    def lives(self) -> bool:
        """Whether it runs just now."""
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self) -> None:
        """SIGTERM; what it has started itself is its own affair."""
        if self.process is not None:
            self.process.terminate()

    def end(self) -> None:
        """SIGKILL to it and to whatever it has left behind."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def _prepare(self) -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        die_with_parent()
        os.nice(self.nice)


class House:
    """All children, and the loop that keeps them."""

    def __init__(self, children: Sequence[Child], ready: Callable[[], bool], announce: Callable[[], None]) -> None:
        self.children = children
        self._ready = ready
        self._announce = announce
        self._announced = False

    def keep(self) -> int:
        """Run until told to stop; the exit status is 2 where a child refuses its settings, else 0."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _HEEDED)
        for child in self.children:
            child.start()
        try:
            return self._watch()
        finally:
            self._stop()

    def _watch(self) -> int:
        while True:
            heard = signal.sigtimedwait(_HEEDED, 0.5 if self._announced else 0.1)
            if heard is not None and heard.si_signo != signal.SIGCHLD:
                return 0
            statuses = [self._mind(child) for child in self.children]
            if REFUSED in statuses and not self._announced:
                return REFUSED
            if not self._announced and self._ready():
                self._announced = True
                self._announce()

    def _mind(self, child: Child) -> int | None:
        """Start a dead child again when its pause is over; its exit status when it has just died."""
        now = time.monotonic()
        if child.process is None:
            if now >= child.due:
                child.start()
            return None
        status = child.process.poll()
        if status is not None and (status != REFUSED or self._announced):
            child.rest(now)
            say(f"the {child.name} ended with status {status}; it starts again in {child.pause:.1f} s")
        return status

    def _stop(self) -> None:
        """Ask all, wait ten seconds at most, end what is left; a second Ctrl-C shortens the wait."""
        for child in self.children:
            child.ask_to_stop()
        until = time.monotonic() + _GRACE
        while time.monotonic() < until and any(child.lives() for child in self.children):
            heard = signal.sigtimedwait(_HEEDED, 0.1)
            if heard is not None and heard.si_signo != signal.SIGCHLD:
                break
        for child in self.children:
            child.end()


def say(line: str) -> None:
    """One line for the person at the terminal."""
    print(f"newsdesk: {line}", file=sys.stderr, flush=True)
