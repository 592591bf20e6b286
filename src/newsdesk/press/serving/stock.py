"""Sheets as they stand on the shelf, with their twins and notice; each copy has an ETag hashed from its bytes."""

from __future__ import annotations

import hashlib
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from newsdesk.press.shelves import media
from newsdesk.press.shelves.paths import TWINS
from newsdesk.press.shelves.printing import Notice, read_notice

from .lookup import Beneath, Stamp, absent, regular_file, stamp_of

KEPT = 64 * 1024
_SETTLED = 50_000_000


@dataclass(frozen=True, slots=True)
class Copy:
    """One representation; ``body`` is None where it is over 64 KB and must be read when asked for."""

    coding: str
    size: int
    etag: str
    stamp: Stamp
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet on the shelf; ``stamps`` (plain file, notice) prove it fresh once it is ``settled``."""

    parts: tuple[str, ...]
    stamps: tuple[Stamp | None, Stamp | None]
    status: int
    content_type: str
    location: str
    copies: dict[str, Copy] = field(default_factory=dict)
    settled: bool = True


class Stock:
    """Reads from the shelf at ``shelf``; everything here may block and belongs in a thread, but for ``fresh``."""

    def __init__(self, shelf: Path) -> None:
        self._public = Beneath(shelf / "public")
        self._notices = Beneath(shelf / "notices")

    def find(self, parts: tuple[str, ...]) -> Found | None:
        """The sheet whose plain file stands at ``parts``, or None."""
        try:
            stamps = self._stamps(parts)
            with self._public.folder(parts[:-1]) as folder:
                notice = self._notice(parts)
                copies = dict(_copies(folder, parts[-1], notice))
        except OSError as error:
            if absent(error):
                return None
            raise
        youngest = max(stamp[2] for stamp in stamps if stamp) if any(stamps) else time.time_ns()
        settled = youngest < time.time_ns() - _SETTLED
        status, kind, location = _says(parts[-1], notice)
        return Found(parts, stamps, status, kind, location, copies, settled)

    def fresh(self, found: Found) -> bool:
        """Whether the shelf still holds this very sheet; two calls of stat."""
        try:
            return found.settled and self._stamps(found.parts) == found.stamps
        except OSError:
            return False

    def exists(self, parts: tuple[str, ...]) -> bool:
        """Whether a plain file stands at ``parts``, reached without a link."""
        try:
            with self._public.folder(parts[:-1]) as folder, regular_file(folder, parts[-1]):
                return True
        except OSError as error:
            if absent(error):
                return False
            raise

    def open(self, parts: tuple[str, ...], copy: Copy) -> int | None:
        """A handle of the file of ``copy``, to be closed by the caller; None where the shelf holds another by now."""
        try:
            with (
                self._public.folder(parts[:-1]) as folder,
                regular_file(folder, parts[-1] + TWINS.get(copy.coding, "")) as (handle, found),
            ):
                return os.dup(handle) if stamp_of(found) == copy.stamp else None
        except OSError as error:
            if absent(error):
                return None
            raise

    def _stamps(self, parts: tuple[str, ...]) -> tuple[Stamp | None, Stamp | None]:
        relative = "/".join(parts)
        try:
            notice = self._notices.stamp(relative + ".json")
        except FileNotFoundError:
            notice = None
        return self._public.stamp(relative), notice

    def _notice(self, parts: tuple[str, ...]) -> Notice | None:
        try:
            with (
                self._notices.folder(parts[:-1]) as folder,
                regular_file(folder, parts[-1] + ".json") as (handle, found),
            ):
                return read_notice(_all(handle, found.st_size))
        except FileNotFoundError:
            return None


def _says(name: str, notice: Notice | None) -> tuple[int, str, str]:
    if notice is None:
        return 200, media.content_type(name), ""
    return notice.status, notice.content_type, notice.location


def _copies(folder: int, name: str, notice: Notice | None) -> list[tuple[str, Copy]]:
    """The copies that may be shown: with a notice, only those it vouches for."""
    found = [_copy(folder, name, "identity", notice)]
    for coding, ending in TWINS.items():
        try:
            found.append(_copy(folder, name + ending, coding, notice))
        except OSError as error:
            if not absent(error):
                raise
    return [(copy.coding, copy) for copy in found if copy]


def _copy(folder: int, name: str, coding: str, notice: Notice | None) -> Copy | None:
    with regular_file(folder, name) as (handle, found):
        size = found.st_size
        body = _all(handle, size) if size <= KEPT else None
        digest = hashlib.sha256(body).hexdigest() if body is not None else _digest(handle)
    if notice is not None and digest not in notice.bodies:
        return None
    return Copy(coding, size, f'"{digest[:20]}"', stamp_of(found), body)


def _all(handle: int, size: int) -> bytes:
    read = os.read(handle, size + 1)
    while len(read) < size and (more := os.read(handle, size)):
        read += more
    return read


def _digest(handle: int) -> str:
    with os.fdopen(os.dup(handle), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
