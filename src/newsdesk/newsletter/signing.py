"""Signs mail with the newsroom's own keys, for the domain it is from; without keys the server or the service signs."""

from __future__ import annotations

import re
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from newsdesk.newsletter import dkim

_BLOCK = re.compile(r"-----BEGIN .+?-----END [A-Z ]+-----", re.S)


def signed(message: bytes, sender: str) -> bytes:
    """The message with a signature of each key, for the domain of ``sender`` or the one that is set."""
    return dkim.sign(message, keys(signed_for(sender.rpartition("@")[2].lower()), settings.NEWSDESK_DKIM_SELECTOR))


def signed_for(domain: str) -> str:
    """The domain whose signature letters from ``domain`` bear."""
    return settings.NEWSDESK_DKIM_DOMAIN or domain


def keys(domain: str, selector: str) -> tuple[dkim.Key, ...]:
    """The newsroom's own keys, each with where its record stands."""
    return _keys(settings.NEWSDESK_DKIM_KEY, domain, selector)


@lru_cache(maxsize=32)
def _keys(pem: str, domain: str, selector: str) -> tuple[dkim.Key, ...]:
    return tuple(_named(dkim.key(block.encode(), domain, selector)) for block in _BLOCK.findall(pem))


def _named(key: dkim.Key) -> dkim.Key:
    """Two keys of one name would need one record: the second kind has a name of its own."""
    if isinstance(key.private, Ed25519PrivateKey):
        return dkim.Key(key.domain, f"{key.selector}-ed25519", key.private)
    return key
