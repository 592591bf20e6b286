"""Networks that the desk has told to wait hear the same from the reader for a while, so that a flood ends here.

A network is known by its HMAC under a key of this process alone, and nothing of it is written anywhere.
https://www.rfc-editor.org/rfc/rfc6585#section-4
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from .networks import network_of
from .reply import Reply
from .request import Request
from .rules import Headers

LONGEST = 60.0
"""Seconds after which the desk is asked again, whatever it said."""
MOST = 10_000
"""Networks to be remembered; where there are more, all are forgotten, and the desk says it once more to each."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the desk said, to be said until then, in monotonic seconds."""

    until: float
    headers: Headers
    body: bytes


@dataclass(slots=True)
class TurnedAway:
    """Each network's last refusal; ``now`` is in monotonic seconds."""

    told: dict[bytes, Told] = field(default_factory=dict)
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def note(self, client: str, headers: Headers, body: bytes, now: float) -> None:
        """The desk has refused ``client``; without a word of when to come back it is asked again each time."""
        after = next((value for name, value in headers if name.lower() == "retry-after"), "")
        if not after.isdecimal():
            return
        if len(self.told) >= MOST:
            self.told.clear()
        self.told[self._mark(client)] = Told(now + min(float(after), LONGEST), headers, body)

    def still(self, client: str, now: float) -> Told | None:
        """What the network of ``client`` is told; None where the desk is to be asked."""
        found = self.told.get(self._mark(client)) if self.told else None
        return found if found and found.until > now else None

    def _mark(self, client: str) -> bytes:
        return hmac.digest(self._key, network_of(client).encode(), "sha256")


async def turn_away(request: Request, reply: Reply, told: Told) -> tuple[int, int]:
    """As the desk did; the connection goes on where all that was sent has come. (status, bytes of the body)"""
    if request.body is not None and request.body.whole:
        async for _ in request.body:
            pass
    return 429, reply.whole(429, told.headers, told.body)
