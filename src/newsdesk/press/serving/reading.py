"""Requests out of what a client sends, read by llhttp in its strict mode (RFC 9112; https://llhttp.org).

What llhttp lets pass and could be understood in two ways is refused here: several hosts, a body beside an upgrade,
transfer codings other than chunks, chunks in HTTP/1.0.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser

from . import refusals
from .body import Body, Source
from .refusals import RefusedError
from .request import Request, opened

HEAD_BYTES = 32 * 1024
_A_FIELD = 32  # what each costs beside its letters, as RFC 7541 counts, so that their number is bounded too


class Reading:
    """The parser of one connection; ``take`` is called with each request once its head is complete."""

    def __init__(self, take: Callable[[Request], None], source: Source, client: str) -> None:
        self._take = take
        self._source = source
        self._client = client
        self._parser = HttpRequestParser(self)
        self._target = b""
        self._headers: dict[bytes, bytes] = {}
        self._size = self._pending = 0
        self.body: Body | None = None
        self.in_head = False
        self.began = monotonic()
        self.over = False

    def feed(self, data: bytes) -> None:
        """Read on. ``RefusedError`` for what cannot be read, and what ``take`` raises; nothing follows on that."""
        was_in_head = self.in_head
        try:
            self._parser.feed_data(data)
        except HttpParserUpgrade:
            self.over = True  # it is answered as if no upgrade had been asked for
        except HttpParserError as error:
            if not self.over or self.body is not None:  # whoever asked for a close may say what he likes after that
                raise error.__context__ or RefusedError(refusals.NOT_UNDERSTOOD) from None
        if was_in_head and self.in_head:
            self._pending += len(data)
            self._measure(0)

    def break_off(self, why: Exception) -> bool:
        """Nothing more is read; returns whether a body was under way, whose taker is told ``why``."""
        self.over, self.in_head = True, False
        body, self.body = self.body, None
        if body is not None:
            body.fail(why)
        return body is not None

    # What the parser tells: https://github.com/MagicStack/httptools

    def on_message_begin(self) -> None:
        self.began = monotonic()
        self.in_head = True
        self._target, self._headers = b"", {}
        self._size = self._pending = 0

    def on_url(self, part: bytes) -> None:
        self._target += part
        self._measure(len(part))

    def on_header(self, name: bytes, value: bytes) -> None:
        self._measure(len(name) + len(value) + _A_FIELD)
        if self.in_head:  # and not a trailer
            name, value = name.lower(), value.strip()
            if name in self._headers:
                value = self._headers[name] + (b"; " if name == b"cookie" else b", ") + value
            self._headers[name] = value

    def on_headers_complete(self) -> None:
        self.in_head = False
        if not self.over:
            request = self._request()
            self.over = not request.keep
            self._take(request)

    def on_body(self, part: bytes) -> None:
        if self.body is not None:
            self.body.feed(part)

    def on_message_complete(self) -> None:
        if self.body is not None:
            self.body.end()
            self.body = None

    def _request(self) -> Request:
        parser, headers = self._parser, self._headers
        path, query, host = opened(self._target)
        version, method = parser.get_http_version(), parser.get_method().decode()
        request = Request(self.began, self._client, method, path, query, host, headers, version)
        upgrade = parser.should_upgrade()
        request.keep = parser.should_keep_alive() and not upgrade
        if version != "1.1" or b"," in headers.get(b"host", b","):
            _check_version(request)
        if b"transfer-encoding" in headers or int(headers.get(b"content-length", b"0")):
            _check_body(request, upgrade)
            expects = headers.get(b"expect", b"").lower() == b"100-continue" and version == "1.1"
            request.body = self.body = Body(self._source, expects)
        return request

    def _measure(self, size: int) -> None:
        self._size += size
        if self._size > HEAD_BYTES or self._pending > HEAD_BYTES:
            raise RefusedError(refusals.HEADERS_TOO_LARGE)


def _check_version(request: Request) -> None:
    if request.version not in ("1.0", "1.1"):
        raise RefusedError(refusals.UNKNOWN_VERSION)
    if b"," in request.headers.get(b"host", b"," if request.version == "1.1" else b""):
        raise RefusedError(refusals.NOT_UNDERSTOOD)


def _check_body(request: Request, upgrade: bool) -> None:
    coding = request.headers.get(b"transfer-encoding", b"chunked").lower()
    if upgrade or (b"transfer-encoding" in request.headers and request.version == "1.0"):
        raise RefusedError(refusals.NOT_UNDERSTOOD)
    if coding != b"chunked":
        raise RefusedError(refusals.UNKNOWN_CODING)
