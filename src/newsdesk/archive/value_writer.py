"""Puts plain values and drops them; each names its key in the same transaction, and only where something changed."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from newsdesk.archive import outbox
from newsdesk.archive.codec import encode
from newsdesk.archive.keys import Lane
from newsdesk.archive.models import ValueRow


@transaction.atomic
def put(key: str, value: Any, lane: Lane) -> Any:
    """Returns the data that stood there before, None where there were none."""
    data = encode(value)
    row = ValueRow.objects.select_for_update().filter(key=key).first()
    if row and row.data == data:
        return data
    ValueRow.objects.update_or_create(key=key, defaults={"data": data})
    outbox.changed([key], lane)
    return row.data if row else None


@transaction.atomic
def drop(key: str, lane: Lane) -> Any:
    """Returns the data that stood there, None where there were none."""
    row = ValueRow.objects.select_for_update().filter(key=key).first()
    if row is None:
        return None
    row.delete()
    outbox.changed([key], lane)
    return row.data
