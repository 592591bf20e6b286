"""A mail server for tests that records what it took and is as nasty as its script; on loopback, own port.

``python server.py RECORD PORT_FILE`` runs it as a process of its own: a line with the Message-ID is appended to RECORD
before each yes.
"""

from __future__ import annotations

import os
import random
import re
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread, Timer
from typing import Any

YES = {"CONNECT": "220 here", "DATA": "354 go on", "BODY": "250 2.0.0 taken as 4711", "QUIT": "221 bye"}
MESSAGE_ID = re.compile(rb"^Message-ID:\s*(<[^>]+>)", re.MULTILINE | re.IGNORECASE)
LIFE = 300
"""Seconds after which a server of its own process ends by itself."""


class Dropped(Exception):
    """The connection ends without a word."""


@dataclass
class Session:
    number: int
    taken: int = 0
    commands: list[str] = field(default_factory=list)


Script = Callable[[str, Session], str | None]
"""What to say to a command (``MAIL …``, ``DATA``, ``BODY``, ``CONNECT``): a reply, ``drop``, or None for a yes.

``BEFORE BODY`` may only ``drop``; a ``BODY`` that is answered ``keep and drop`` was taken.
"""


@dataclass
class Server:
    script: Script = lambda command, session: None
    offers: tuple[str, ...] = ("PIPELINING", "8BITMIME", "SMTPUTF8", "DSN", "ENHANCEDSTATUSCODES")
    record: Callable[[bytes], object] | None = None
    port: int = 0
    latency: float = 0.0
    messages: list[bytes] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)

    def take(self, body: bytes, session: Session) -> None:
        session.taken += 1
        (self.record or self.messages.append)(body)

    def said(self, command: str, session: Session) -> str:
        said = self.script(command, session)
        if said and said.endswith("drop"):
            raise Dropped
        if self.latency:
            time.sleep(random.uniform(0, self.latency))
        return said or (self._ehlo() if command == "EHLO" else YES.get(command, "250 2.1.0 fine"))

    def _ehlo(self) -> str:
        lines = ["here", *self.offers]
        return "\r\n".join(f"250{' ' if line is lines[-1] else '-'}{line}" for line in lines)


class Handler(StreamRequestHandler):
    disable_nagle_algorithm = True
    serves: Server

    def handle(self) -> None:
        session = Session(len(self.serves.sessions))
        self.serves.sessions.append(session)
        with suppress(OSError, Dropped):
            self._say(self.serves.said("CONNECT", session))
            while line := self.rfile.readline():
                if not self._command(line.decode("utf-8").strip(), session):
                    break

    def _command(self, line: str, session: Session) -> bool:
        session.commands.append(line)
        word = line.split(" ")[0].upper()
        said = self.serves.said(line if word in ("MAIL", "RCPT") else word, session)
        self._say(said)
        if word == "DATA" and said.startswith("354"):
            self._body(session)
        return word != "QUIT"

    def _body(self, session: Session) -> None:
        if self.serves.script("BEFORE BODY", session) == "drop":
            raise Dropped
        body = b""
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise Dropped
            body += line
        said = self.serves.script("BODY", session) or "" if body else "554 5.5.1 nobody to give it to"
        if not said.startswith(("4", "5", "drop")):
            self.serves.take(body, session)
        self._say(self.serves.said("BODY", session) if body else said)

    def _say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")


class Listening(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 50

    def __init__(self, server: Server) -> None:
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", server.port), type("Handles", (Handler,), {"serves": server}))
        server.port = self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        self.open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        for request in list(self.open):
            with suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """The server in threads of its own, on a free port of this machine; ends with all its connections."""
    with Listening(server) as listening:
        thread = Thread(target=listening.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listening.hang_up()
            listening.shutdown()
            thread.join(10)


def main(record: str, port_file: str) -> None:
    file = os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(body: bytes) -> None:
        found = MESSAGE_ID.search(body)
        os.write(file, (found[1] if found else b"?") + b"\n")

    with Listening(Server(record=note, latency=0.004)) as listening:
        part = Path(port_file + ".part")
        part.write_text(str(listening.server_address[1]))
        part.rename(port_file)
        end = Timer(LIFE, listening.shutdown)
        end.daemon = True
        end.start()
        listening.serve_forever(0.5)


if __name__ == "__main__":
    main(*sys.argv[1:])
