"""The one guarded way out: HTTP and IMAP that end in time and take no more than was meant.

Addresses are those an operator has set, so they may be private. Whoever is to fetch what strangers name adds here,
first, that those may not (https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
"""

from __future__ import annotations

import imaplib
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

import httpx

SECONDS = 5.0
LONGEST_SILENCE = 60.0
MOST = 64 * 1024


class NetError(Exception):
    """No answer, none in time, or one that is too large; the message names no address and no secret."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request; ``headers`` and ``url`` may hold secrets, so neither is shown in full."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; the names of ``headers`` are in small letters."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


def ask(asked: Ask, seconds: float = SECONDS, most: int = MOST) -> Answer:
    """The answer, whatever its status; follows no redirect and asks no proxy. Raises ``NetError``."""
    body = bytearray()
    answer = receive(asked, lambda _, part: body.extend(part), seconds, most)
    return Answer(answer.status, bytes(body), answer.headers)


def receive(asked: Ask, take: Callable[[int, bytes], object], seconds: float, most: int) -> Answer:
    """As ``ask``, but the body goes as it comes to ``take``, with the status, and is not in the answer."""
    until, size = time.monotonic() + seconds, 0
    try:
        with (
            httpx.Client(timeout=min(seconds, LONGEST_SILENCE), trust_env=False, follow_redirects=False) as client,
            client.stream(asked.method, asked.url, headers=asked.headers, content=asked.body) as response,
        ):
            for part in response.iter_raw():
                size += len(part)
                if size > most:
                    raise NetError("the answer is too large")
                if time.monotonic() > until:
                    raise NetError("the answer takes too long")
                take(response.status_code, part)
            return Answer(response.status_code, b"", dict(response.headers))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NetError(f"no answer ({type(error).__name__})") from None


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A folder of mail that was opened; nothing in it is changed but by ``move``."""

    imap: imaplib.IMAP4 = field(repr=False)

    def letters(self, limit: int, most: int) -> Iterator[tuple[str, bytes]]:
        """The first ``limit`` messages, at most ``most`` bytes of each; they stay unread. Raises ``NetError``."""
        with _told():
            found = self.imap.uid("SEARCH", "ALL")[1]
            for uid in (found[0] or b"").decode("ascii").split()[:limit]:
                parts = self.imap.uid("FETCH", uid, f"(BODY.PEEK[]<0.{most}>)")[1]
                yield uid, next((part[1] for part in parts if isinstance(part, tuple)), b"")

    def move(self, uid: str, folder: str) -> None:
        """Raises ``NetError`` where it did not go; then it is still here."""
        with _told():
            if self.imap.uid("COPY", uid, folder)[0] != "OK":
                self.imap.create(folder)
                if self.imap.uid("COPY", uid, folder)[0] != "OK":
                    raise NetError("the folder for what was read cannot be made")
            self.imap.uid("STORE", uid, "+FLAGS.SILENT", r"(\Deleted)")
            self.imap.expunge()


@contextmanager
def mailbox(url: str, seconds: float = SECONDS) -> Iterator[Mailbox]:
    """The folder that ``imaps://user:password@host/INBOX`` names; each answer may take so long. Raises ``NetError``."""
    with _told():
        imap = _signed_in(url, seconds)
    try:
        yield Mailbox(imap)
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            imap.logout()


def _signed_in(url: str, seconds: float) -> imaplib.IMAP4:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "imaps":
        context = ssl.create_default_context()
        imap: imaplib.IMAP4 = imaplib.IMAP4_SSL(host, parts.port or 993, ssl_context=context, timeout=seconds)
    else:
        imap = imaplib.IMAP4(host, parts.port or 143, timeout=seconds)
    imap.login(unquote(parts.username or ""), unquote(parts.password or ""))
    if imap.select(unquote(parts.path.strip("/")) or "INBOX")[0] != "OK":
        raise NetError("there is no such folder")
    return imap


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (OSError, imaplib.IMAP4.error) as error:
        raise NetError(f"no answer ({type(error).__name__})") from None
