"""One client's connection: HTTP/1.1, answered in order (https://www.rfc-editor.org/rfc/rfc9112).

What the application knows at once is written from within the parser; all else waits in line for one coroutine, and
nothing further is read meanwhile. Whatever may take long has an end: see ``sweep``.
"""

from __future__ import annotations

import asyncio
from collections import deque
from time import monotonic
from typing import Protocol, cast

from . import heads, refusals
from .reading import Reading
from .refusals import Refusal, RefusedError
from .reply import Reply
from .request import Request

HEAD_SECONDS = 10.0
IDLE_SECONDS = 30.0
STALLED_SECONDS = 60.0
LINGER_SECONDS = 2.0
WAITING = 64  # requests in line; a client that sends more at once must connect again


class App(Protocol):
    """What is served."""

    def at_once(self, request: Request) -> bytes | None:
        """The whole answer, where it can be given without waiting; never asked about a request with a body."""

    async def answer(self, request: Request, reply: Reply) -> None:
        """Answer by ``reply``; what goes wrong is answered and noted there."""

    def failed(self, error: BaseException, path: str) -> None:
        """Note what went wrong outside of ``answer``."""


class Connection(asyncio.Protocol):
    """``everyone`` holds the connections that are open, this one from its first to its last moment."""

    _transport: asyncio.Transport
    _reading: Reading

    def __init__(self, app: App, everyone: set[Connection]) -> None:
        self._app = app
        self._everyone = everyone
        self._line: deque[Request] = deque()
        self._work: asyncio.Task[None] | None = None
        self._held = b""
        self._ended = self._leaving = self._gone = False
        self._sent = self._taken = 0
        self._since = self._moved = monotonic()
        self._room = asyncio.Event()
        self._room.set()
        self.stopping = False

    # What asyncio tells: https://docs.python.org/3/library/asyncio-protocol.html

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._client = str((transport.get_extra_info("peername") or ("",))[0])
        self._reading = Reading(self._take, self, self._client)
        self._everyone.add(self)

    def data_received(self, data: bytes) -> None:
        if self._leaving:
            return
        if self._work is not None and self._reading.body is None:
            self._held += data
            self.pause_reading()
        else:
            self._read(data)

    def eof_received(self) -> bool:
        self._ended = True
        if self._reading.body is not None:
            self._reading.break_off(ConnectionResetError("the client left before all was sent"))
        return self._work is not None

    def connection_lost(self, error: Exception | None) -> None:
        self._gone = True
        self._everyone.discard(self)
        self._reading.break_off(ConnectionResetError("the client is gone"))
        del self._reading
        self._room.set()

    def pause_writing(self) -> None:
        self._room.clear()

    def resume_writing(self) -> None:
        self._room.set()

    # Reading

    def _read(self, data: bytes) -> None:
        try:
            self._reading.feed(data)
        except RefusedError as refused:
            self._refuse(refused.refusal)
        except ConnectionError:
            pass
        except Exception as error:  # noqa: BLE001
            self._app.failed(error, "")
            self._refuse(refusals.FAILED)

    def _take(self, request: Request) -> None:
        if self._work is None and request.body is None and self._room.is_set():
            answer = self._app.at_once(request)
            if answer is not None:
                self.write(answer)
                if not request.keep:
                    self._leave()
                return
        self._stand_in_line(request)

    def _refuse(self, why: Refusal) -> None:
        """After all that was asked for before; nothing further is read."""
        body_was_under_way = self._reading.break_off(RefusedError(why))
        if not (body_was_under_way or self._leaving or self._gone):
            self._stand_in_line(Request(monotonic(), self._client, fault=why))

    def pause_reading(self) -> None:
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        self._transport.resume_reading()

    def go_ahead(self) -> None:
        self.write(heads.CONTINUE)

    # Answering

    def write(self, data: bytes) -> None:
        if self._gone or self._transport.is_closing():
            raise ConnectionResetError("the client is gone")
        self._sent += len(data)
        self._transport.write(data)

    async def drained(self) -> None:
        await self._room.wait()
        if self._gone:
            raise ConnectionResetError("the client is gone")

    def _stand_in_line(self, request: Request) -> None:
        self._line.append(request)
        if len(self._line) >= WAITING:
            request.keep, self._reading.over = False, True
        if self._work is None:
            self._work = asyncio.get_running_loop().create_task(self._answer_all())

    async def _answer_all(self) -> None:
        while self._line and not (self._leaving or self._gone):
            await self._answer(self._line.popleft())
        self._work = None
        if not (self._leaving or self._gone):
            self._go_on()

    async def _answer(self, request: Request) -> None:
        reply = Reply(self, request)
        try:
            await self.drained()
            await self._app.answer(request, reply)
        except ConnectionError:
            pass
        except Exception as error:  # noqa: BLE001
            self._app.failed(error, request.path)
        self._since = monotonic()
        if not reply.complete:
            self._transport.abort()
        elif not reply.keep:
            self._leave(linger=request.fault is not None or request.body is not None)

    def _go_on(self) -> None:
        held, self._held = self._held, b""
        self.resume_reading()
        if held:
            self._read(held)
        if self._ended and self._work is None and not self._leaving:
            self._leave()

    def _leave(self, linger: bool = False) -> None:
        """Close; where more may be on its way, only after it was let pass, lest the answer be lost to a reset."""
        self._leaving, self._since = True, monotonic()
        if not linger:
            self._transport.close()
        elif not self._gone:
            self._transport.write_eof()
            self.resume_reading()

    # Limits

    def sweep(self, now: float) -> None:
        """Called about once a second (monotonic seconds): nobody holds a connection without using it."""
        left = self._transport.get_write_buffer_size()
        if not left or self._sent - left != self._taken:
            self._taken, self._moved = self._sent - left, now
        if left:
            if now - self._moved > STALLED_SECONDS:
                self.abort()
        elif self._leaving:
            if now - self._since > LINGER_SECONDS:
                self.abort()
        elif self._work is None:
            self._sweep_waiting(now)

    def _sweep_waiting(self, now: float) -> None:
        since = max(self._since, self._reading.began)
        if self._reading.in_head and now - since > HEAD_SECONDS:
            self._refuse(refusals.TOO_SLOW)
        elif now - since > IDLE_SECONDS:
            self._leave()

    def stop(self) -> None:
        """Finish what was asked for, then close."""
        self.stopping = True
        if self._work is None and not self._leaving:
            self._leave()

    def abort(self) -> None:
        """Close now."""
        self._transport.abort()
