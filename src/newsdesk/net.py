"""The one guarded way out: HTTP that ends in time and takes no more than was meant.

Addresses are those an operator has set, so they may be private. Whoever is to fetch what strangers name adds here,
first, that those may not (https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx

SECONDS = 5.0
LONGEST_SILENCE = 60.0
MOST = 64 * 1024


class NetError(Exception):
    """No answer, none in time, or one that is too large; the message names no address and no secret."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request; ``headers`` and ``url`` may hold secrets, so neither is shown in full."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; the names of ``headers`` are in small letters."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


def ask(asked: Ask, seconds: float = SECONDS, most: int = MOST) -> Answer:
    """The answer, whatever its status; follows no redirect and asks no proxy. Raises ``NetError``."""
    body = bytearray()
    answer = receive(asked, lambda _, part: body.extend(part), seconds, most)
    return Answer(answer.status, bytes(body), answer.headers)


def receive(asked: Ask, take: Callable[[int, bytes], object], seconds: float, most: int) -> Answer:
    """As ``ask``, but the body goes as it comes to ``take``, with the status, and is not in the answer."""
    until, size = time.monotonic() + seconds, 0
    try:
        with (
            httpx.Client(timeout=min(seconds, LONGEST_SILENCE), trust_env=False, follow_redirects=False) as client,
            client.stream(asked.method, asked.url, headers=asked.headers, content=asked.body) as response,
        ):
            for part in response.iter_raw():
                size += len(part)
                if size > most:
                    raise NetError("the answer is too large")
                if time.monotonic() > until:
                    raise NetError("the answer takes too long")
                take(response.status_code, part)
            return Answer(response.status_code, b"", dict(response.headers))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NetError(f"no answer ({type(error).__name__})") from None
