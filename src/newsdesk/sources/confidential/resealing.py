"""Seals with the first key what an earlier one sealed, row by row; safe to cut short and to do twice."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from newsdesk.sources.confidential.boxes import opened, shut
from newsdesk.sources.confidential.keys import sealing
from newsdesk.sources.confidential.seal import Unreadable, key_id
from newsdesk.sources.models import IdentityRow


@dataclass(frozen=True, slots=True)
class Tally:
    """``kept`` had the first key already; ``shut`` could not be opened, and are as they were."""

    kept: int
    done: int
    shut: int


def reseal() -> Tally:
    """Goes through all identities; raises ``NoKey``."""
    first = key_id(sealing())
    kept = IdentityRow.objects.filter(key=first).count()
    results = [_one(pk) for pk in list(IdentityRow.objects.exclude(key=first).values_list("pk", flat=True))]
    return Tally(kept, results.count(True), results.count(False))


@sensitive_variables()
@transaction.atomic
def _one(pk: int) -> bool:
    row = IdentityRow.objects.select_for_update().get(pk=pk)
    try:
        shut(row, opened(row)).save(update_fields=["key", "box"])
    except Unreadable:
        return False
    return True
