"""Every address of the desk's process, Wagtail's too, and what a role gets there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

SHUT = ("/desk/login/", "/desk/")
"""Where one is sent who may not: to sign in, or home with a message."""


@dataclass(frozen=True, slots=True)
class Route:
    """``name`` with its namespaces, or the pattern itself where it has none; ``params`` are its arguments."""

    name: str
    pattern: URLPattern
    namespaces: tuple[str, ...]
    params: tuple[str, ...]


def every_route() -> list[Route]:
    return list(_walk(get_resolver().url_patterns, "", (), ()))


def _walk(patterns: Any, prefix: str, namespaces: tuple[str, ...], params: tuple[str, ...]) -> Iterator[Route]:
    for one in patterns:
        path = prefix + str(one.pattern)
        found = (*params, *one.pattern.converters, *one.pattern.regex.groupindex)
        if isinstance(one, URLResolver):
            inner = (*namespaces, one.namespace) if one.namespace else namespaces
            yield from _walk(one.url_patterns, path, inner, found)
        else:
            name = ":".join((*namespaces, one.name)) if one.name else path
            yield Route(name, one, namespaces, tuple(dict.fromkeys(found)))


def may_go(client: Client, method: str, url: str) -> bool:
    """Whether the door is open: not sent to sign in, not sent home, not refused, and there is something behind it.

    What falls over behind the door was open. The client stays signed in, also after it signed out.
    """
    cookies = client.cookies.copy()
    answer: HttpResponse = client.get(url) if method == "GET" else client.post(url)
    _close(answer)
    client.cookies = cookies
    if answer.status_code in (301, 302):
        return answer["Location"].partition("?")[0] not in SHUT
    return answer.status_code not in (401, 403, 404, 405)


def _close(answer: HttpResponse) -> None:
    """As the test client does it: the end of a request must not close the connection of the test's transaction."""
    request_finished.disconnect(close_old_connections)
    answer.close()
    request_finished.connect(close_old_connections)
