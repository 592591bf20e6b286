"""Reads a CSV file of subscribers, whichever house it is from: its columns say so (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from newsdesk.newsletter.lists import houses
from newsdesk.newsletter.lists.entry import BadList, Entry


def read(file: Path) -> tuple[str, list[Entry]]:
    """The house and its entries; raises ``BadList``, which names the line."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = csv.DictReader(opened, strict=True)
            name, house = _house_of(rows)
            return name, list(_entries(rows, house))
    except UnicodeDecodeError:
        raise BadList(f"{file.name}: this is no text in UTF-8") from None
    except OSError as error:
        raise BadList(f"{file.name}: {error.strerror}") from None


@cache
def known() -> dict[str, ModuleType]:
    """The houses by name."""
    return {one.name: import_module(f"{houses.__name__}.{one.name}") for one in iter_modules(houses.__path__)}


def _house_of(rows: csv.DictReader[str]) -> tuple[str, ModuleType]:
    try:
        columns = set(rows.fieldnames or ())
    except csv.Error as error:
        raise BadList(f"line 1: {error}") from None
    for name, house in known().items():
        if columns >= house.COLUMNS:
            return name, house
    raise BadList(f"line 1: these are not the columns of {', '.join(sorted(known()))}")


def _entries(rows: csv.DictReader[str], house: ModuleType) -> Iterator[Entry]:
    try:
        for row in rows:
            if None in row or None in row.values():
                raise BadList(f"line {rows.line_num}: not as many fields as the first line has")
            yield house.read(row)
    except csv.Error as error:
        raise BadList(f"line {rows.reader.line_num}: {error}") from None
    except UnicodeDecodeError:
        raise
    except ValueError:
        raise BadList(f"line {rows.line_num}: a time that cannot be read") from None
