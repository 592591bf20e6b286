"""A reader server in a process of its own, and a client that sends exactly what it is told."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Got:
    """One answer; header names are lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Running:
    """``get`` sends no header of its own but Host and Connection."""

    port: int
    data: Path
    pid: int = 0

    def ask(self, method: str, target: str, headers: Mapping[str, str] | None = None, body: bytes | None = None) -> Got:
        """Send one request, its target untouched."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            got = {name.lower(): value for name, value in answer.getheaders()}
            return Got(answer.status, got, answer.read())
        finally:
            connection.close()

    def say(self, *parts: bytes) -> bytes:
        """Send ``parts``, each in a packet of its own, and return all that comes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for part in parts:
                connection.sendall(part)
            received = b""
            with suppress(ConnectionResetError):
                while more := connection.recv(65536):
                    received += more
            return received

    def signal(self, number: int) -> None:
        """Send a signal to the server."""
        os.kill(self.pid, number)

    def get(self, target: str, **headers: str) -> Got:
        """GET with headers named by keyword: ``if_none_match="…"``."""
        return self.ask("GET", target, {name.replace("_", "-"): value for name, value in headers.items()})


def until(what: Callable[[], bool]) -> None:
    """Wait for what must come about soon, half a minute at most."""
    for _ in range(1500):
        if what():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come about")


@contextmanager
def running(
    data: Path, *options: str, program: Sequence[str] = ("-m", "newsdesk.press.serve"), **environment: str
) -> Iterator[Running]:
    """A reader of the shelf in ``data`` for the block, with further ``options`` on its command line."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        environment = {**os.environ, "NEWSDESK_DATA": str(data), "NEWSDESK_ERROR_LOG": "off", **environment}
        command = [sys.executable, *program, "--port", str(port), *options]
        with subprocess.Popen(command, env=environment) as process:
            try:
                until(lambda: process.poll() is not None or _listens(port))
                yield Running(port, data, process.pid)
            finally:
                process.terminate()
                process.wait(30)


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False
