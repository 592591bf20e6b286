"""DKIM signatures, relaxed/relaxed (RFC 6376, RFC 8463); signed by ``cryptography``, checked by dkimpy in tests."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

SIGNED = [
    "from",
    "to",
    "reply-to",
    "subject",
    "date",
    "message-id",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "feedback-id",
    "mime-version",
    "content-type",
]
ONCE_MORE = ("from", "subject")
"""Signed once more than they stand there, so that nobody can add a second one."""

_LEAST_BITS = 2048
_FOLD = re.compile(rb"\r\n(?=[ \t])")
_BLANKS = re.compile(rb"[ \t]+")


@dataclass(frozen=True, slots=True)
class Key:
    domain: str
    selector: str
    private: RSAPrivateKey | Ed25519PrivateKey


def key(pem: bytes, domain: str, selector: str) -> Key:
    """The key in a PEM file; raises ``ValueError`` where it is none that may sign mail."""
    private = load_pem_private_key(pem, None)
    if isinstance(private, RSAPrivateKey) and private.key_size >= _LEAST_BITS:
        return Key(domain, selector, private)
    if isinstance(private, Ed25519PrivateKey):
        return Key(domain, selector, private)
    raise ValueError("a DKIM key is RSA of at least 2048 bits, or Ed25519")


def sign(message: bytes, keys: Iterable[Key]) -> bytes:
    """The message with one signature of each key before it; the body is hashed once for all of them, or not at all."""
    keys = tuple(keys)
    if not keys:
        return message
    head, _, body = message.partition(b"\r\n\r\n")
    fields = _fields(head)
    digest = b64encode(sha256(canonical_body(body)).digest()).decode()
    return b"".join([*(_signature(fields, digest, key) for key in keys), message])


def canonical_body(body: bytes) -> bytes:
    """Section 3.4.4: blanks are one space, none at the end of a line, no empty lines at the end."""
    body = body.replace(b"\t", b" ")
    while b"  " in body:  # a regular expression takes ten times as long to find none
        body = body.replace(b"  ", b" ")
    body = body.replace(b" \r\n", b"\r\n").rstrip(b" ")
    while body.endswith(b"\r\n\r\n"):
        body = body[:-2]
    if not body or body == b"\r\n":
        return b""
    return body if body.endswith(b"\r\n") else body + b"\r\n"


def canonical_header(name: bytes, value: bytes) -> bytes:
    """Section 3.4.2, without the line's end."""
    return name.strip().lower() + b":" + _BLANKS.sub(b" ", _FOLD.sub(b"", value)).strip()


def _fields(head: bytes) -> list[tuple[str, bytes]]:
    """Names in lower case, each with its canonical header."""
    parts = (line.partition(b":") for line in _FOLD.sub(b"", head).split(b"\r\n"))
    return [(name.strip().lower().decode(), canonical_header(name, value)) for name, _, value in parts]


def _signature(fields: list[tuple[str, bytes]], digest: str, key: Key) -> bytes:
    there = [name for name, _ in fields]
    names = [name for name in SIGNED for _ in range(there.count(name))] + list(ONCE_MORE)
    kind = "rsa" if isinstance(key.private, RSAPrivateKey) else "ed25519"
    field = (
        f" v=1; a={kind}-sha256; c=relaxed/relaxed; d={key.domain};\r\n s={key.selector}; t={int(time.time())};\r\n"
        f" h={':'.join(names[:7])}:\r\n  {':'.join(names[7:])};\r\n bh={digest};\r\n b="
    )
    signed = [*_chosen(fields, names), canonical_header(b"DKIM-Signature", field.encode())]
    signature = _sign(key.private, b"\r\n".join(signed))
    return f"DKIM-Signature:{field}{_in_lines(signature)}\r\n".encode()


def _chosen(fields: list[tuple[str, bytes]], names: list[str]) -> list[bytes]:
    """The headers named, the last of a name first; a name without one more stands for nothing."""
    left = {name: [value for other, value in fields if other == name] for name in set(names)}
    return [left[name].pop() for name in names if left[name]]


def _sign(private: RSAPrivateKey | Ed25519PrivateKey, data: bytes) -> str:
    if isinstance(private, RSAPrivateKey):
        return b64encode(private.sign(data, PKCS1v15(), SHA256())).decode()
    return b64encode(private.sign(sha256(data).digest())).decode()


def _in_lines(signature: str) -> str:
    return "\r\n  ".join(signature[start : start + 72] for start in range(0, len(signature), 72))
