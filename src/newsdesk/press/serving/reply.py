"""The way back for one request: framed by length, in chunks or by the connection's end (RFC 9112 section 6.3)."""

from __future__ import annotations

from typing import Protocol

from . import heads
from .request import Request
from .rules import Headers


class Sink(Protocol):
    """The connection that an answer leaves by; both raise ``ConnectionError`` where the client is gone."""

    stopping: bool

    def write(self, data: bytes) -> None: ...
    async def drained(self) -> None: ...


class Reply:
    """``whole`` is called once, or ``begin``, ``send`` as often as it takes, and ``end``."""

    def __init__(self, sink: Sink, request: Request) -> None:
        self._sink = sink
        self._request = request
        self._left: int | None = None
        self._chunked = False
        self.status = 0
        self.complete = False
        self.keep = False

    def whole(self, status: int, headers: Headers, body: bytes = b"") -> int:
        """Answer at once, without the body where none is wanted; returns the bytes of the body that were sent."""
        if status not in (204, 304) and not any(name == "Content-Length" for name, _ in headers):
            headers = [*headers, ("Content-Length", str(len(body)))]
        sent = b"" if self._bare(status) else body
        self._start(status, headers, sent)
        self.complete = True
        return len(sent)

    def ready(self, status: int, head: bytes, body: bytes) -> None:
        """Answer with a head that was made before and fits ``body``."""
        self.status, self.complete = status, True
        self._sink.write(heads.joined(head, b"" if self._bare(status) else body, self._keeps(), self._request.version))

    def begin(self, status: int, headers: Headers) -> None:
        """Announce a body: of the length that ``headers`` say, or of one not known yet; or announce that none comes."""
        length = next((int(value) for name, value in headers if name.lower() == "content-length"), None)
        if not self._bare(status):
            self._left = length
            self._chunked = length is None and self._request.version == "1.1"
            self._request.keep &= length is not None or self._chunked
        chunks = [("Transfer-Encoding", "chunked")] if self._chunked else []
        self._start(status, [*headers, *chunks])

    async def send(self, data: bytes) -> None:
        """A bit of the body; waits while the client does not take what was sent before."""
        if self._left is not None:
            self._left -= len(data)
            if self._left < 0:
                raise ValueError("the body is longer than was said")
        if data:
            self._sink.write(b"%x\r\n%b\r\n" % (len(data), data) if self._chunked else data)
        await self._sink.drained()

    def end(self) -> None:
        """The body is over; one that is shorter than was said leaves the answer incomplete."""
        if self._chunked:
            self._sink.write(b"0\r\n\r\n")
        self.complete = not self._left

    def _start(self, status: int, headers: Headers, body: bytes = b"") -> None:
        self.status = status
        head = heads.head(status, headers)
        self._sink.write(heads.joined(head, body, self._keeps(), self._request.version))

    def _bare(self, status: int) -> bool:
        return self._request.method == "HEAD" or status in (204, 304)

    def _keeps(self) -> bool:
        """Whether the connection goes on: not while a body is still to come that nobody wants."""
        body = self._request.body
        self.keep = self._request.keep and not self._sink.stopping and (body is None or body.done)
        return self.keep
