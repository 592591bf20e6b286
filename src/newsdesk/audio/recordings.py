"""Recordings that people made, kept by the SHA-256 of their bytes; nothing of them is served as it came."""

from __future__ import annotations

import re
from hashlib import file_digest
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from django.conf import settings

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PART = 1 << 20


def keep(upload: BinaryIO) -> str:
    """Stores an upload whole or not at all, and returns its digest."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, prefix=".new-") as file:
        while part := upload.read(_PART):
            file.write(part)
        file.flush()
        file.seek(0)
        digest = file_digest(file, "sha256").hexdigest()
        target = path_of(digest)
        if not target.exists():
            target.hardlink_to(file.name)
    return digest


def path_of(digest: str) -> Path:
    """Where a recording stands. Raises ``ValueError`` for what is no digest: no name leads out of the folder."""
    if not _DIGEST.fullmatch(digest):
        raise ValueError("not a SHA-256 in hexadecimal")
    return _folder() / digest


def _folder() -> Path:
    return Path(settings.NEWSDESK_DATA) / "recordings"
