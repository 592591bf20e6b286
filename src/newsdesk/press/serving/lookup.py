"""Opens files of the shelf beneath one folder, following no link on the way (openat(2), O_NOFOLLOW).

A path is looked up name by name from a handle of the folder, so nothing planted in the shelf can lead out of it.
"""

from __future__ import annotations

import errno
import os
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_RELY_ON_HANDLE = 1.0

_ABSENT = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.ENXIO, errno.EISDIR}

Stamp = tuple[int, int, int, int]


def stamp_of(found: os.stat_result) -> Stamp:
    """Which file this is and when it was put there; times of writing are no help, being equal for equal bytes."""
    return found.st_dev, found.st_ino, found.st_ctime_ns, found.st_size


def absent(error: OSError) -> bool:
    """Whether ``error`` says that there is no such file, a link being none; anything else is our trouble, not a 404."""
    return error.errno in _ABSENT


class Beneath:
    """A folder held by a handle, opened again when another folder stands in its place (a restored backup)."""

    def __init__(self, folder: Path) -> None:
        self._path = folder
        self._handle = -1
        self._replaced = -1
        self._looked = 0.0
        self._lock = threading.Lock()

    def handle(self) -> int:
        """The folder's handle; ``FileNotFoundError`` where there is none yet."""
        if self._handle < 0 or time.monotonic() - self._looked > _RELY_ON_HANDLE:
            with self._lock:
                self._renew()
                self._looked = time.monotonic()
        return self._handle

    def stamp(self, relative: str) -> Stamp | None:
        """The stamp of a file, or None; it proves a copy fresh and is never a way to read."""
        try:
            return stamp_of(os.stat(relative, dir_fd=self.handle(), follow_symlinks=False))
        except (FileNotFoundError, NotADirectoryError):
            return None

    @contextmanager
    def folder(self, names: tuple[str, ...]) -> Iterator[int]:
        """A handle of a folder beneath, for the block; ``OSError`` where a name is missing or a link."""
        here = os.dup(self.handle())
        try:
            for name in names:
                below = os.open(name, _FOLDER, dir_fd=here)
                os.close(here)
                here = below
            yield here
        finally:
            os.close(here)

    def _renew(self) -> None:
        """Another thread may be using the handle: it is closed only when its successor is replaced too."""
        fresh = os.open(self._path, _FOLDER)
        if self._handle >= 0 and os.path.sameopenfile(fresh, self._handle):
            os.close(fresh)
            return
        if self._replaced >= 0:
            os.close(self._replaced)
        self._replaced, self._handle = self._handle, fresh


@contextmanager
def regular_file(folder: int, name: str) -> Iterator[tuple[int, os.stat_result]]:
    """A handle of a plain file in ``folder`` and its stat; ``FileNotFoundError`` for a link, a folder, a pipe."""
    handle = os.open(name, _FILE, dir_fd=folder)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise FileNotFoundError(errno.ENOENT, "not a plain file", name)
        yield handle, found
    finally:
        os.close(handle)
