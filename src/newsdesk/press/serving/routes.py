"""Which recipe drew a path: ``routes.json`` on the shelf, a list of [regular expression for the whole path, recipe]."""

from __future__ import annotations

import json
import re
from pathlib import Path

UNKNOWN = "file"


class Routes:
    """Reads the list again when its file was replaced."""

    def __init__(self, shelf: Path) -> None:
        self._file = shelf / "routes.json"
        self._stamp: tuple[int, int] | None = None
        self._routes: list[tuple[re.Pattern[str], str]] = []

    def recipe(self, path: str) -> str:
        """The name of the recipe, or ``file`` where no sheet's recipe is known."""
        self._refresh()
        return next((recipe for pattern, recipe in self._routes if pattern.fullmatch(path)), UNKNOWN)

    def _refresh(self) -> None:
        try:
            found = self._file.stat()
        except OSError:
            self._stamp, self._routes = None, []
            return
        stamp = (found.st_ino, found.st_mtime_ns)
        if stamp != self._stamp:
            self._routes = [(re.compile(pattern), recipe) for pattern, recipe in json.loads(self._file.read_bytes())]
            self._stamp = stamp
