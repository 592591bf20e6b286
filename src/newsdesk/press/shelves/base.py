"""What the press asks of a shelf, and what a sheet is to it: a status, a content type, a location and a body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


class ShelfError(Exception):
    """A sheet could not be put, read or taken away; ``full`` when no room is left, so that the press must stop."""

    def __init__(self, message: str, *, full: bool = False) -> None:
        super().__init__(message)
        self.full = full


@dataclass(frozen=True, slots=True)
class Printed:
    """One sheet as readers get it; ``location`` is a URL and only read where ``status`` is a redirect."""

    body: bytes
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    location: str = ""


class Shelf(Protocol):
    """Every ``path`` is a URL path from the root, decoded (``/2026/11/bridge/``); all methods raise ``ShelfError``."""

    def put(self, path: str, printed: Printed, *, sync: bool) -> None:
        """Replace the sheet at ``path`` whole; durable on return if ``sync``, else after the next ``sync()``."""

    def get(self, path: str) -> Printed | None:
        """The sheet as it stands, or None."""

    def delete(self, path: str) -> None:
        """Take the sheet away, durably; nothing happens where there is none."""

    def put_file(self, path: str, data: bytes) -> None:
        """Put a file that is compressed already (a picture, a clip), durably."""

    def delete_file(self, path: str) -> None:
        """Take such a file away, durably."""

    def sync(self) -> None:
        """Make durable whatever was put with ``sync=False`` since the last call."""

    def free_bytes(self) -> tuple[int, int]:
        """(free, total) bytes of the place."""

    def paths(self) -> Iterator[str]:
        """The paths of all sheets and files, in a fixed order."""

    def has(self, path: str) -> bool:
        """Whether anything stands there."""

    def holds(self, path: str, printed: Printed) -> bool:
        """Whether every byte that readers of ``path`` can get is what ``printed`` says, twins and status too."""
