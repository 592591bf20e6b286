"""A connection to a mail server: words out, answers in, each within its time (RFC 5321, 4.5.3.2)."""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from newsdesk.newsletter.posts import PostLost, PostRefused
from newsdesk.newsletter.posts._smtp.reply import Reply

FAREWELL = 5.0
LONGEST_LINE, MOST_LINES = 4096, 100
AT_ONCE = 0.001


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a connection, for each whole answer, and for the one after the body."""

    connecting: float
    command: float
    final: float


PATIENT = Patience(30.0, 300.0, 600.0)
"""Who hangs up before the ten minutes of the last one sends some letters twice."""
HURRIED = Patience(30.0, 30.0, 60.0)
"""For a single mail, behind which other work stands."""


class Line:
    def __init__(self, sock: socket.socket, patience: Patience = PATIENT) -> None:
        self.patience, self.waits = patience, patience.command
        self._use(sock)
        self.offered: dict[str, str] = {}

    @classmethod
    def to(cls, host: str, port: int, context: ssl.SSLContext | None = None, patience: Patience = PATIENT) -> Line:
        """Connected, and greeted by the server. Raises ``PostError``."""
        with _told("connect"):
            sock = socket.create_connection((host, port), timeout=patience.connecting)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line = cls(sock, patience)
        try:
            if context:
                line.make_safe(context, host)
            line.reply().judged(reader=False)
        except BaseException:
            line.hang_up()
            raise
        return line

    def greet(self, name: str) -> None:
        """EHLO, or HELO where the server does not know it."""
        self.send(f"EHLO {name}")
        reply = self.reply()
        if reply.number >= 500:
            self.send(f"HELO {name}")
            self.reply().judged(reader=False)
            return
        reply.judged(reader=False)
        words = [line.split(" ", 1) for line in reply.text.upper().split("\n")[1:] if line]
        self.offered = {word[0]: word[1] if len(word) > 1 else "" for word in words}

    def start_tls(self, context: ssl.SSLContext, host: str) -> None:
        """Raises ``PostRefused`` where the server offers none: what was to be safe is not sent in clear."""
        if not self.offers("STARTTLS"):
            raise PostRefused("5.7.10", "the mail server offers no TLS")
        self.send("STARTTLS")
        self.reply().judged(reader=False)
        self.make_safe(context, host)

    def make_safe(self, context: ssl.SSLContext, host: str) -> None:
        """From here on in TLS; whatever the server said before, ahead of its time, is forgotten."""
        with _told("TLS"):
            self.file.close()
            self._use(context.wrap_socket(self.sock, server_hostname=host))

    def sign_in(self, user: str, password: str) -> None:
        ways = self.offered.get("AUTH", "").split()
        if "PLAIN" in ways or "LOGIN" not in ways:
            self.send("AUTH PLAIN " + _b64(f"\0{user}\0{password}"))
        else:
            for words in ("AUTH LOGIN", _b64(user)):
                self.send(words)
                self.reply().judged(reader=False)
            self.send(_b64(password))
        self.reply().judged(reader=False)

    def offers(self, word: str) -> bool:
        return word in self.offered

    def send(self, *commands: str) -> None:
        with _told("send"):
            self.sock.settimeout(self.waits)
            self.sock.sendall("".join(f"{command}\r\n" for command in commands).encode())

    def body(self, lines: bytes) -> Reply:
        """Sends it and returns the server's last words, which may take longest."""
        with _told("body"):
            self.sock.settimeout(self.waits)
            self.sock.sendall(lines)
        self.waits = self.patience.final
        try:
            return self.reply().judged(reader=True)
        finally:
            self.waits = self.patience.command

    def reply(self) -> Reply:
        with _told("reply"):
            return self._reply()

    def answers(self, command: str) -> bool:
        """Whether the server says yes to a command that asks for nothing."""
        try:
            self.send(command)
            return self.reply().fine
        except PostLost:
            return False

    def quit(self) -> None:
        self.waits = FAREWELL
        self.answers("QUIT")
        self.hang_up()

    def hang_up(self) -> None:
        with contextlib.suppress(OSError):
            self.file.close()
            self.sock.close()

    def _use(self, sock: socket.socket) -> None:
        sock.settimeout(self.waits)
        self.sock, self.file = sock, sock.makefile("rb")

    def _reply(self) -> Reply:
        said: list[str] = []
        until = monotonic() + self.waits
        for _ in range(MOST_LINES):
            line = self._line(until)
            if not line.endswith(b"\n") or not line[:3].isdigit():
                raise PostLost("", "the mail server hung up" if not line else "the mail server speaks no SMTP")
            said.append(line[4:].decode("utf-8", "replace").strip())
            if line[3:4] != b"-":
                return Reply(int(line[:3]), "\n".join(said))
        raise PostLost("", "the mail server does not come to an end")

    def _line(self, until: float) -> bytes:
        """One line, however few bytes come at a time: a server that drips them would never be silent for long."""
        line = b""
        while not line.endswith(b"\n") and len(line) < LONGEST_LINE:
            self.sock.settimeout(max(until - monotonic(), AT_ONCE))
            there = len(self.file.peek(1))  # asks the socket once, where nothing is left of the last time
            if not there:
                break
            line += self.file.readline(min(there, LONGEST_LINE - len(line)))
        return line


@contextmanager
def _told(doing: str) -> Iterator[None]:
    """What a socket says of a connection becomes ``PostLost``; the name of the machine stays out of it."""
    try:
        yield
    except OSError as error:
        raise PostLost("", f"{doing}: {type(error).__name__}") from None


def _b64(words: str) -> str:
    return base64.b64encode(words.encode()).decode("ascii")
