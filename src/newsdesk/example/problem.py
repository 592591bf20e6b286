"""The one error of the example's reader: which file, which line, what to write instead."""

from __future__ import annotations

from pathlib import Path


class ReadError(ValueError):
    """A file of the newsroom cannot be read; ``line`` counts from 1, 0 where the whole file is meant."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
        self.path = path
        self.line = line
        self.message = message
