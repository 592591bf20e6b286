"""Nobody holds a connection without using it, and nothing that is sent, however mad, does harm to the process."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.press.serving import http1, server
from newsdesk.press.serving.http1 import Connection
from newsdesk.press.serving.reply import Reply
from newsdesk.press.serving.request import Request

GET = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
UPLOAD = b"POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n"


class Wire(asyncio.Transport):
    """A transport without a network; ``left`` bytes of what was written are not taken yet."""

    def __init__(self) -> None:
        super().__init__()
        self.written = b""
        self.left = 0
        self.closed = self.reset = self.paused = self.finished = False

    def write(self, data: Any) -> None:
        self.written += data

    def close(self) -> None:
        self.closed = True

    def abort(self) -> None:
        self.closed = self.reset = True

    def is_closing(self) -> bool:
        return self.closed

    def write_eof(self) -> None:
        self.finished = True

    def pause_reading(self) -> None:
        self.paused = True

    def resume_reading(self) -> None:
        self.paused = False

    def get_write_buffer_size(self) -> int:
        return self.left


class App:
    """Answers at once, late, never, after the upload, or fails."""

    def __init__(self) -> None:
        self.failures: list[str] = []
        self.release = asyncio.Event()

    def at_once(self, request: Request) -> bytes | None:
        if request.path == "/broken":
            raise ValueError("at once")
        return b"HTTP/1.1 200 OK\r\n\r\n" if request.path == "/" else None

    async def answer(self, request: Request, reply: Reply) -> None:
        if request.path == "/late":
            await self.release.wait()
        if request.path == "/fails":
            raise ValueError("while answering")
        if request.fault is not None:
            reply.whole(*request.fault.page())
            return
        if request.path == "/upload" and request.body is not None:
            async for _ in request.body:
                pass
        reply.whole(200, [], b"done")

    def failed(self, error: BaseException, path: str) -> None:
        self.failures.append(str(error))


class Ground:
    """One connection on a wire."""

    def __init__(self) -> None:
        self.app, self.wire, self.everyone = App(), Wire(), set[Connection]()
        self.connection = server.Turnstile(self.app, self.everyone)
        self.connection.connection_made(self.wire)

    async def say(self, *parts: bytes) -> None:
        for part in parts:
            if not self.wire.closed:
                self.connection.data_received(part)
                await self.settle()

    async def settle(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)

    async def after(self, seconds: float) -> None:
        self.connection.sweep(monotonic() + seconds)
        await self.settle()


def test_a_head_that_never_ends_is_cut_off() -> None:
    async def case() -> None:
        ground = Ground()
        await ground.say(b"GET / HT", b"TP/1.1\r\nX: a")
        await ground.after(http1.HEAD_SECONDS - 1)
        assert not ground.wire.written
        await ground.after(http1.HEAD_SECONDS + 1)
        assert ground.wire.written.startswith(b"HTTP/1.1 408 ") and ground.wire.finished
        await ground.after(http1.LINGER_SECONDS + 1)
        assert ground.wire.reset

    asyncio.run(case())


def test_an_idle_connection_is_closed_and_a_busy_one_is_not() -> None:
    async def case() -> None:
        idle, busy = Ground(), Ground()
        await idle.say(GET)
        await busy.say(GET.replace(b"/ ", b"/late "))
        for ground in (idle, busy):
            await ground.after(http1.IDLE_SECONDS - 1)
            assert not ground.wire.closed
            await ground.after(http1.IDLE_SECONDS + 1)
        assert idle.wire.closed and not busy.wire.closed
        busy.app.release.set()
        await busy.settle()
        assert busy.wire.written.endswith(b"done")

    asyncio.run(case())


def test_a_reader_that_takes_nothing_is_cut_off_and_a_slow_one_is_not() -> None:
    async def case() -> None:
        stalled, slow = Ground(), Ground()
        for ground in (stalled, slow):
            ground.wire.left = 1000
            await ground.after(0)
        slow.wire.left = 999
        await slow.after(http1.STALLED_SECONDS)
        for ground in (stalled, slow):
            await ground.after(http1.STALLED_SECONDS + 1)
        assert stalled.wire.reset and not slow.wire.closed

    asyncio.run(case())


def test_nothing_is_written_to_a_reader_that_has_no_room() -> None:
    async def case() -> None:
        ground = Ground()
        ground.connection.pause_writing()
        await ground.say(GET * 3)
        assert not ground.wire.written
        ground.connection.resume_writing()
        await ground.settle()
        assert ground.wire.written.count(b"HTTP/1.1 200") == 3

    asyncio.run(case())


def test_nothing_is_read_while_a_request_waits_for_its_answer() -> None:
    async def case() -> None:
        ground = Ground()
        await ground.say(GET.replace(b"/ ", b"/late "), GET)
        assert ground.wire.paused and not ground.wire.written
        ground.app.release.set()
        await ground.settle()
        assert not ground.wire.paused
        assert ground.wire.written.index(b"done") < ground.wire.written.rindex(b"HTTP/1.1 200")

    asyncio.run(case())


def test_an_upload_waits_on_the_wire_and_not_in_memory() -> None:
    async def case() -> None:
        ground = Ground()
        await ground.say(GET.replace(b"/ ", b"/late ") + UPLOAD, bytes(70_000))
        assert ground.wire.paused
        ground.app.release.set()
        await ground.settle()
        assert not ground.wire.paused

    asyncio.run(case())


def test_requests_in_line_are_bounded() -> None:
    async def case() -> None:
        ground = Ground()
        await ground.say(GET.replace(b"/ ", b"/late ") * 1000)
        ground.app.release.set()
        for _ in range(http1.WAITING):
            await ground.settle()
        assert ground.wire.written.count(b"HTTP/1.1 200") == http1.WAITING
        assert ground.wire.written.count(b"Connection: close") == 1 and ground.wire.closed

    asyncio.run(case())


def test_a_failure_is_noted_and_ends_no_more_than_its_connection() -> None:
    async def case() -> None:
        broken, fails = Ground(), Ground()
        await broken.say(GET.replace(b"/ ", b"/broken "))
        assert broken.wire.written.startswith(b"HTTP/1.1 500 ") and broken.app.failures == ["at once"]
        await fails.say(GET.replace(b"/ ", b"/fails "))
        assert fails.wire.reset and fails.app.failures == ["while answering"]

    asyncio.run(case())


def test_who_comes_when_all_places_are_taken_is_turned_away() -> None:
    async def case() -> None:
        ground = Ground()
        ground.everyone |= {object() for _ in range(server.MOST)}  # type: ignore[misc]
        late, wire = server.Turnstile(ground.app, ground.everyone), Wire()
        late.connection_made(wire)
        assert wire.written.startswith(b"HTTP/1.1 503 ") and wire.closed

    asyncio.run(case())


WORDS = [
    GET,
    UPLOAD,
    b"GET /late HTTP/1.1\r\n",
    b"\r\n",
    b"Host: a\r\n",
    b"Content-Length: 3\r\n",
    b"0\r\n\r\n",
    b"abc",
]
WORDS += [b"Transfer-Encoding: chunked\r\n", b"POST /upload HTTP/1.1\r\n", b"Connection: upgrade\r\nUpgrade: x\r\n"]
WORDS += [b"GET /fails HTTP/1.0\r\n", b"Expect: 100-continue\r\n", b"GET /broken HTTP/1.1\r\n", b"3\r\nabc\r\n"]


@given(st.lists(st.sampled_from(WORDS) | st.binary(max_size=40), max_size=12), st.booleans())
def test_whatever_is_sent_the_connection_ends_in_time(parts: list[bytes], says_goodbye: bool) -> None:
    async def case() -> None:
        ground = Ground()
        await ground.say(*parts)
        if says_goodbye and not ground.wire.closed and not ground.connection.eof_received():
            ground.wire.close()
        ground.app.release.set()
        for seconds in (http1.HEAD_SECONDS + 1, http1.IDLE_SECONDS + 1, http1.LINGER_SECONDS + 1):
            await ground.after(seconds)
        if not ground.wire.closed:  # an upload of which nothing comes any more: the forwarder's own limit ends that
            ground.connection.connection_lost(None)
            await ground.settle()
            assert b"POST /upload" in b"".join(parts)
        assert set(ground.app.failures) <= {"at once", "while answering"}

    asyncio.run(case())
