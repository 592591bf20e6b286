"""Seals words so that they open with a key alone, and in the place alone that they were sealed for.

AES-256 in Galois/Counter Mode with a fresh nonce (https://csrc.nist.gov/pubs/sp/800/38/d/final). The place is sealed
along, so that bytes moved to another row stay shut; the words are filled up, so that their length tells no name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_bytes
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
BLOCK = 1024
"""Bytes the words are filled up to, or a multiple."""
_NONCE_BYTES = 12
_PURPOSE = b"newsdesk: who an unnamed source is, 1: "
_END = b"\x80"  # what follows it is filling (ISO/IEC 7816-4)


@dataclass(frozen=True, slots=True)
class Sealed:
    """``key`` is the id of the key that opens ``box``: nonce, ciphertext, tag."""

    key: str
    box: bytes


class Unreadable(Exception):
    """``other_key`` where the key is not at hand; otherwise the bytes were damaged, or come from another place."""

    def __init__(self, *, other_key: bool) -> None:
        super().__init__("sealed with another key" if other_key else "damaged, or from another place")
        self.other_key = other_key


def key_id(key: bytes) -> str:
    """Tells keys apart, and nothing of a key."""
    return sha256(_PURPOSE + key).hexdigest()[:16]


def seal(words: str, place: UUID, key: bytes) -> Sealed:
    nonce = token_bytes(_NONCE_BYTES)
    return Sealed(key_id(key), nonce + AESGCM(key).encrypt(nonce, _filled(words.encode()), _PURPOSE + place.bytes))


def unseal(sealed: Sealed, place: UUID, keys: Iterable[bytes]) -> str:
    """The words that were sealed for this place with one of these keys; raises ``Unreadable``."""
    key = next((key for key in keys if key_id(key) == sealed.key), None)
    if key is None:
        raise Unreadable(other_key=True)
    nonce, rest = sealed.box[:_NONCE_BYTES], sealed.box[_NONCE_BYTES:]
    try:
        filled = AESGCM(key).decrypt(nonce, rest, _PURPOSE + place.bytes)
    except (InvalidTag, ValueError):  # the latter where not even a nonce is left
        raise Unreadable(other_key=False) from None
    return filled.rstrip(b"\0").removesuffix(_END).decode()


def _filled(words: bytes) -> bytes:
    ended = words + _END
    return ended.ljust(-(-len(ended) // BLOCK) * BLOCK, b"\0")
