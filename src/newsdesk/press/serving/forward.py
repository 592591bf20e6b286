"""Forwards to the desk what is not the shelf's, streaming, bounded in size, time and number (RFC 9110 section 7.6).

The path was decoded once, so it is encoded anew here; an encoded slash reaches the desk as a slash.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ipaddress import ip_address
from time import monotonic
from urllib.parse import quote, urlsplit

import httpx

from . import leaves, refusals
from .body import Body
from .config import LETTERS, NOTICES, SIGN_UP, ReaderConfig
from .heads import spelt
from .refusals import Refusal, RefusedError
from .reply import Reply
from .request import Request
from .rules import Headers
from .turned_away import TurnedAway, turn_away

_CONNECT = 2.0
_CLIENT_SILENT = 30.0
_FORM = 64 * 1024
_NOTICES = 1024 * 1024  # mail services tell of many letters at once
_HOP = {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer"}
_HOP |= {"transfer-encoding", "upgrade"}
_OURS = {"host", "forwarded", "x-real-ip", "expect"}
# httpcore looks for this module at each request; that there is none is remembered by nobody unless it is written here.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]


def _no_jar() -> CookieJar:
    """A jar that keeps nothing: a client of its own mind would sign every visitor in as the editor before."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


class Forward:
    """The way to the desk; one for each worker process, made in its event loop."""

    def __init__(self, config: ReaderConfig) -> None:
        self._config = config
        self._under_way = 0
        self._turned_away = TurnedAway()
        self._scheme = urlsplit(config.site_url).scheme
        limits = httpx.Limits(max_connections=config.forward_at_once, max_keepalive_connections=8, keepalive_expiry=5)
        timeout = httpx.Timeout(config.forward_seconds, connect=_CONNECT, pool=_CONNECT)
        self._client = httpx.AsyncClient(
            limits=limits, timeout=timeout, trust_env=False, follow_redirects=False, cookies=_no_jar()
        )

    async def pass_on(self, request: Request, reply: Reply) -> tuple[int, int]:
        """Answer from the desk, or say why not; (status, bytes of the body)."""
        if _signs_up(request) and (told := self._turned_away.still(_client(request), monotonic())):
            return await turn_away(request, reply, told)
        if self._under_way >= self._config.forward_at_once:
            return await self._without_desk(request, reply, refusals.DESK_BUSY)
        self._under_way += 1
        try:
            async with asyncio.timeout(self._config.forward_seconds):
                return await self._exchange(request, reply)
        except (RefusedError, TimeoutError, httpx.HTTPError) as error:
            if reply.status:
                raise
            return await self._without_desk(request, reply, _why(error))
        finally:
            self._under_way -= 1

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    async def _without_desk(self, request: Request, reply: Reply, why: Refusal) -> tuple[int, int]:
        """Say why not; but a wish to leave a letter is kept until the desk is back."""
        link = leaves.link_of(request.method, request.path)
        if not link:
            return refuse(reply, why)
        kept = await asyncio.to_thread(leaves.keep, self._config.data, link)
        return refuse(reply, refusals.LEFT if kept else why)

    async def _exchange(self, request: Request, reply: Reply) -> tuple[int, int]:
        response = await self._client.send(self._asked(request), stream=True)
        try:
            if response.status_code >= 500 and leaves.link_of(request.method, request.path):
                raise RefusedError(refusals.DESK_DOWN)
            sent = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]
            headers = [(spelt(name), value) for name, value in _without_hops(sent)]
            if _signs_up(request) and response.status_code == 429:
                return await self._told_to_wait(request, reply, headers, response)
            reply.begin(response.status_code, headers)
            size = 0
            if request.method != "HEAD":
                async for chunk in response.aiter_raw():
                    await reply.send(chunk)
                    size += len(chunk)
            reply.end()
            return response.status_code, size
        finally:
            await response.aclose()

    async def _told_to_wait(
        self, request: Request, reply: Reply, headers: Headers, response: httpx.Response
    ) -> tuple[int, int]:
        body = b"".join([chunk async for chunk in response.aiter_raw()])
        self._turned_away.note(_client(request), headers, body, monotonic())
        return 429, reply.whole(429, headers, body)

    def _asked(self, request: Request) -> httpx.Request:
        if int(request.headers.get(b"content-length", b"0")) > self._room(request):
            raise RefusedError(refusals.TOO_LARGE)
        query = f"?{request.query}" if request.query else ""
        path = quote(request.path, safe="/:@!$&'()*+,;=~")
        url = f"http://127.0.0.1:{self._config.desk_port}{path}{query}"
        content = None if request.body is None else self._upload(request.body, self._room(request))
        return self._client.build_request(request.method, url, headers=self._headers(request), content=content)

    def _headers(self, request: Request) -> Headers:
        """What the client sent, but for what only we can know: who it is and how it came to us."""
        host = request.host or request.get(b"host") or ""
        sent = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.items()]
        kept = [(n, value) for n, value in _without_hops(sent) if n not in _OURS and not n.startswith("x-forwarded-")]
        return [
            *kept,
            ("host", host),
            ("x-forwarded-host", host),
            ("x-forwarded-for", _client(request)),
            ("x-forwarded-proto", self._scheme or "http"),
        ]

    def _room(self, request: Request) -> int:
        """How many bytes a body may have: what readers send is a short form."""
        if request.path == NOTICES:
            return _NOTICES
        return _FORM if request.path.startswith(LETTERS) else self._config.upload_limit

    async def _upload(self, body: Body, room: int) -> AsyncIterator[bytes]:
        while True:
            try:
                async with asyncio.timeout(_CLIENT_SILENT):
                    chunk = await anext(body)
            except StopAsyncIteration:
                return
            except TimeoutError:
                raise RefusedError(refusals.SILENT) from None
            room -= len(chunk)
            if room < 0:
                raise RefusedError(refusals.TOO_LARGE)
            yield chunk


def _signs_up(request: Request) -> bool:
    return request.method == "POST" and request.path == SIGN_UP


def _client(request: Request) -> str:
    return asker(request.client, request.get(b"x-forwarded-for") or "")


def asker(peer: str, told: str) -> str:
    """The address that asks: the peer's own, or the last one it tells of, where it is a proxy on this machine.

    Anybody else's word on that is not taken; nor is what is no address.
    """
    if not _is_local(peer):
        return peer
    last = told.rpartition(",")[2].strip()
    try:
        return str(ip_address(last))
    except ValueError:
        return peer


def _is_local(peer: str) -> bool:
    try:
        return ip_address(peer).is_loopback
    except ValueError:
        return False


def refuse(reply: Reply, refusal: Refusal) -> tuple[int, int]:
    """Say so; (status, bytes of the body)."""
    return refusal.status, reply.whole(*refusal.page())


def _why(error: Exception) -> Refusal:
    if isinstance(error, RefusedError):
        return error.refusal
    if isinstance(error, httpx.PoolTimeout):
        return refusals.DESK_BUSY
    if isinstance(error, httpx.TimeoutException | TimeoutError) and not isinstance(error, httpx.ConnectTimeout):
        return refusals.DESK_SLOW
    return refusals.DESK_DOWN


def _without_hops(headers: Headers) -> Headers:
    """Without what concerns one connection only, and what ``Connection`` names so."""
    named = {
        part.strip().lower() for name, value in headers if name.lower() == "connection" for part in value.split(",")
    }
    return [(name, value) for name, value in headers if name.lower() not in _HOP | named]
