"""Writing files so that they are whole or absent, and last when the machine stops: rename(2), fsync(2), syncfs(2)."""

from __future__ import annotations

import ctypes
import itertools
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

_FORGOTTEN = 3600.0
_serial = itertools.count()


class Batch:
    """Files written whole into ``folder`` and renamed into place, each synced before if ``sync``."""

    def __init__(self, folder: Path, sync: bool) -> None:
        self._folder = folder
        self._sync = sync
        self._lying: set[Path] = set()

    def write(self, data: bytes, mtime: int) -> Path:
        """A new file of these bytes, not yet in place; ``mtime`` in seconds."""
        file = self._folder / f"{os.getpid()}-{next(_serial)}"
        handle = self._open(file)
        self._lying.add(file)
        try:
            _write_whole(handle, data)
            os.utime(handle, (mtime, mtime))
            if self._sync:
                os.fsync(handle)
        finally:
            os.close(handle)
        return file

    def place(self, file: Path, place: Path) -> None:
        """Rename ``file`` to ``place``, whose folders are made; a neighbour may remove an empty one meanwhile."""
        for last_try in (False, False, True):
            try:
                file.rename(place)
            except FileNotFoundError:
                if last_try:
                    raise
                self._make(place.parent)
            else:
                self._lying.discard(file)
                return

    def throw_away(self) -> None:
        """Remove what was written and not placed."""
        for file in self._lying:
            file.unlink(missing_ok=True)
        self._lying.clear()

    def _open(self, file: Path) -> int:
        """A new file for writing; that its folder is there is only looked at when it is not."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        try:
            return os.open(file, flags, 0o666)
        except FileNotFoundError:
            self._folder.mkdir(parents=True, exist_ok=True)
            return os.open(file, flags, 0o666)

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(exist_ok=True)
            if self._sync:
                sync_folder(folder.parent)


def _write_whole(handle: int, data: bytes) -> None:
    """All of ``data``: write(2) may take a part of it."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


@contextmanager
def batch(folder: Path, sync: bool) -> Iterator[Batch]:
    """A batch on ``folder``, which must be on the filesystem of the places its files go to."""
    _sweep(folder)
    laid = Batch(folder, sync)
    try:
        yield laid
    finally:
        laid.throw_away()


@cache
def _sweep(folder: Path) -> None:
    """Remove what a killed writer left; once per process, and nothing a living one may still place."""
    for file in folder.iterdir() if folder.exists() else ():
        with suppress(OSError):
            if time.time() - file.stat().st_ctime > _FORGOTTEN:
                file.unlink()


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable; nothing happens where it is gone."""
    with suppress(FileNotFoundError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_all(folder: Path) -> None:
    """Make durable everything on the filesystem of ``folder``: one call for a block instead of one per file."""
    if not folder.exists():
        return
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if syncfs(handle):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    finally:
        os.close(handle)
