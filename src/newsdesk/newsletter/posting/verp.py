"""A return address for each delivery, so that a bounce says whose it is (VERP); signed, so that nobody invents one."""

from __future__ import annotations

import hmac
import re
from hashlib import sha256

from django.conf import settings

SALT = b"newsdesk.newsletter.verp"
LEAVE = "leave"
"""The subject of a mail to such an address by which a reader leaves."""
TOKEN = re.compile(r"\+(\d{1,19})-([0-9a-f]{16})@")


def return_path(delivery: int, otherwise: str) -> str:
    """Under ``NEWSDESK_RETURN_PATH``; where there is none, ``otherwise``."""
    base: str = settings.NEWSDESK_RETURN_PATH
    name, _, domain = base.partition("@")
    return f"{name}+{token(delivery)}@{domain}" if base else otherwise


def token(delivery: int) -> str:
    return f"{delivery}-{_signature(delivery)}"


def delivery_of(words: str) -> int | None:
    """The delivery whose return address or token stands in some words; None where there is none of ours."""
    for found in TOKEN.finditer(words.lower() if "@" in words else f"+{words}@"):
        if hmac.compare_digest(found[2], _signature(int(found[1]))):
            return int(found[1])
    return None


def _signature(delivery: int) -> str:
    key = sha256(SALT + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, str(delivery).encode(), sha256).hexdigest()[:16]
