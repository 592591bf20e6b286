"""What a source's page says of its identity, and to whom: never the words, not to anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from newsdesk.desk.screens.sources.identity import sure
from newsdesk.desk.screens.sources.merge import page_url
from newsdesk.sources.confidential.acts import SEES_HANDLINGS, Act, is_named
from newsdesk.sources.confidential.keys import keys
from newsdesk.sources.models import HandlingRow, IdentityRow, SourceRow

TELLS = "sources.tell_identity"
MOST = 100
"""Handlings listed, the newest first."""


@dataclass(frozen=True, slots=True)
class WhoItIs:
    """``may_…`` is what this person's role and being named allow; a ``hindrance`` keeps from all of it."""

    row: IdentityRow | None
    readers: list[Any]
    last: HandlingRow | None
    handlings: list[HandlingRow]
    has_key: bool
    hindrance: sure.Hindrance
    remedy: str
    named: bool
    may_tell: bool
    may_destroy: bool
    sees_handlings: bool


def section(source: SourceRow, request: HttpRequest) -> WhoItIs | None:
    """None for a named source, of which there is nothing to keep."""
    row = IdentityRow.objects.filter(source=source).select_related("told_by").first()
    if source.is_named and row is None:
        return None
    user: Any = request.user
    named, chief = row is not None and is_named(row, user), user.has_perm(SEES_HANDLINGS)
    noted, hindrance = handlings(source), sure.hindrance(request)
    return WhoItIs(
        row=row,
        readers=list(row.readers.filter(is_active=True)) if row else [],
        last=noted.filter(act=Act.READ).first(),
        handlings=list(noted[:MOST]) if named or chief else [],
        has_key=bool(keys()),
        hindrance=hindrance,
        remedy=sure.remedy(page_url(source), hindrance),
        named=named,
        may_tell=row is None and user.has_perm(TELLS),
        may_destroy=row is not None and (named or chief),
        sees_handlings=named or chief,
    )


def handlings(source: SourceRow) -> Any:
    """What was done, also with sources that became this one."""
    return HandlingRow.objects.filter(Q(source=source) | Q(source__merged_into=source)).select_related("by")
