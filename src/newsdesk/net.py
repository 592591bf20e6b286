"""The one guarded way out: HTTP that ends in time and takes no more than was meant.

Addresses are those an operator has set, so they may be private. Whoever is to fetch what strangers name adds here,
first, that those may not (https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

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


def _nobody(_: int) -> None:
    """Hears how a body grows, and does nothing."""


def ask(asked: Ask, seconds: float = SECONDS, most: int = MOST) -> Answer:
    """The answer, whatever its status; follows no redirect and asks no proxy. Raises ``NetError``."""
    body = BytesIO()
    answer = save(asked, body, seconds, most)
    return Answer(answer.status, body.getvalue(), answer.headers)


def save(asked: Ask, into: BinaryIO, seconds: float, most: int, told: Callable[[int], None] = _nobody) -> Answer:
    """As ``ask``, but the body goes into a file as it comes, and ``told`` hears how much there is."""
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
                into.write(part)
                told(size)
            return Answer(response.status_code, b"", dict(response.headers))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NetError(f"no answer ({type(error).__name__})") from None
