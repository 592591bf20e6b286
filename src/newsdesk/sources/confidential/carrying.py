"""An identity whose source became another's goes along, sealed for its new place; two never become one."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from newsdesk.sources.confidential.acts import Act, note
from newsdesk.sources.confidential.boxes import opened, shut
from newsdesk.sources.models import IdentityRow, SourceRow


class BothTold(Exception):
    """Of both sources it is recorded who they are, and only a person who may read both can say that they are one."""


@sensitive_variables()
@transaction.atomic
def carry(source: SourceRow, into: SourceRow, by: Any = None) -> None:
    """Nobody reads it on the way; raises ``BothTold``, ``Unreadable``, and then nothing has moved."""
    row = IdentityRow.objects.select_for_update().filter(source=source).first()
    if row is None:
        return
    if IdentityRow.objects.filter(source=into).exists():
        raise BothTold
    words = opened(row)
    row.source = into
    shut(row, words).save(update_fields=["source", "key", "box"])
    note(into, Act.CARRIED, by)
