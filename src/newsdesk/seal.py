"""Seals what must not lie open in the database or a backup, with a key that is in neither.

Fernet (https://cryptography.io/en/latest/fernet/) under a key derived for each purpose (RFC 5869), so that what was
sealed for one person or thing cannot be passed off as another's.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unsealable(Exception):
    """Sealed with another key, for another purpose, too long ago, or damaged since; or there is no key."""


def seal(words: str, purpose: str) -> str:
    """``words`` as nobody can read or change them without the key; raises ``Unsealable`` where there is none."""
    return _box(purpose).encrypt(words.encode()).decode("ascii")


def unseal(sealed: str, purpose: str, seconds: int | None = None) -> str:
    """What was sealed for this purpose, at most so many seconds ago; raises ``Unsealable``."""
    try:
        return _box(purpose).decrypt(sealed.encode(), ttl=seconds).decode()
    except InvalidToken:
        raise Unsealable(purpose) from None


def _box(purpose: str) -> Fernet:
    if not settings.NEWSDESK_SEAL_KEY:
        raise Unsealable("there is no seal key; run: newsdesk init")
    key = HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(settings.NEWSDESK_SEAL_KEY.encode())
    return Fernet(urlsafe_b64encode(key))
