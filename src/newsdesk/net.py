"""The one guarded way out: HTTP that ends in time and takes no more than was meant.

Addresses are those an operator has set, so they may be private. Whoever is to fetch what strangers name adds here,
first, that those may not (https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

SECONDS = 5.0
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
    status: int
    body: bytes


def ask(asked: Ask, seconds: float = SECONDS, most: int = MOST) -> Answer:
    """The answer, whatever its status; follows no redirect and asks no proxy. Raises ``NetError``."""
    until = time.monotonic() + seconds
    try:
        with (
            httpx.Client(timeout=seconds, trust_env=False, follow_redirects=False) as client,
            client.stream(asked.method, asked.url, headers=asked.headers, content=asked.body) as response,
        ):
            body = b""
            for part in response.iter_raw():
                body += part
                if len(body) > most:
                    raise NetError("the answer is too large")
                if time.monotonic() > until:
                    raise NetError("the answer takes too long")
            return Answer(response.status_code, body)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise NetError(f"no answer ({type(error).__name__})") from None
