"""What the sheets of one block read: pairs of integers, read and replaced for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from django.db import connection

from newsdesk.press.models import Key, Read, Sheet

T = TypeVar("T")

CHUNK = 500
"""Names a query: SQLite may be built for no more than 999 variables."""


class BlockReads:
    """The keys that each sheet of a block read when it was drawn last, and the ids of all keys met so far."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._old: dict[int, dict[int, int]] = defaultdict(dict)
        self._ids: dict[str, int] = {}
        rows = Read.objects.filter(sheet__in=[sheet.id for sheet in sheets])
        for id, sheet, key, name in rows.values_list("id", "sheet_id", "key_id", "key__name"):
            self._old[sheet][key] = id
            self._ids[name] = key

    def names(self) -> list[str]:
        return list(self._ids)

    def replace(self, new: Mapping[int, Collection[str]], failed: Collection[int]) -> None:
        """Makes ``new`` what each sheet read; a failed one keeps its old reads on top, for it shows the old still."""
        self._number({name for names in new.values() for name in names})
        gone: list[int] = []
        added: list[tuple[int, int]] = []
        for sheet, names in new.items():
            old, keys = self._old[sheet], {self._ids[name] for name in names}
            gone += [id for key, id in old.items() if key not in keys and sheet not in failed]
            added += [(sheet, key) for key in sorted(keys - old.keys())]
        for part in _chunks(gone):
            Read.objects.filter(id__in=part).delete()
        _insert("press_read (sheet_id, key_id) VALUES (%s, %s)", added)

    def _number(self, names: Collection[str]) -> None:
        self._find(names)
        if missing := sorted(name for name in names if name not in self._ids):
            _insert("press_key (name) VALUES (%s) ON CONFLICT DO NOTHING", [(name,) for name in missing])
            self._find(missing)

    def _find(self, names: Collection[str]) -> None:
        for part in _chunks([name for name in names if name not in self._ids]):
            self._ids.update(Key.objects.filter(name__in=part).values_list("name", "id"))


def _insert(into: str, rows: Sequence[tuple[int | str, ...]]) -> None:
    """Past the models: to make one for each of a thousand rows takes longer than the database does to keep them."""
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {into}", rows)


def _chunks(items: list[T]) -> Iterator[list[T]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
