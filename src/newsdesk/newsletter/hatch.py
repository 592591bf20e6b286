"""The hatch beside the desk: readers' requests about letters go past all that people who are signed in need.

Django gives each request that comes by ASGI a thread, and each thread a connection to the database, which on SQLite
costs more than the answer. What has no session is answered in a few threads instead that keep theirs: while one waits
for the worker to let go of the database, the others get ready, and a crowd waits for nothing but its turn.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, cast

from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.exception import convert_exception_to_response
from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from django.urls import resolve

PREFIX = "/letters/"
THREADS = 4


class Hatch(ASGIHandler):
    """An ASGI application that answers what is asked of letters, and leaves all else to the ``desk``'s."""

    def __init__(self, desk: Callable[..., Any]) -> None:
        super().__init__()
        self.desk, self.threads = desk, ThreadPoolExecutor(THREADS, "letters")

    def load_middleware(self, is_async: bool = False) -> None:
        """None: there is no session here, and each view says its own headers."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if not str(scope.get("path", "")).startswith(PREFIX):
            await self.desk(scope, receive, send)
            return
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        response = await get_running_loop().run_in_executor(self.threads, self._answered, scope, body)
        await self.send_response(response, send)

    def _answered(self, scope: Any, body: IO[bytes]) -> HttpResponseBase:
        with body:
            request, refused = self.create_request(scope, body)
            response = cast(HttpResponseBase, _viewed(request) if request else refused)
        if connection.vendor != "sqlite" or connection.errors_occurred:
            connection.close()  # a server's belongs to a pool, and may be gone by the next request
        return response


@convert_exception_to_response
def _viewed(request: HttpRequest) -> HttpResponseBase:
    view, given, named = resolve(request.path_info)
    response: HttpResponseBase = view(request, *given, **named)
    return response
