"""TOML (https://toml.io/en/v1.0.0) with complaints that name the file and the line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from newsdesk.example.problem import ReadError

T = TypeVar("T")
_REQUIRED: Any = object()


@dataclass(frozen=True, slots=True)
class Fields:
    """One table of a TOML file; ``line`` is where it begins in ``lines``, ``offset`` how many stand before those."""

    path: Path
    values: dict[str, Any]
    lines: tuple[str, ...]
    line: int = 1
    offset: int = 0

    def fail(self, key: str, message: str) -> NoReturn:
        """Raise a ``ReadError`` at the line of ``key``, or where the table begins when the key is not there."""
        written = re.compile(rf'\s*(?:\[*|"?){re.escape(key)}"?\s*[=\].]')
        for number, line in enumerate(self.lines[self.line - 1 :], self.line):
            if written.match(line):
                raise ReadError(self.path, number + self.offset, f"{key}: {message}")
        raise ReadError(self.path, self.line + self.offset, f"{key}: {message}")

    def get(self, key: str, of: type[T], default: T = _REQUIRED) -> T:
        """The value of ``key``, which must be of the type asked for."""
        value = self.values.get(key, default)
        if value is _REQUIRED:
            self.fail(key, "is missing")
        if not isinstance(value, of) or (of is int and isinstance(value, bool)):
            self.fail(key, f"must be {of.__name__}, not {value!r}")
        return value

    def words(self, key: str, default: str = _REQUIRED) -> str:
        """A line of text; one that is asked for without a default must not be empty."""
        value = self.get(key, str, default)
        if not value.strip() and default is _REQUIRED:
            self.fail(key, "is empty")
        return value

    def list_of(self, key: str, of: type[T], default: tuple[T, ...] = ()) -> tuple[T, ...]:
        """An array whose every member is of one type."""
        values = self.get(key, list, list(default))
        for value in values:
            if not isinstance(value, of):
                self.fail(key, f"must hold {of.__name__} only, not {value!r}")
        return tuple(values)

    def only(self, *known: str) -> Fields:
        """Itself, where it holds no other key than these: a misspelt key must not go unnoticed."""
        for key in self.values:
            if key not in known:
                self.fail(key, f"unknown; there are {', '.join(known)}")
        return self

    def table(self, key: str) -> Fields:
        """The table ``[key]``, empty where there is none."""
        return self._at(self.get(key, dict, {}), next(self._headers(rf"\[(?:\w+\.)?{key}\]"), self.line))

    def tables(self, key: str) -> Iterator[Fields]:
        """The tables of ``[[key]]``, in order."""
        headers = self._headers(rf"\[\[{key}\]\]")
        for values in self.list_of(key, dict):
            yield self._at(values, next(headers, self.line))

    def _headers(self, header: str) -> Iterator[int]:
        return (number for number, line in enumerate(self.lines, 1) if re.match(header, line))

    def _at(self, values: dict[str, Any], line: int) -> Fields:
        return Fields(self.path, values, self.lines, line, self.offset)


def read_fields(path: Path) -> Fields:
    """The whole of a TOML file."""
    return parse_fields(read_words(path), path)


def parse_fields(words: str, path: Path, offset: int = 0) -> Fields:
    """TOML that begins after line ``offset`` of ``path``."""
    try:
        return Fields(path, tomllib.loads(words), tuple(words.splitlines()), offset=offset)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise ReadError(path, int(at[1]) + offset if at else 0, str(error)) from error


def read_words(path: Path) -> str:
    """The text of a file, in UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(path, 0, f"cannot be read: {error}") from error
