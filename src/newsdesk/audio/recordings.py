"""Recordings that people made, kept by the SHA-256 of their bytes; nothing of them is served as it came."""

from __future__ import annotations

import re
from hashlib import file_digest
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext_noop as noop

from newsdesk.audio.sound.order import Limits
from newsdesk.audio.speaking import decoding

TOO_LARGE = noop("The file is larger than this newsroom takes. Export it as MP3 and upload that.")
NO_SOUND = noop("That is no sound. Take an MP3, M4A, WAV, FLAC or Ogg file.")
MOST = Limits().max_bytes
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PART = 1 << 20


def problem(upload: BinaryIO, size: int) -> str:
    """Why an upload is not worth keeping, as a message id, or nothing; what is inside is found out in the child."""
    if size > MOST:
        return TOO_LARGE
    start = upload.read(16)
    upload.seek(0)
    return "" if decoding.kind(start) or start[4:8] == b"ftyp" else NO_SOUND


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
