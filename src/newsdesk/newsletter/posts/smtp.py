"""Hands letters to a mail server, one connection for many (RFC 5321), and knows the moment before the body.

Python's ``smtplib`` sends DATA and the body in one go. Here the server's 354 is waited for, and ``before_body`` asked
between the two: what it commits says truly whether anything may have left. With PIPELINING (RFC 2920) MAIL, RCPT and
DATA travel together; the body still waits for the 354.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from ssl import SSLContext, create_default_context

from newsdesk.newsletter.posts import (
    Addressed,
    Handed,
    NotHanded,
    PostError,
    PostLater,
    PostLost,
    PostRefused,
    without_addresses,
)
from newsdesk.newsletter.posts._smtp import remembered
from newsdesk.newsletter.posts._smtp.line import HURRIED, PATIENT, Line, Patience

IDLE = 20.0
"""Seconds after which a connection is asked whether it still stands."""
MOST_AT_ONCE = 200
"""Messages after which a connection is ended politely; servers that count are content."""
UNSAFE = re.compile(r"[\x00-\x20\x7f<>]")


@dataclass(frozen=True, slots=True)
class Server:
    """Where the mail server is; ``tls`` asks for STARTTLS, ``ssl`` speaks TLS from the first byte."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: bool = False
    ssl: bool = False
    name: str = "localhost"
    context: SSLContext | None = None
    patience: Patience = PATIENT


def post() -> SmtpPost:
    """The server of ``NEWSDESK_EMAIL_URL``."""
    from urllib.parse import urlsplit

    from django.conf import settings as s

    name = urlsplit(s.NEWSDESK_SITE_URL).hostname or "localhost"
    user, password = s.EMAIL_HOST_USER, s.EMAIL_HOST_PASSWORD
    server = Server(s.EMAIL_HOST, s.EMAIL_PORT, user, password, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL, name)
    return SmtpPost(server, greeted=lambda line: remembered.note(_named(), line.offers("SMTPUTF8")))


def takes_internationalised() -> bool:
    """False where that server has said that it takes no address beyond ASCII."""
    return not remembered.refuses(_named())


def _named() -> str:
    from django.conf import settings as s

    return f"{s.EMAIL_HOST}:{s.EMAIL_PORT}"


class SmtpPost:
    """``greeted`` is told of each new connection."""

    def __init__(self, server: Server, greeted: Callable[[Line], None] = lambda line: None) -> None:
        self.server, self.greeted = server, greeted
        self.line: Line | None = None
        self.carried = 0
        self.used_at = 0.0

    def hand(self, message: bytes, envelope: Addressed, *, before_body: Callable[[], bool]) -> Handed:
        """Raises what ``posts`` names; ``PostLost`` after ``before_body`` said yes means that nobody knows."""
        lines = wire_form(message)
        self._reach(lambda line: offer(line, envelope, len(lines)))
        self._ask(before_body)
        return self._give(lines)

    def hurry(self) -> None:
        """From the next connection on."""
        self.server = replace(self.server, patience=HURRIED)

    def close(self) -> None:
        """QUIT, without waiting long for the farewell."""
        if self.line:
            self.line.quit()
            self.line = None

    def _reach(self, offered: Callable[[Line], None]) -> None:
        """To the 354; where a connection from before has ended meanwhile, once more on a new one."""
        old = self._stands()
        try:
            self._try(offered)
        except (PostLost, PostLater):
            if not old or self.line:
                raise
            self._try(offered)

    def _try(self, offered: Callable[[Line], None]) -> None:
        line = self._line()
        try:
            offered(line)
        except PostError as error:
            self._tidy(error)
            raise

    def _ask(self, before_body: Callable[[], bool]) -> None:
        """There is no polite way out of DATA but to hang up: a server keeps nothing of what did not end."""
        yes = False
        try:
            yes = before_body()
        finally:
            if not yes:
                self._drop()
        if not yes:
            raise NotHanded

    def _give(self, lines: bytes) -> Handed:
        line = self._line()
        try:
            reply = line.body(lines)
        except PostError as error:
            self._tidy(error)
            raise
        self.carried, self.used_at = self.carried + 1, time.monotonic()
        return Handed(reply.status, without_addresses(reply.text))

    def _stands(self) -> bool:
        """Whether a connection from before stands still; one that carried enough is ended."""
        if self.line and self.carried >= MOST_AT_ONCE:
            self.close()
        if self.line and time.monotonic() - self.used_at > IDLE and not self.line.answers("NOOP"):
            self._drop()
        return self.line is not None

    def _line(self) -> Line:
        if self.line is None:
            self.line, self.carried = opened(self.server), 0
            self.used_at = time.monotonic()
            self.greeted(self.line)
        return self.line

    def _tidy(self, error: PostError) -> None:
        gone = isinstance(error, PostLost) or (error.code.startswith(("421", "4.3.2")) and not error.reader)
        if gone or not (self.line and self.line.answers("RSET")):
            self._drop()

    def _drop(self) -> None:
        if self.line:
            self.line.hang_up()
            self.line = None


def opened(server: Server) -> Line:
    """A connection that has greeted, is safe where that was asked for, and knows who we are."""
    context = server.context or (create_default_context() if server.ssl or server.tls else None)
    line = Line.to(server.host, server.port, context if server.ssl else None, server.patience)
    try:
        line.greet(server.name)
        if server.tls and not server.ssl:
            line.start_tls(context or create_default_context(), server.host)
            line.greet(server.name)
        if server.user:
            line.sign_in(server.user, server.password)
    except BaseException:
        line.hang_up()
        raise
    return line


def offer(line: Line, envelope: Addressed, size: int) -> None:
    """MAIL, RCPT and DATA, to the 354. Raises ``PostError``; then nothing was handed over."""
    mail, rcpt = _mail(line, envelope, size), _rcpt(line, envelope)
    if line.offers("PIPELINING"):
        line.send(mail, rcpt, "DATA")
        _pipelined(line)
        return
    for words, reader in ((mail, False), (rcpt, True), ("DATA", True)):
        line.send(words)
        line.reply().judged(reader=reader)


def _pipelined(line: Line) -> None:
    """Three answers to one segment; a 354 after a refusal is ended by an empty message to nobody (RFC 2920, 3.1)."""
    first = line.reply()
    if first.number == 421:
        first.judged(reader=False)
    second, third = line.reply(), line.reply()
    if third.number == 354 and not (first.fine and second.fine):
        line.send(".")
        line.reply()
    first.judged(reader=False)
    second.judged(reader=True)
    third.judged(reader=True)


def _mail(line: Line, envelope: Addressed, size: int) -> str:
    words = f"MAIL FROM:<{_safe(envelope.return_path)}>"
    words += f" SIZE={size}" if line.offers("SIZE") else ""
    words += " BODY=8BITMIME" if line.offers("8BITMIME") else ""
    words += " SMTPUTF8" if not envelope.to.isascii() and line.offers("SMTPUTF8") else ""
    if line.offers("DSN"):
        words += f" RET=HDRS ENVID={_xtext(envelope.message_id)}"
    return words


def _rcpt(line: Line, envelope: Addressed) -> str:
    if not envelope.to.isascii() and not line.offers("SMTPUTF8"):
        raise PostRefused("5.6.7", "the mail server takes no internationalised addresses", reader=True)
    return f"RCPT TO:<{_safe(envelope.to)}>" + (" NOTIFY=FAILURE,DELAY" if line.offers("DSN") else "")


def _safe(address: str) -> str:
    """An address is one word: anything else could be a command of its own."""
    if UNSAFE.search(address):
        raise PostRefused("5.1.3", "an address with signs that no address has", reader=True)
    return address


def _xtext(words: str) -> str:
    """RFC 3461, section 4."""
    plain = (sign if "!" <= sign <= "~" and sign not in "+=" else f"+{ord(sign):02X}" for sign in words.strip("<>"))
    return "".join(plain)


def wire_form(message: bytes) -> bytes:
    """With lines ended as SMTP ends them and dots doubled (RFC 5321, 4.5.2), and the end."""
    ends = message.count(b"\r\n")
    if not ends == message.count(b"\n") == message.count(b"\r"):
        message = re.sub(rb"\r\n|\r|\n", b"\r\n", message)
    message = message.replace(b"\r\n.", b"\r\n..")
    message = b"." + message if message.startswith(b".") else message
    return message + (b".\r\n" if message.endswith(b"\r\n") else b"\r\n.\r\n")
