"""What the desk does to an issue before it is on its way: one act each, in one transaction.

An issue goes only as somebody saw it: ``let_go`` is given the mark of the drawing that was looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsdesk import bell
from newsdesk.archive.codec import decode, encode
from newsdesk.article.body import Body
from newsdesk.newsletter.making import brake
from newsdesk.newsletter.making.carrying import carry
from newsdesk.newsletter.making.refused import Refused
from newsdesk.newsletter.models import Issue, Letter
from newsdesk.newsletter.posting import acts as on_its_way

State = Issue.State
CHANGEABLE = (State.DRAFT, State.SCHEDULED, State.STOPPED)


@dataclass(frozen=True, slots=True)
class Words:
    """What an editor writes of an issue."""

    subject: str
    preview: str
    body: Body
    due_at: datetime | None = None


@transaction.atomic
def begin(letter: Letter, words: Words, by: str, of: Issue | None = None) -> Issue:
    """A new draft; with ``of``, a note to those who had that issue."""
    issue = Issue(letter=letter, of=of)
    _write(issue, words, by)
    return issue


@transaction.atomic
def change(issue: UUID, version: int, words: Words, by: str) -> Issue:
    """Other words from now on: a new version, which waits until somebody has looked at it. Raises ``Refused``."""
    row = _locked(issue)
    if row.version != version:
        raise Refused(_("Somebody changed this issue since you opened it. Reload it to see theirs."))
    if row.state not in CHANGEABLE:
        raise Refused(_("This issue cannot be changed any more. Stop it first, where it is being sent."))
    if _same(row, words):
        return row
    row.version += 1
    row.state = State.DRAFT if row.state == State.SCHEDULED else row.state
    _write(row, words, by)
    return row


@transaction.atomic
def let_go(issue: UUID, seen: str, by: str, drawing: Callable[[Issue], str]) -> Issue:
    """The issue goes at its time, or at once where that has passed. ``seen`` is what ``drawing`` gave when somebody
    looked. Raises ``Refused``.
    """
    row = _locked(issue)
    if row.state not in (State.DRAFT, State.STOPPED):
        raise Refused(_("This issue is on its way already, or has ended."))
    if not row.body:
        raise Refused(_("There is nothing in this issue yet."))
    if drawing(row) != seen:
        raise Refused(_("It looks different since you opened this preview. Look at it once more."))
    brake.hold(row, by)
    carry(row, decode(row.body, Body))
    row.agreed_by = by
    row.due_at = row.due_at or timezone.now()
    if row.state == State.DRAFT:
        row.state = State.SCHEDULED
    row.save(update_fields=["agreed_by", "due_at", "state"])
    if row.state == State.STOPPED:
        on_its_way.go_on(row.pk)
    bell.ring()
    return row


def _locked(issue: UUID) -> Issue:
    return Issue.objects.select_for_update(of=("self",)).select_related("letter").get(pk=issue)


def _same(row: Issue, words: Words) -> bool:
    return (row.subject, row.preview, row.body, row.due_at) == (
        words.subject,
        words.preview,
        _filed(words.body),
        words.due_at,
    )


def _write(row: Issue, words: Words, by: str) -> None:
    """Whoever changes it is who made it: another has to agree where two are needed."""
    row.subject, row.preview, row.due_at = words.subject, words.preview, words.due_at
    row.body, row.made_by, row.agreed_by = _filed(words.body), by, ""
    row.save()
    carry(row, words.body)


def _filed(body: Body) -> list[dict[str, object]]:
    return list(encode(body, Body))
