"""The embedded reader server: an RSGI application that serves the shelf, and forwards the desk's paths to the desk.

``granian --interface rsgi --factory newsdesk.press.serve:reader``. It knows no Django and no database: with everything
else stopped, readers are served on. What is asked for often is one look into a dictionary and headers made before.
"""

from __future__ import annotations

import asyncio
import gc
import os
import traceback
from time import monotonic
from urllib.parse import quote

from newsdesk.press.serving.config import ReaderConfig
from newsdesk.press.serving.counter import ABSENT, Counter, ReplacedError
from newsdesk.press.serving.forward import Forward, RefusedError, refuse
from newsdesk.press.serving.health import Health
from newsdesk.press.serving.hot import Answer, Shown
from newsdesk.press.serving.logs import Log
from newsdesk.press.serving.negotiate import codings, matches
from newsdesk.press.serving.rsgi import Proto, Scope
from newsdesk.press.serving.rules import CACHE_SHEET, NO_CACHE, ascii_url, safety

_FLUSH_EVERY = 1.0
_RARELY = 50_000  # allocations between two rounds of the collector: requests leave no cycles behind
_FAILED = RefusedError(500, "Something went wrong", "It has been noted. Please try again in a moment.")
_REPLACED = RefusedError(503, "Please try again", "This page is being replaced just now.")
_NOT_FOUND = RefusedError(404, "Not found", "There is no page at this address.")

Said = tuple[int, int, str]


class Reader:
    """The application; granian calls ``__rsgi_init__`` in each worker process, then ``__rsgi__`` for each request."""

    def __init__(self, config: ReaderConfig) -> None:
        self._config = config
        self._counter = Counter(config)
        self._hot = self._counter.hot
        self._health = Health(config)
        self._forward = Forward(config)
        self._access = Log(config.access_log)
        self._errors = Log(config.error_log)
        self._bare = [*safety("", config.secure), ("content-length", "0")]
        self._exact = {prefix.rstrip("/") for prefix in config.forward}
        self._flushing: asyncio.Task[None] | None = None

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._flushing = loop.create_task(self._flush())
        gc.collect()
        gc.freeze()
        gc.set_threshold(_RARELY)

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._access.flush()
        self._errors.flush()

    async def __rsgi__(self, scope: Scope, proto: Proto) -> None:
        began = monotonic()
        shown = self._hot.get(scope.path, began) if scope.method == "GET" else None
        said = self._at_once(scope, proto, shown) if shown is not None else None
        if said is None:
            said = await self._guarded(scope, proto, began)
        if self._access.on:
            address = scope.client.rpartition(":")[0] if self._config.log_addresses else ""
            status, size, coding = said
            self._access.request((began, scope.method, scope.path, status, size, monotonic(), coding, address))

    def _at_once(self, scope: Scope, proto: Proto, shown: Shown) -> Said | None:
        """Answer from memory; None where that cannot be done: a range, or a body too large to be kept."""
        if scope.headers.get("range") is not None:
            return None
        answer, known = _chosen(scope, shown)
        if known:
            proto.response_empty(304, answer.not_modified)
            return 304, 0, answer.copy.coding
        body = answer.copy.body
        if body is None:
            return None
        proto.response_bytes(answer.status, answer.headers, body)
        return answer.status, answer.copy.size, answer.copy.coding

    async def _guarded(self, scope: Scope, proto: Proto, now: float) -> Said:
        """The boundary: whatever fails is logged and answered, where an answer is still possible."""
        try:
            return await self._answer(scope, proto, now)
        except ReplacedError:
            return *refuse(proto, _REPLACED), ""
        except Exception as error:  # noqa: BLE001
            self._errors.tell(type(error).__name__, path=scope.path, trace=traceback.format_exc(limit=-6))
            return *refuse(proto, _FAILED), ""

    async def _answer(self, scope: Scope, proto: Proto, now: float) -> Said:
        path = scope.path
        head = scope.method == "HEAD"
        if path.startswith(self._config.forward):
            return *await self._forward.pass_on(scope, proto), ""
        if scope.method not in ("GET", "HEAD"):
            proto.response_empty(405, [*self._bare, ("allow", "GET, HEAD"), NO_CACHE])
            return 405, 0, ""
        if path == "/healthz":
            return *await self._health.answer(proto, head), ""
        if path in self._exact:
            return self._with_slash(scope, proto)
        for last_try in (False, True):
            try:
                return await self._sheet(scope, proto, now, head)
            except ReplacedError:
                if last_try:
                    raise
        raise AssertionError("unreachable")

    async def _sheet(self, scope: Scope, proto: Proto, now: float, head: bool) -> Said:
        shown = self._hot.get(scope.path, now) or await self._counter.sheet(scope.path, now)
        if shown is None:
            return await self._absent(scope, proto, now, head)
        if scope.headers.get("range") is not None:
            part = await self._counter.send_range(scope, proto, shown, head)
            if part is not None:
                return *part, "identity"
        answer, known = _chosen(scope, shown)
        if known:
            proto.response_empty(304, answer.not_modified)
            return 304, 0, answer.copy.coding
        return *await self._counter.send(scope.path, proto, shown, answer, head), answer.copy.coding

    async def _absent(self, scope: Scope, proto: Proto, now: float, head: bool) -> Said:
        if not scope.path.endswith("/") and await self._counter.has_folder(scope.path):
            return self._with_slash(scope, proto)
        shown = await self._counter.not_found(now)
        if shown is None:
            return *refuse(proto, _NOT_FOUND), ""
        answer = shown.best(codings(scope.headers.get("accept-encoding")))
        return *await self._counter.send(ABSENT, proto, shown, answer, head), answer.copy.coding

    def _with_slash(self, scope: Scope, proto: Proto) -> Said:
        query = f"?{scope.query_string}" if scope.query_string else ""
        location = ascii_url(quote(scope.path) + "/" + query)
        proto.response_empty(301, [*self._bare, ("location", location), ("cache-control", CACHE_SHEET)])
        return 301, 0, ""

    async def _flush(self) -> None:
        while True:
            await asyncio.sleep(_FLUSH_EVERY)
            await asyncio.to_thread(self._access.flush)
            await asyncio.to_thread(self._errors.flush)


def _chosen(scope: Scope, shown: Shown) -> tuple[Answer, bool]:
    """The answer whose coding the client likes best, and whether it has that very copy."""
    headers = scope.headers
    answer = shown.best(codings(headers.get("accept-encoding")))
    listed = headers.get("if-none-match")
    return answer, listed is not None and answer.status == 200 and matches(listed, answer.copy.etag)


def reader() -> Reader:
    """The application as the environment says; ``ConfigError`` for nonsense in it."""
    return Reader(ReaderConfig.from_environment(os.environ))
