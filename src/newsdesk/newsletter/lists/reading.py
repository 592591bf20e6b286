"""Reads a CSV file of subscribers, whichever house it is from: its columns say so (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import TextIO
from zipfile import is_zipfile

from newsdesk.newsletter.lists import columns, houses
from newsdesk.newsletter.lists.entry import BadField, BadList, Entry


def read(file: Path) -> tuple[str, list[Entry]]:
    """The house and its entries; raises ``BadList``, which names the line."""
    try:
        if is_zipfile(file):
            raise BadList(f"{file.name}: this is a ZIP file. Unpack it, and give its lists one by one")
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = _rows(opened)
            name = columns.house_of(rows.fieldnames or (), known())
            _refuse_never_asked(file.name, known()[name])
            return name, list(_entries(rows, known()[name]))
    except UnicodeDecodeError:
        raise BadList(f"{file.name}: this is no text in UTF-8. Export it again, and do not save it anew") from None
    except OSError as error:
        raise BadList(f"{file.name}: {error.strerror}") from None


@cache
def known() -> dict[str, ModuleType]:
    """The houses by name."""
    return {one.name: import_module(f"{houses.__name__}.{one.name}") for one in iter_modules(houses.__path__)}


def _rows(opened: TextIO) -> csv.DictReader[str]:
    first = opened.readline()
    opened.seek(0)
    rows = csv.DictReader(opened, delimiter=columns.separator(first), strict=True)
    try:
        rows.fieldnames = columns.plain(rows.fieldnames or ())
    except csv.Error as error:
        raise BadList(f"line 1: {error}") from None
    return rows


def _refuse_never_asked(name: str, house: ModuleType) -> None:
    if name.lower().startswith(getattr(house, "NEVER_ASKED", ())):
        raise BadList(f"{name}: by its name, a list of people who never asked for letters. Nobody in it is written to")


def _entries(rows: csv.DictReader[str], house: ModuleType) -> Iterator[Entry]:
    try:
        for row in rows:
            if None in row or None in row.values():
                raise BadList(f"line {rows.line_num}: not as many fields as the first line has")
            yield house.read(row)
    except csv.Error as error:
        raise BadList(f"line {rows.reader.line_num}: {error}") from None
    except BadField as error:
        raise BadList(f"line {rows.line_num}: {error}") from None
