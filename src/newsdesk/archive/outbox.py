"""Names changed keys in the transaction that changed them, and rings the bell."""

from __future__ import annotations

from collections.abc import Iterable

from newsdesk import bell
from newsdesk.archive.keys import Lane
from newsdesk.archive.models import Change


def changed(keys: Iterable[str], lane: Lane) -> None:
    """Adds a ``Change`` for each key, in the order given; must run inside the transaction that changes the values."""
    if rows := [Change(key=key, lane=lane) for key in keys]:
        Change.objects.bulk_create(rows)
        bell.ring()
