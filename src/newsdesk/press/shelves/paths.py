"""Which URL paths a shelf knows and where each stands below its folder (RFC 3986 section 3.3, but stricter).

One path has one spelling: no dot segments, no empty ones, no backslash or control character, Unicode in NFC.
``index.html`` and the endings of twins are the shelf's own and cannot be asked for.
"""

from __future__ import annotations

import re
import unicodedata

from .base import ShelfError

INDEX = "index.html"
TWINS = {"br": ".br", "gzip": ".gz"}

_LONGEST = 240
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\\\\\ufffd\ud800-\udfff]")


def parts_of(path: str) -> tuple[str, ...]:
    """The names of folders and, last, file for a decoded URL path; ``ShelfError`` where there can be no such sheet."""
    if not path.startswith("/") or _UNFIT.search(path) or unicodedata.normalize("NFC", path) != path:
        raise ShelfError(f"not the path of a sheet: {path!r}")
    *folders, last = path[1:].split("/")
    if last == INDEX:
        raise ShelfError(f"{path!r} is written with a slash at its end")
    parts = (*folders, last or INDEX)
    for name in parts:
        _check(name, path)
    return parts


def _check(name: str, path: str) -> None:
    if name in ("", ".", "..") or len(name.encode()) > _LONGEST or name.endswith(tuple(TWINS.values())):
        raise ShelfError(f"not the path of a sheet: {path!r}")


def path_of(parts: tuple[str, ...]) -> str:
    """The URL path of a file that stands at ``parts``."""
    *folders, last = parts
    return "/" + "".join(f"{folder}/" for folder in folders) + ("" if last == INDEX else last)
