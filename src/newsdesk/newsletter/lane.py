"""Readers' requests about letters go past all that the desk needs for people who are signed in.

The desk's middlewares each change threads for a request; what has no session has no business there, and a crowd that
asks at once is not to wait for it. https://docs.djangoproject.com/en/5.2/topics/http/middleware/
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction, sync_to_async
from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.decorators import sync_and_async_middleware

PREFIX = "/letters/"


@sync_and_async_middleware
def lane(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """The first of all middlewares."""
    if not iscoroutinefunction(get_response):
        return lambda request: _answered(request) or get_response(request)
    at_once = sync_to_async(_answered, thread_sensitive=True)

    async def answer(request: HttpRequest) -> HttpResponseBase:
        answered = await at_once(request) if request.path_info.startswith(PREFIX) else None
        return answered or await get_response(request)

    return answer


def _answered(request: HttpRequest) -> HttpResponseBase | None:
    """The answer of one of our views; None for what is not ours."""
    if not request.path_info.startswith(PREFIX):
        return None
    try:
        view, arguments, named = resolve(request.path_info)
    except Resolver404:
        return None
    response: HttpResponseBase = view(request, *arguments, **named)
    return response
