"""What a request carries, bit by bit as it comes, with no more than a few bits waiting in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

_WAITING = 64 * 1024


class Source(Protocol):
    """The connection that a body comes from."""

    def pause_reading(self) -> None: ...
    def resume_reading(self) -> None: ...
    def go_ahead(self) -> None: ...


class Body(AsyncIterator[bytes]):
    """The connection feeds it, a coroutine iterates, which is told by an exception where the end will not come."""

    def __init__(self, source: Source, awaits_word: bool) -> None:
        """``awaits_word``: the client sends nothing until it is told to go ahead (RFC 9110 section 10.1.1)."""
        self._source = source
        self._awaits_word = awaits_word
        self._chunks: list[bytes] = []
        self._size = 0
        self._ended = False
        self._broken: Exception | None = None
        self._news = asyncio.Event()

    @property
    def whole(self) -> bool:
        """Whether all of it has come, taken or not."""
        return self._ended

    @property
    def done(self) -> bool:
        """Whether all of it was taken."""
        return self._ended and not self._chunks

    def feed(self, chunk: bytes) -> None:
        """A bit has come."""
        self._chunks.append(chunk)
        self._size += len(chunk)
        self._news.set()
        if self._size > _WAITING:
            self._source.pause_reading()

    def end(self) -> None:
        """All has come."""
        self._ended = True
        self._news.set()

    def fail(self, why: Exception) -> None:
        """Nothing more will come; whoever waits for it is told ``why``."""
        self._broken = why
        self._news.set()

    async def __anext__(self) -> bytes:
        if not (self._chunks or self._ended) and self._awaits_word:
            self._awaits_word = False
            self._source.go_ahead()
        while not (self._chunks or self._ended or self._broken is not None):
            self._news.clear()
            await self._news.wait()
        if self._chunks:
            return self._take()
        if self._broken is not None:
            raise self._broken
        raise StopAsyncIteration

    def _take(self) -> bytes:
        taken = b"".join(self._chunks)
        self._chunks.clear()
        self._size = 0
        if not self._ended:
            self._source.resume_reading()
        return taken
