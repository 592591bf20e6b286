"""Forwards to the desk what is not the shelf's, streaming, bounded in size, time and number (RFC 9110 section 7.6).

granian has decoded the path once, so it is encoded anew here; an encoded slash reaches the desk as a slash.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import quote, urlsplit

import httpx

from .config import ReaderConfig
from .rsgi import Proto, Scope
from .rules import NO_CACHE, Headers

_CONNECT = 2.0
_CLIENT_SILENT = 30.0
_HOP = {"connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer"}
_HOP |= {"transfer-encoding", "upgrade"}
_OURS = {"host", "forwarded", "x-real-ip", "expect"}
_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title}</title><h1>{title}</h1><p>{words}</p></html>\n"
)
_PAGE_ONLY = [("x-content-type-options", "nosniff"), ("content-security-policy", "default-src 'none'")]


class RefusedError(Exception):
    """The request is answered by ``status`` and a plain page, not by the desk."""

    def __init__(self, status: int, title: str, words: str) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.words = words


_DOWN = RefusedError(
    503, "The desk is not running", "Please try again in a few seconds. The site itself is not affected."
)
_BUSY = RefusedError(503, "The desk is busy", "Please try again in a few seconds.")
_SLOW = RefusedError(504, "The desk took too long", "Your work may have been done; look before you try again.")
_LARGE = RefusedError(413, "This is too large", "The desk does not take files of this size.")
_HALTED = RefusedError(408, "The upload stopped", "Nothing arrived for half a minute. Please try again.")


class Forward:
    """The way to the desk; one for each worker process, made in its event loop."""

    def __init__(self, config: ReaderConfig) -> None:
        self._config = config
        self._under_way = 0
        self._scheme = urlsplit(config.site_url).scheme
        limits = httpx.Limits(max_connections=config.forward_at_once, max_keepalive_connections=8, keepalive_expiry=5)
        timeout = httpx.Timeout(config.forward_seconds, connect=_CONNECT, pool=_CONNECT)
        self._client = httpx.AsyncClient(limits=limits, timeout=timeout, trust_env=False, follow_redirects=False)

    async def pass_on(self, scope: Scope, proto: Proto) -> tuple[int, int]:
        """Answer from the desk, or say why not; (status, bytes of the body)."""
        if self._under_way >= self._config.forward_at_once:
            return refuse(proto, _BUSY)
        self._under_way += 1
        answered: list[int] = []
        try:
            async with asyncio.timeout(self._config.forward_seconds):
                return await self._exchange(scope, proto, answered)
        except (RefusedError, TimeoutError, httpx.HTTPError) as error:
            if answered:
                raise
            return refuse(proto, _why(error))
        finally:
            self._under_way -= 1

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()

    async def _exchange(self, scope: Scope, proto: Proto, answered: list[int]) -> tuple[int, int]:
        request = self._request(scope, proto)
        response = await self._client.send(request, stream=True)
        try:
            answered.append(response.status_code)
            headers = _without_hops(response.headers.multi_items())
            if scope.method == "HEAD" or response.status_code in (204, 304):
                proto.response_empty(response.status_code, headers)
                return response.status_code, 0
            return response.status_code, await _copy(response, proto, headers)
        finally:
            await response.aclose()

    def _request(self, scope: Scope, proto: Proto) -> httpx.Request:
        length = scope.headers.get("content-length")
        if length is not None and int(length) > self._config.upload_limit:
            raise _LARGE
        has_body = length not in (None, "0") or scope.headers.get("transfer-encoding") is not None
        query = f"?{scope.query_string}" if scope.query_string else ""
        path = quote(scope.path, safe="/:@!$&'()*+,;=~")
        url = f"http://127.0.0.1:{self._config.desk_port}{path}{query}"
        content = self._body(proto) if has_body else None
        return self._client.build_request(scope.method, url, headers=self._headers(scope), content=content)

    def _headers(self, scope: Scope) -> Headers:
        """What the client sent, but for what only we can know: who it is and how it came to us."""
        host = scope.authority or scope.headers.get("host") or ""
        sent = _without_hops(scope.headers.items())
        kept = [(name, value) for name, value in sent if name not in _OURS and not name.startswith("x-forwarded-")]
        return [
            *kept,
            ("host", host),
            ("x-forwarded-host", host),
            ("x-forwarded-for", scope.client.rpartition(":")[0].strip("[]")),
            ("x-forwarded-proto", self._scheme or scope.scheme),
        ]

    async def _body(self, proto: Proto) -> AsyncIterator[bytes]:
        room = self._config.upload_limit
        chunks = aiter(proto)
        while True:
            try:
                async with asyncio.timeout(_CLIENT_SILENT):
                    chunk = bytes(await anext(chunks))
            except StopAsyncIteration:
                return
            except TimeoutError:
                raise _HALTED from None
            room -= len(chunk)
            if room < 0:
                raise _LARGE
            yield chunk


def refuse(proto: Proto, error: RefusedError) -> tuple[int, int]:
    """A plain page of ours that no cache keeps."""
    page = _PAGE.format(title=error.title, words=error.words).encode()
    headers = [("content-type", "text/html; charset=utf-8"), NO_CACHE, *_PAGE_ONLY]
    if error.status == 503:
        headers.append(("retry-after", "5"))
    proto.response_bytes(error.status, headers, page)
    return error.status, len(page)


def _why(error: Exception) -> RefusedError:
    if isinstance(error, RefusedError):
        return error
    if isinstance(error, httpx.PoolTimeout):
        return _BUSY
    if isinstance(error, httpx.TimeoutException | TimeoutError) and not isinstance(error, httpx.ConnectTimeout):
        return _SLOW
    return _DOWN


async def _copy(response: httpx.Response, proto: Proto, headers: Headers) -> int:
    transport = proto.response_stream(response.status_code, headers)
    size = 0
    async for chunk in response.aiter_raw():
        await transport.send_bytes(chunk)
        size += len(chunk)
    return size


def _without_hops(headers: Headers) -> Headers:
    """Without what concerns one connection only, and what ``Connection`` names so."""
    named = {
        part.strip().lower() for name, value in headers if name.lower() == "connection" for part in value.split(",")
    }
    return [(name, value) for name, value in headers if name.lower() not in _HOP | named]
