"""A whole newsroom in processes of its own, to be asked over HTTP; and what each kind of them uses."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

KINDS = {"press.serve": "readers", "children:desk": "desk", "--heavy": "heavy worker", "newsdesk work": "worker"}
"""By what stands in a command line, the first that does."""


@dataclass(frozen=True, slots=True)
class House:
    port: int
    pid: int

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def answers(self, path: str = "/letters/sign-up/", cookie: str = "") -> bool:
        """Whether a page comes within five seconds, and no other in its place."""
        asked = urllib.request.Request(self.url(path), headers={"Cookie": cookie} if cookie else {})
        with suppress(OSError), urllib.request.urlopen(asked, timeout=5) as answer:
            return bool(answer.read() and answer.url == self.url(path))
        return False


@contextmanager
def serving(folder: Path, desk_port: int = 0) -> Iterator[House]:
    """The newsroom in ``folder``, whose mail goes into files; with its desk at ``desk_port`` where that is said."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    environment = {**os.environ, "NEWSDESK_EMAIL_URL": f"file://{folder}/mail", "NEWSDESK_DESK_PORT": str(desk_port)}
    command = [sys.executable, "-m", "newsdesk", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            house = House(port, process.pid)
            until = time.monotonic() + 60
            while not (house.answers() and house.answers("/")) and time.monotonic() < until:
                time.sleep(0.2)
            yield house
        finally:
            process.terminate()
            process.wait(30)


def memory(pid: int) -> Counter[str]:
    """MB that each kind of process under ``pid`` has for itself (RssAnon)."""
    used: Counter[str] = Counter()
    for kind, child in _kinds(pid):
        with suppress(OSError, StopIteration):
            lines = Path(f"/proc/{child}/status").read_text().splitlines()
            used[kind] += int(next(line for line in lines if line.startswith("RssAnon")).split()[1]) // 1024
    return used


def processor(pid: int) -> Counter[str]:
    """Milliseconds of processor that each kind of process under ``pid`` has used, in the program and the kernel."""
    used: Counter[str] = Counter()
    for kind, child in _kinds(pid):
        with suppress(OSError):
            user, system = _stat(child)[11:13]
            used[kind] += (int(user) + int(system)) * 1000 // os.sysconf("SC_CLK_TCK")
    return used


def _kinds(pid: int) -> Iterator[tuple[str, int]]:
    for child in _under(pid):
        with suppress(OSError):
            said = Path(f"/proc/{child}/cmdline").read_text().replace("\0", " ")
            yield next((kind for words, kind in KINDS.items() if words in said), "others"), child


def _under(pid: int) -> Iterator[int]:
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            yield int(child)
            yield from _under(int(child))


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
