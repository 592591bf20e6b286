"""Keeps what readers say by one click while the desk is away, so that leaving a letter always works (RFC 8058).

A file for each link, on the disk before the reader is answered; the worker takes them in. No reader process knows the
key that links are signed with, so a file may hold nonsense: it is bounded in size and number, and thrown away there.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path

FOLDER = "leaving"
MOST = 10_000
_LEAVE = re.compile(r"/letters/leave/([A-Za-z0-9_-]{40,120})/")


def link_of(method: str, path: str) -> str:
    """What is signed in the path of a one-click POST; empty for all else."""
    found = _LEAVE.fullmatch(path) if method == "POST" else None
    return found[1] if found else ""


def keep(data: Path, link: str) -> bool:
    """Writes it down for good; False where too many wait already. ``OSError`` where the disk refuses."""
    folder = data / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / f"{hashlib.sha256(link.encode()).hexdigest()}.leave"
    if not file.exists():
        if sum(1 for _ in os.scandir(folder)) >= MOST:
            return False
        _write(folder, file, link.encode("ascii"))
    return True


def _write(folder: Path, file: Path, what: bytes) -> None:
    new = file.with_suffix(f".{secrets.token_hex(4)}")
    try:
        _put(new, what)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
    _settle(folder)


def _put(new: Path, what: bytes) -> None:
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        os.write(handle, what)
        os.fsync(handle)
    finally:
        os.close(handle)


def _settle(folder: Path) -> None:
    """A name is on the disk when its folder is (fsync(2))."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
