"""The shapes of RSGI 1.x that the reader uses
(https://github.com/emmett-framework/granian/blob/master/docs/spec/RSGI.md).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Protocol

from .rules import Headers


class RequestHeaders(Protocol):
    """Names are lower case."""

    def get(self, key: str, default: Any = None) -> Any: ...
    def items(self) -> list[tuple[str, str]]: ...


class Scope(Protocol):
    """One request. granian has decoded ``path`` once, with U+FFFD for what is not UTF-8."""

    method: str
    path: str
    query_string: str
    client: str
    scheme: str
    authority: str | None
    headers: RequestHeaders


class Transport(Protocol):
    """The body of an answer, bit by bit."""

    async def send_bytes(self, data: bytes) -> None: ...


class Proto(Protocol):
    """The way back; exactly one ``response_`` method is called."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...
    def response_empty(self, status: int, headers: Headers) -> None: ...
    def response_bytes(self, status: int, headers: Headers, body: bytes) -> None: ...
    def response_stream(self, status: int, headers: Headers) -> Transport: ...
