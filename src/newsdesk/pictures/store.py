"""Originals, kept by the SHA-256 of their bytes in a folder of their own; nothing in it is ever changed or served."""

from __future__ import annotations

import os
import re
import tempfile
from hashlib import sha256
from pathlib import Path

from django.conf import settings

_DIGEST = re.compile(r"[0-9a-f]{64}")


def keep(data: bytes) -> str:
    """Stores the bytes, whole or not at all, and returns their digest; bytes that are there already are left alone."""
    digest = sha256(data).hexdigest()
    target = path_of(digest)
    if not target.exists():
        _write(target, data)
    return digest


def open_original(digest: str) -> bytes:
    """The bytes of an original. Raises ``FileNotFoundError``."""
    return path_of(digest).read_bytes()


def path_of(digest: str) -> Path:
    """Where an original stands. Raises ``ValueError`` for what is no digest: no name leads out of the folder."""
    if not _DIGEST.fullmatch(digest):
        raise ValueError("not a SHA-256 in hexadecimal")
    return Path(settings.NEWSDESK_ORIGINALS) / digest[:2] / digest


def _write(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the new name as durable as the bytes behind it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
