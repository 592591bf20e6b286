"""Keeps what each sheet read, as pairs of integers."""

from __future__ import annotations

from collections.abc import Collection

from newsdesk.press.models import Key, Read

CHUNK = 500
"""Names a query, below SQLite's limit of 999 variables in old builds."""


class KeyIds:
    """The integer of each key's name, remembered within one block and made where it is new."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def of(self, names: Collection[str]) -> set[int]:
        self._find(names)
        if missing := [name for name in names if name not in self._ids]:
            Key.objects.bulk_create([Key(name=name) for name in sorted(missing)], ignore_conflicts=True)
            self._find(missing)
        return {self._ids[name] for name in names}

    def _find(self, names: Collection[str]) -> None:
        unknown = [name for name in names if name not in self._ids]
        for start in range(0, len(unknown), CHUNK):
            part = unknown[start : start + CHUNK]
            self._ids.update(Key.objects.filter(name__in=part).values_list("name", "id"))


def replace_reads(sheet: int, keys: set[int], keep_old: bool = False) -> None:
    """Makes ``keys`` what the sheet read; with ``keep_old`` on top of what it read before, for a sheet that failed to
    draw.
    """
    old = set(Read.objects.filter(sheet_id=sheet).values_list("key_id", flat=True))
    if not keep_old and (gone := old - keys):
        Read.objects.filter(sheet_id=sheet, key_id__in=gone).delete()
    Read.objects.bulk_create([Read(sheet_id=sheet, key_id=key) for key in sorted(keys - old)])
