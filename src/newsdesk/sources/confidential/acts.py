"""What is done with an identity: one function an act, one transaction each, and each leaves a row that says so.

Whether the person in front of the screen is who they say is the desk's to ask, before it calls any of these.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from newsdesk.sources.confidential.boxes import opened, shut
from newsdesk.sources.models import HandlingRow, IdentityRow, SourceRow

Act = HandlingRow.Act
SEES_HANDLINGS = "sources.see_handlings"


class NotNamed(Exception):
    """Somebody who is not among those named for it."""


class NobodyNamed(ValueError):
    """An identity that nobody could read."""


class AlreadyTold(Exception):
    """It is recorded who the source is; those named for it can record it anew."""


@sensitive_variables()
@transaction.atomic
def tell(source: SourceRow, words: str, readers: Iterable[Any], by: Any) -> None:
    """Records who an unnamed source is; raises ``AlreadyTold``, ``NobodyNamed``, ``NoKey``."""
    SourceRow.objects.select_for_update().get(pk=source.pk)
    if IdentityRow.objects.filter(source=source).exists():
        raise AlreadyTold
    row = shut(IdentityRow(source=source, told_by=by), words)
    row.save()
    note(source, Act.TOLD, by, _let_in(row, readers))


@sensitive_variables()
@transaction.atomic
def retell(source: SourceRow, words: str, by: Any) -> None:
    """Records it anew over what stood there; raises ``NotNamed``, ``NoKey``."""
    shut(_for(source, by), words).save(update_fields=["key", "box"])
    note(source, Act.RETOLD, by)


@transaction.atomic
def name_readers(source: SourceRow, readers: Iterable[Any], by: Any) -> None:
    """Says who may read it from now on; raises ``NotNamed``, ``NobodyNamed``."""
    note(source, Act.NAMED, by, _let_in(_for(source, by), readers))


@sensitive_variables()
def read(source: SourceRow, by: Any) -> str:
    """Who it is, once it is committed that ``by`` read it; raises ``NotNamed``, ``Unreadable``."""
    with transaction.atomic(durable=True):
        words = opened(_for(source, by))
        note(source, Act.READ, by)
    return words


@transaction.atomic
def destroy(source: SourceRow, by: Any) -> None:
    """Forgets who it is, for good; what was done with it stays noted. Needs no key; raises ``NotNamed``."""
    row = IdentityRow.objects.select_for_update().filter(source=source).first()
    if row is None or not (is_named(row, by) or by.has_perm(SEES_HANDLINGS)):
        raise NotNamed
    row.delete()
    note(source, Act.DESTROYED, by)


def is_named(row: IdentityRow, user: Any) -> bool:
    return row.readers.filter(pk=user.pk, is_active=True).exists()


def note(source: SourceRow, act: str, by: Any, readers: str = "") -> None:
    """Adds to what was done; ``by`` is None at a terminal."""
    HandlingRow.objects.create(source=source, act=act, by=by, name=by.get_username() if by else "", readers=readers)


def _for(source: SourceRow, by: Any) -> IdentityRow:
    row = IdentityRow.objects.select_for_update().filter(source=source).first()
    if row is None or not is_named(row, by):
        raise NotNamed
    return row


def _let_in(row: IdentityRow, readers: Iterable[Any]) -> str:
    """Names those who may read it; returns what they are called."""
    named = sorted(readers, key=lambda one: str(one.get_username()))
    if not named:
        raise NobodyNamed
    row.readers.set(named)
    return ", ".join(one.get_username() for one in named)
