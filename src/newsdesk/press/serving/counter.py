"""Hands out sheets: finds them, answers conditions and ranges, and streams what is too large to be kept in memory."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

from newsdesk.press.shelves.base import ShelfError
from newsdesk.press.shelves.paths import parts_of

from .config import ReaderConfig
from .hot import Answer, Hot, Shown, answers
from .negotiate import OutOfRangeError, asked_range
from .reply import Reply
from .request import Request
from .routes import Routes
from .rules import NOT_FOUND
from .stock import Stock

_THREADS = 8
_CHUNK = 64 * 1024
ABSENT = "404"  # no path, so no sheet can be called so
_T = TypeVar("_T")

Said = tuple[int, int]


class ReplacedError(Exception):
    """The shelf holds a newer sheet than the one to be sent, of which nothing was sent yet."""


class Counter:
    """``hot`` answers at once; everything else leaves the event loop."""

    def __init__(self, config: ReaderConfig) -> None:
        self._stock = Stock(config.shelf)
        self._routes = Routes(config.shelf)
        self._secure = config.secure
        self._threads = ThreadPoolExecutor(_THREADS, "shelf")
        self._coming: dict[str, asyncio.Task[Shown | None]] = {}
        self.hot = Hot(self._stock, config.hot_bytes)

    async def sheet(self, path: str, now: float) -> Shown | None:
        """The sheet at ``path``, read once for all who wait for it; None where there is none."""
        if path not in self._coming:
            task = asyncio.ensure_future(self._fetch(path, now))
            self._coming[path] = task
            task.add_done_callback(lambda _: self._coming.pop(path))
        return await asyncio.shield(self._coming[path])

    async def not_found(self, now: float) -> Shown | None:
        """The shelf's own page for what is not there, under 404 whatever it was printed with."""
        return self.hot.get(ABSENT, now) or await self.sheet(ABSENT, now)

    async def has_folder(self, path: str) -> bool:
        """Whether ``path`` with a slash added is a sheet."""
        try:
            parts = parts_of(path + "/")
        except ShelfError:
            return False
        return await self._in_thread(self._stock.exists, parts)

    async def send(self, path: str, reply: Reply, shown: Shown, answer: Answer, head: bool) -> Said:
        """Send one copy whole; (status, bytes of the body), or ``ReplacedError``."""
        copy = answer.copy
        if head or copy.body is not None:
            reply.ready(answer.status, answer.head, copy.body or b"")
            return answer.status, 0 if head else copy.size
        return await self._stream(path, reply, shown, answer, (0, copy.size))

    async def send_range(self, request: Request, reply: Reply, shown: Shown) -> Said | None:
        """Answer 206 or 416 where one range of the plain copy is asked for and still means it; else None.

        ``ReplacedError`` as ``send``.
        """
        answer = shown.answers["identity"]
        asked, if_range = request.get(b"range"), request.get(b"if-range")
        if asked is None or answer.status != 200 or (if_range is not None and if_range != answer.copy.etag):
            return None
        try:
            wanted = asked_range(asked, answer.copy.size)
        except OutOfRangeError:
            return 416, reply.whole(416, [*answer.not_modified[1:], ("Content-Range", f"bytes */{answer.copy.size}")])
        if wanted is None or request.method == "HEAD":
            return None
        return await self._part(request.path, reply, shown, wanted)

    async def _part(self, path: str, reply: Reply, shown: Shown, wanted: tuple[int, int]) -> Said:
        answer = shown.answers["identity"]
        start, end = wanted
        headers = [header for header in answer.headers if header[0] != "Content-Length"]
        headers.append(("Content-Range", f"bytes {start}-{end - 1}/{answer.copy.size}"))
        headers.append(("Content-Length", str(end - start)))
        if answer.copy.body is not None:
            return 206, reply.whole(206, headers, answer.copy.body[start:end])
        return await self._stream(path, reply, shown, replace(answer, status=206, headers=headers), wanted)

    async def _stream(self, path: str, reply: Reply, shown: Shown, answer: Answer, span: tuple[int, int]) -> Said:
        handle = await self._in_thread(self._stock.open, shown.found.parts, answer.copy)
        if handle is None:
            self.hot.drop(path)
            raise ReplacedError
        try:
            reply.begin(answer.status, answer.headers)
            async for chunk in self._chunks(handle, *span):
                await reply.send(chunk)
        finally:
            os.close(handle)
        reply.end()
        return answer.status, span[1] - span[0]

    async def _chunks(self, handle: int, start: int, end: int) -> AsyncIterator[bytes]:
        while start < end:
            chunk = await self._in_thread(os.pread, handle, min(_CHUNK, end - start), start)
            if not chunk:
                return
            start += len(chunk)
            yield chunk

    async def _fetch(self, path: str, now: float) -> Shown | None:
        address = NOT_FOUND if path == ABSENT else path
        try:
            parts = parts_of(address)
        except ShelfError:
            return None
        found = await self._in_thread(self._stock.find, parts)
        if found is None:
            return None
        status = 404 if path == ABSENT else found.status
        recipe = self._routes.recipe(address)
        shown = Shown(found, answers(address, found, status, recipe, self._secure), now)
        self.hot.put(path, shown)
        return shown

    async def _in_thread(self, function: Callable[..., _T], *args: object) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, function, *args)
