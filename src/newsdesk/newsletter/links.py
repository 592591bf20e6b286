"""Links that a subscriber is sent: signed, without an address, valid for ever (RFC 8058 section 3).

The key is derived from ``SECRET_KEY`` under a salt of its own, so a link of another newsroom, or made for something
else, opens nothing here.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.conf import settings

_MAC = 16
_LENGTH = 16 + 16 + 8
NO_LETTER = UUID(int=0)


class NotOurs(Exception):
    """No link that this newsroom made."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Whom a link is for, of which letter and delivery; ``NO_LETTER`` and 0 where it is of none."""

    subscriber: UUID
    letter: UUID = NO_LETTER
    delivery: int = 0


def leave_url(signed: Signed) -> str:
    """The address of the page, and of the one click, that ends one letter."""
    return f"{_site()}/letters/leave/{sign(signed)}/"


def preferences_url(signed: Signed) -> str:
    """The address of the page where a reader chooses letters."""
    return f"{_site()}/letters/preferences/{sign(signed)}/"


def keep_url(signed: Signed) -> str:
    """The address of the page where a reader says that they still want a letter."""
    return f"{_site()}/letters/keep/{sign(signed)}/"


def sign(signed: Signed) -> str:
    """75 characters of base64 that can stand in a path and in a header without being folded or encoded."""
    packed = signed.subscriber.bytes + signed.letter.bytes + signed.delivery.to_bytes(8, "big")
    return _written(packed + _mac(packed))


def unsign(words: str) -> Signed:
    """What ``sign`` was given; raises ``NotOurs``."""
    try:
        opened = urlsafe_b64decode(words.encode("ascii") + b"=" * (-len(words) % 4))
    except ValueError:
        raise NotOurs from None
    packed, mac = opened[:_LENGTH], opened[_LENGTH:]
    if not hmac.compare_digest(mac, _mac(packed)) or _written(opened) != words:
        raise NotOurs
    return Signed(UUID(bytes=packed[:16]), UUID(bytes=packed[16:32]), int.from_bytes(packed[32:], "big"))


def _written(opened: bytes) -> str:
    """The one way these bytes are written: base64 reads several."""
    return urlsafe_b64encode(opened).rstrip(b"=").decode("ascii")


def _mac(packed: bytes) -> bytes:
    return hmac.digest(derived("newsdesk.newsletter.links"), packed, "sha256")[:_MAC]


def derived(salt: str) -> bytes:
    """A key of its own for each purpose."""
    return sha256(f"{salt}\0{settings.SECRET_KEY}".encode()).digest()


def _site() -> str:
    return str(settings.NEWSDESK_SITE_URL).rstrip("/")
