"""The head of an answer (RFC 9112 section 4), its names spelt as usual though any case would do (RFC 9110, 5.1)."""

from __future__ import annotations

import re
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from time import time

from .rules import Headers

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_REASONS = {status.value: status.phrase for status in HTTPStatus}
_SPELT = {"etag": "ETag", "www-authenticate": "WWW-Authenticate", "x-xss-protection": "X-XSS-Protection", "nel": "NEL"}
_UNFIT = re.compile("[\r\n\0]")
_GOES_ON = b"\r\n"
_CLOSES = b"Connection: close\r\n\r\n"
_GOES_ON_AS_OF_OLD = b"Connection: keep-alive\r\n\r\n"  # HTTP/1.0 closes unless it is told


def head(status: int, headers: Headers) -> bytes:
    """Status line and headers, to which ``joined`` adds the rest; ``ValueError`` for a line break in a value."""
    if any(_UNFIT.search(value) for _, value in headers):
        raise ValueError("a header holds a line break")
    lines = (f"HTTP/1.1 {status} {_REASONS.get(status, '')}", *(f"{name}: {value}" for name, value in headers), "")
    return "\r\n".join(lines).encode("latin-1")


def joined(head: bytes, body: bytes, keep: bool, version: str) -> bytes:
    """A whole answer: ``head`` with the date and what becomes of the connection, then ``body``."""
    ending = _CLOSES if not keep else _GOES_ON if version == "1.1" else _GOES_ON_AS_OF_OLD
    return b"".join((head, _date(int(time())), ending, body))


@lru_cache(maxsize=1)
def _date(second: int) -> bytes:
    return f"Date: {formatdate(second, usegmt=True)}\r\n".encode()


@lru_cache(maxsize=512)
def spelt(name: str) -> str:
    """A header's name as people write it, where it came in lower case."""
    return _SPELT.get(name, name.title()) if name.islower() else name
