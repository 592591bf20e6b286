"""The keys at hand: the first seals, all of them open."""

from __future__ import annotations

from django.conf import settings


class NoKey(Exception):
    """No key is set, so nothing can be sealed and nothing opened."""


def keys() -> tuple[bytes, ...]:
    """All keys, none where none is set."""
    return tuple(settings.NEWSDESK_CONFIDENTIAL_KEYS)


def sealing() -> bytes:
    """The key that seals; raises ``NoKey``."""
    if not keys():
        raise NoKey
    return keys()[0]
