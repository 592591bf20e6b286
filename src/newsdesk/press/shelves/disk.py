"""A shelf of plain files that any web server can serve.

``public/`` holds the sheets with their twins, ``notices/`` what is not a plain 200, ``tmp/`` files not yet in place.
All files of a sheet are written whole before the first is renamed. Then, so that a crash between any two renames
shows readers an old sheet or a new one, never a body under a status it was not printed with:

1. a new notice goes first: it vouches for the new bodies only, and the server holds the old ones back;
2. twins, new ones renamed over old ones, old ones that have no successor removed;
3. the plain file: it is what servers look at to see that a sheet has changed;
4. a notice that no longer applies is removed last: until then it vouches for the old bodies only.

https://lwn.net/Articles/457667/ tells what must be synced for a rename to last.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from . import media
from .base import Printed, ShelfError
from .durable import batch, sync_all, sync_folder
from .paths import TWINS, parts_of, path_of
from .printing import Files, files_of, mtime_of, read_notice


def shelf(place: Path) -> DiskShelf:
    """The shelf in the folder ``place``, which is made when the first sheet is put."""
    return DiskShelf(place)


class DiskShelf:
    """Implements ``Shelf``; one process puts sheets, any number put pictures and read."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.public = place / "public"
        self.notices = place / "notices"
        self.tmp = place / "tmp"

    def put(self, path: str, printed: Printed, *, sync: bool) -> None:
        plain, notice = self._where(path)
        with _told(path):
            self._place(plain, notice, files_of(plain.name, printed), sync)

    def put_file(self, path: str, data: bytes) -> None:
        plain, _ = self._where(path)
        with _told(path), batch(self.tmp, True) as bench:
            bench.place(bench.write(data, mtime_of(data)), plain)
            sync_folder(plain.parent)

    def get(self, path: str) -> Printed | None:
        plain, notice = self._where(path)
        with _told(path):
            body, said = _read(plain), _read(notice)
        if body is None:
            return None
        if said is None:
            return Printed(body, content_type=media.content_type(plain.name))
        notice_said = read_notice(said)
        return Printed(body, notice_said.status, notice_said.content_type, notice_said.location)

    def delete(self, path: str) -> None:
        plain, notice = self._where(path)
        with _told(path):
            for gone in (plain, *_twins_of(plain).values(), notice):
                gone.unlink(missing_ok=True)
            _prune(plain.parent, self.public)
            _prune(notice.parent, self.notices)

    delete_file = delete

    def sync(self) -> None:
        with _told("the shelf"):
            sync_all(self.place)

    def free_bytes(self) -> tuple[int, int]:
        standing = next(folder for folder in (self.place, *self.place.parents) if folder.exists())
        disk = os.statvfs(standing)
        return disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize

    def paths(self) -> Iterator[str]:
        endings = tuple(TWINS.values())
        for folder, below, names in os.walk(self.public):
            below.sort()
            above = Path(folder).relative_to(self.public).parts
            yield from (path_of((*above, name)) for name in sorted(names) if not name.endswith(endings))

    def has(self, path: str) -> bool:
        plain, _ = self._where(path)
        with _told(path):
            return plain.is_file()

    def holds(self, path: str, printed: Printed) -> bool:
        plain, notice = self._where(path)
        wanted = files_of(plain.name, printed)
        with _told(path):
            twins = {coding: _read(file) for coding, file in _twins_of(plain).items()}
            return (
                _read(plain) == wanted.plain
                and _read(notice) == wanted.notice
                and all(data == wanted.twins.get(coding) for coding, data in twins.items())
            )

    def clear(self) -> None:
        """Take everything away; for a shelf that is to be baked anew."""
        for folder in (self.public, self.notices):
            shutil.rmtree(folder, ignore_errors=True)

    def _where(self, path: str) -> tuple[Path, Path]:
        parts = parts_of(path)
        return self.public.joinpath(*parts), self.notices.joinpath(*parts[:-1], parts[-1] + ".json")

    def _place(self, plain: Path, notice: Path, files: Files, sync: bool) -> None:
        with batch(self.tmp, sync) as bench:
            new_plain = bench.write(files.plain, files.mtime)
            new_twins = {coding: bench.write(data, files.mtime) for coding, data in files.twins.items()}
            if files.notice is not None:
                bench.place(bench.write(files.notice, files.mtime), notice)
            for coding, twin in _twins_of(plain).items():
                if coding in new_twins:
                    bench.place(new_twins[coding], twin)
                else:
                    twin.unlink(missing_ok=True)
            bench.place(new_plain, plain)
        if sync:
            sync_folder(plain.parent)
            sync_folder(notice.parent)
        if files.notice is None:
            self._take_down(notice)

    def _take_down(self, notice: Path) -> None:
        try:
            notice.unlink()
        except FileNotFoundError:
            return
        _prune(notice.parent, self.notices)


def _twins_of(plain: Path) -> dict[str, Path]:
    return {coding: plain.with_name(plain.name + ending) for coding, ending in TWINS.items()}


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _prune(folder: Path, top: Path) -> None:
    """Remove ``folder`` and those above it that are empty, up to ``top``; then make durable what is left."""
    with suppress(OSError):
        while folder != top:
            folder.rmdir()
            folder = folder.parent
    sync_folder(folder)


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise ShelfError(f"{path}: {error.strerror or error}", full=full) from error
