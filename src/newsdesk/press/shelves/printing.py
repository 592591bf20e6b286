"""From a sheet to the files that stand for it: the plain one, its compressed twins and its notice; pure.

A *notice* is the small JSON file beside a sheet that is anything but a plain 200 of its ending. It vouches by SHA-256
for the bodies it was written with, so a server that finds others beside it, between two steps of a writer, can hold
those back.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass

import brotli

from . import media
from .base import Printed

_GZIP_LEVEL = 6
_BROTLI_QUALITY = 5
_NARROWEST, _WIDEST = 16, 22
"""Brotli's windows, as powers of two: one no larger than the body is sooner made, and finds as much."""


@dataclass(frozen=True, slots=True)
class Files:
    """``twins`` by coding (``br``, ``gzip``), only those smaller than ``plain``; ``notice`` is None for a plain 200."""

    plain: bytes
    twins: dict[str, bytes]
    notice: bytes | None
    mtime: int


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says; ``bodies`` are the SHA-256 sums (hex) of the plain body and its twins."""

    status: int
    content_type: str
    location: str
    bodies: frozenset[str]


def files_of(name: str, printed: Printed) -> Files:
    """What stands on a disk for ``printed`` in a file called ``name``."""
    twins = _twins(printed.body) if media.is_text(printed.content_type) else {}
    plain_200 = Printed(printed.body, content_type=media.content_type(name))
    notice = None if printed == plain_200 else _notice(printed, twins)
    return Files(printed.body, twins, notice, mtime_of(printed.body))


def mtime_of(body: bytes) -> int:
    """A time in seconds since 1970 that is a function of the bytes alone.

    nginx and Caddy make ETags of a file's time and size: so equal bytes keep their tag, and others of one size have
    another.
    """
    return 1_000_000_000 + int.from_bytes(hashlib.sha256(body).digest()[:4]) % (1 << 29)


def read_notice(data: bytes) -> Notice:
    """The notice in a file's bytes; ``ValueError`` or ``KeyError`` where it is damaged."""
    said = json.loads(data)
    return Notice(int(said["status"]), said["content_type"], said["location"], frozenset(said["bodies"]))


def _twins(body: bytes) -> dict[str, bytes]:
    made = {
        "br": brotli.compress(body, quality=_BROTLI_QUALITY, lgwin=_window(body)),
        "gzip": gzip.compress(body, _GZIP_LEVEL, mtime=0),
    }
    return {coding: data for coding, data in made.items() if len(data) < len(body)}


def _window(body: bytes) -> int:
    return min(max(len(body).bit_length(), _NARROWEST), _WIDEST)


def _notice(printed: Printed, twins: dict[str, bytes]) -> bytes:
    said = {
        "status": printed.status,
        "location": printed.location,
        "content_type": printed.content_type,
        "bodies": [hashlib.sha256(body).hexdigest() for body in (printed.body, *twins.values())],
    }
    return json.dumps(said, sort_keys=True).encode() + b"\n"
