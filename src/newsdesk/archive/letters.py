"""The record's letters and the web editions of their issues. Each act is one transaction that names its keys."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from newsdesk.archive import addresses, keys
from newsdesk.archive.codec import decode
from newsdesk.archive.keys import Lane
from newsdesk.archive.models import ValueRow
from newsdesk.archive.value_writer import drop, put
from newsdesk.article.letter import Issue, Letter


@transaction.atomic
def letter(value: Letter, *, open: bool = True) -> None:
    """A letter as it is called now; readers can ask for it while it is open, and the address it had leads to the one it
    has.
    """
    before = put(keys.letter(value.id), value, Lane.EDITOR)
    if not open:
        close_letter(value.id)
    elif value.id not in (ids := _ids(keys.LETTERS)):
        put(keys.LETTERS, (*ids, value.id), Lane.EDITOR)
    addresses.moved(before and decode(before, Letter), value)


@transaction.atomic
def close_letter(id: str) -> None:
    """Readers cannot ask for it any more; what it sent stays on the web."""
    put(keys.LETTERS, tuple(one for one in _ids(keys.LETTERS) if one != id), Lane.EDITOR)


@transaction.atomic
def forget_letter(id: str) -> None:
    """As if it had never been; for one that sent nothing."""
    close_letter(id)
    before = drop(keys.letter(id), Lane.WITHDRAWAL)
    if before:
        addresses.moved(decode(before, Letter), None)


@transaction.atomic
def issue(value: Issue) -> None:
    """The web edition of an issue as it was sent, or with what was said of it later."""
    put(keys.issue(value.id), value, Lane.EDITOR)
    listing = keys.issues(value.letter)
    if value.id not in (ids := _ids(listing)):
        order = {id: at for id in ids if (at := _sent_at(id))} | {value.id: value.sent_at}
        put(listing, tuple(sorted(order, key=lambda id: (order[id], id), reverse=True)), Lane.EDITOR)


@transaction.atomic
def withdraw_issue(id: str) -> None:
    """Takes a web edition away; what has been sent has been sent."""
    before = drop(keys.issue(id), Lane.WITHDRAWAL)
    if before:
        listing = keys.issues(decode(before, Issue).letter)
        put(listing, tuple(one for one in _ids(listing) if one != id), Lane.WITHDRAWAL)


def counted(issue: str, references: tuple[str, ...]) -> None:
    """What the counted links of an issue lead to, by their numbers from 1 on; dropping the issue leaves them."""
    put(keys.counted(issue), references, Lane.EDITOR)


def _ids(key: str) -> tuple[str, ...]:
    """Locked, for whoever changes the list."""
    return tuple(ValueRow.objects.select_for_update().filter(key=key).values_list("data", flat=True).first() or ())


def _sent_at(id: str) -> datetime | None:
    data = ValueRow.objects.filter(key=keys.issue(id)).values_list("data", flat=True).first()
    return decode(data, Issue).sent_at if data else None
