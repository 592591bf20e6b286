"""The embedded reader server: serves the shelf, and forwards the desk's paths to the desk.

``python -m newsdesk.press.serve --port N``, once for each worker. It knows no Django and no database: with everything
else stopped, readers are served on. What is asked for often is one look into a dictionary and an answer made before.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import sys
import traceback
from collections.abc import Sequence
from time import monotonic
from urllib.parse import quote

import uvloop

from newsdesk.press.serving import heads, refusals, server
from newsdesk.press.serving.config import FORWARDED, ReaderConfig
from newsdesk.press.serving.counter import ABSENT, Counter, ReplacedError
from newsdesk.press.serving.forward import Forward, refuse
from newsdesk.press.serving.health import Health
from newsdesk.press.serving.hot import Answer, Shown
from newsdesk.press.serving.logs import Log, masked
from newsdesk.press.serving.negotiate import codings, matches
from newsdesk.press.serving.reply import Reply
from newsdesk.press.serving.request import Request
from newsdesk.press.serving.rules import CACHE_SHEET, NO_CACHE, ascii_url, safety
from newsdesk.press.serving.visits import Visits
from newsdesk.settings_env.refused import Refused

_FLUSH_EVERY = 1.0
_RARELY = 50_000  # allocations between two rounds of the collector: requests leave no cycles behind
_LEFT = 499  # in the log only, as nginx writes it: the client went before it was answered

Said = tuple[int, int, str]


class Reader:
    """The application; made within the event loop."""

    def __init__(self, config: ReaderConfig) -> None:
        self._config = config
        refusals.speak(config.language)
        self._counter = Counter(config)
        self._hot = self._counter.hot
        self._health = Health(config)
        self._forward = Forward(config)
        self._access = Log(config.access_log)
        self._errors = Log(config.error_log)
        self._visits = Visits(config.data)
        self._bare = safety("", config.secure)
        self._exact = {prefix.rstrip("/") for prefix in config.forward}

    def at_once(self, request: Request) -> bytes | None:
        """The answer from memory; None where that cannot be done: a range, or a body too large to be kept."""
        shown = self._hot.get(request.path, request.began) if request.method == "GET" else None
        if shown is None or b"range" in request.headers:
            return None
        answer, known = _chosen(request, shown)
        status, head, body = (
            (304, answer.not_modified_head, b"") if known else (answer.status, answer.head, answer.copy.body)
        )
        if body is None:
            return None
        self._note(request, (status, len(body), answer.copy.coding))
        return heads.joined(head, body, request.keep, request.version)

    async def answer(self, request: Request, reply: Reply) -> None:
        """Answer, and note it; whatever fails is noted and answered too, where an answer is still possible."""
        said: Said = _LEFT, 0, ""
        try:
            said = await self._answer(request, reply)
        except ReplacedError:
            said = *refuse(reply, refusals.REPLACED), ""
        except ConnectionError:
            pass
        except Exception as error:  # noqa: BLE001
            self.failed(error, request.path)
            if not reply.status:
                said = *refuse(reply, refusals.FAILED), ""
        finally:
            self._note(request, said)

    def failed(self, error: BaseException, path: str) -> None:
        """Note what went wrong."""
        trace = "".join(traceback.format_exception(error, limit=-6))
        self._errors.tell(type(error).__name__, path=masked(path), trace=trace)

    def _note(self, request: Request, said: Said) -> None:
        if said[0] == 302 and request.method == "GET":
            self._visits.note(request.path)
        if self._access.on:
            status, size, coding = said
            address = request.client if self._config.log_addresses else ""
            line = (request.began, request.method, masked(request.path), status, size, monotonic(), coding, address)
            self._access.request(line)

    async def _answer(self, request: Request, reply: Reply) -> Said:
        path = request.path
        if request.fault is not None:
            return *refuse(reply, request.fault), ""
        if path.startswith(self._config.forward):
            return *await self._forward.pass_on(request, reply), ""
        if request.method not in ("GET", "HEAD"):
            return 405, reply.whole(405, [*self._bare, ("Allow", "GET, HEAD"), NO_CACHE]), ""
        if request.body is not None:
            return *refuse(reply, refusals.NO_BODY), ""
        if path == "/healthz":
            return *await self._health.answer(reply), ""
        if path in self._exact:
            return self._with_slash(request, reply)
        try:
            return await self._sheet(request, reply)
        except ReplacedError:
            return await self._sheet(request, reply)

    async def _sheet(self, request: Request, reply: Reply) -> Said:
        now, head = monotonic(), request.method == "HEAD"
        shown = self._hot.get(request.path, now) or await self._counter.sheet(request.path, now)
        if shown is None:
            return await self._absent(request, reply, now, head)
        part = await self._counter.send_range(request, reply, shown)
        if part is not None:
            return *part, "identity"
        answer, known = _chosen(request, shown)
        if known:
            reply.ready(304, answer.not_modified_head, b"")
            return 304, 0, answer.copy.coding
        return *await self._counter.send(request.path, reply, shown, answer, head), answer.copy.coding

    async def _absent(self, request: Request, reply: Reply, now: float, head: bool) -> Said:
        if not request.path.endswith("/") and await self._counter.has_folder(request.path):
            return self._with_slash(request, reply)
        shown = await self._counter.not_found(now)
        if shown is None:
            return *refuse(reply, refusals.NOT_FOUND), ""
        answer = shown.best(codings(request.get(b"accept-encoding")))
        return *await self._counter.send(ABSENT, reply, shown, answer, head), answer.copy.coding

    def _with_slash(self, request: Request, reply: Reply) -> Said:
        query = f"?{request.query}" if request.query else ""
        location = ascii_url(quote(request.path) + "/" + query)
        headers = [*self._bare, ("Location", location), ("Cache-Control", CACHE_SHEET)]
        return 301, reply.whole(301, headers), ""

    async def flushing(self) -> None:
        """Write the logs once a second, until cancelled."""
        while True:
            await asyncio.sleep(_FLUSH_EVERY)
            await asyncio.to_thread(self.flush)

    def flush(self, *, last: bool = False) -> None:
        """Write the logs, and now and then what was counted; the ``last`` time all of it."""
        try:
            self._visits.flush(now=last)
        except OSError as error:
            self._errors.tell("OSError", trace=f"visits are not written: {error.strerror}")
        self._access.flush()
        self._errors.flush()


def _chosen(request: Request, shown: Shown) -> tuple[Answer, bool]:
    """The answer whose coding the client likes best, and whether it has that very copy."""
    answer = shown.best(codings(request.get(b"accept-encoding")))
    listed = request.get(b"if-none-match")
    return answer, listed is not None and answer.status == 200 and matches(listed, answer.copy.etag)


async def _run(config: ReaderConfig, host: str, port: int) -> None:
    reader = Reader(config)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_RARELY)
    flushing = asyncio.create_task(reader.flushing())
    await server.serve(reader, server.listening(host, port))
    flushing.cancel()
    reader.flush(last=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop; the exit status is 2 for settings that make no sense or a port that cannot be had."""
    parser = argparse.ArgumentParser(prog="newsdesk.press.serve")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--desk-port", type=int, default=0)
    parser.add_argument("--forward", nargs="+", default=FORWARDED, help="what is the desk's; each ends with a slash")
    given = parser.parse_args(arguments)
    try:
        config = ReaderConfig.from_environment(desk_port=given.desk_port, forward=tuple(given.forward))
        uvloop.run(_run(config, given.host, given.port))
    except (Refused, OSError) as error:
        print(f"newsdesk: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
