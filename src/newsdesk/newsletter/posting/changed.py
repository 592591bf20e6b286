"""What an issue carries and readers can no longer see, or see corrected: compared with the archive, at every turn while
the issue is on its way, each minute for a season after.

An article that is withdrawn leaves the issue and its web edition; letters made before fail the check at handing over.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext

from newsdesk.archive.models import CardRow, EditionRow
from newsdesk.newsletter.models import Carried, Issue
from newsdesk.newsletter.web_edition import follow

State = Issue.State
ON_ITS_WAY = (State.SCHEDULED, State.SENDING, State.STOPPED)
SEASON = timedelta(days=90)
"""How long an issue is compared after its time. An article that is withdrawn later leaves the web edition all the same,
for its card is gone; nobody is to be sent a note so late.
"""


def due(limit: int) -> Sequence[int]:
    """Carried editions of issues on their way whose article is withdrawn, or has an edition that was not compared."""
    return _differing(Q(issue__state__in=ON_ITS_WAY), limit)


def due_of_sent(limit: int) -> Sequence[int]:
    """The same of issues that were sent in the last season; nothing waits for these in a hurry."""
    return _differing(Q(issue__state=State.SENT, issue__due_at__gte=timezone.now() - SEASON), limit)


def look_back() -> None:
    """Finishes those that were sent."""
    while found := due_of_sent(1):
        compare(found[0])


def _differing(which: Q, limit: int) -> Sequence[int]:
    return list(_carried().filter(which).filter(_gone() | _newer()).values_list("pk", flat=True)[:limit])


def compare(carried: int) -> None:
    """Finishes one of them; safe to run twice."""
    row = _carried().filter(pk=carried, issue__state__in=(*ON_ITS_WAY, State.SENT)).first()
    if row is None:
        return
    state, number = row.card_state, row.card_number  # type: ignore[attr-defined]
    if state != CardRow.State.LIVE:
        withdrawn(row.issue_id, str(row.article))
    elif _says_wrong(str(row.article), row.number, number):
        corrected(row.issue_id, str(row.article), number)
    Carried.objects.filter(pk=carried, seen__lt=number).update(seen=number)


@transaction.atomic
def withdrawn(issue: UUID | str, article: str) -> None:
    """The article's card leaves the issue; where the subject, the preview text or the lead spoke of it, or nothing
    else is left, the run stops.
    """
    row = Issue.objects.select_for_update().get(pk=issue)
    carried = row.carried.filter(article=article, withdrawn_at=None)
    lead = carried.filter(lead=True).exists()
    if not carried.update(withdrawn_at=timezone.now()):
        return
    row.body = without(row.body, article)
    if row.state in ON_ITS_WAY and (lead or not row.carried.filter(withdrawn_at=None).exists()):
        _stop(row, gettext("An article that the subject, the preview text or the first card speaks of was withdrawn."))
    _changed(row)


@transaction.atomic
def corrected(issue: UUID | str, article: str, number: int) -> None:
    """A later edition says that something was wrong: what is unsent shows that one; whether those who had the issue
    get a note is the desk's decision.
    """
    row = Issue.objects.select_for_update().get(pk=issue)
    carried = row.carried.filter(article=article, corrected_by__lt=number)
    lead = carried.filter(lead=True).exists()
    if not carried.update(corrected_by=number):
        return
    if lead and row.state in ON_ITS_WAY:
        _stop(row, gettext("An article that the subject, the preview text or the first card speaks of was corrected."))
    _changed(row)


def without(body: list[dict[str, object]], article: str) -> list[dict[str, object]]:
    """A body without the card of an article; as the archive's codec writes bodies."""
    return [block for block in body if (block.get("kind"), block.get("article")) != ("related_card", article)]


def _stop(row: Issue, because: str) -> None:
    row.state, row.stopped_because = State.STOPPED, because[:200]


def _changed(row: Issue) -> None:
    row.version += 1
    row.save(update_fields=["body", "version", "state", "stopped_because"])
    follow(row)


def _says_wrong(article: str, had: int, has: int) -> bool:
    rows = EditionRow.objects.filter(article=article, number__in=(had, has))
    corrections = {row.number: len(row.data.get("corrections", ())) for row in rows}
    return corrections.get(has, 0) > corrections.get(had, 0)


def _carried() -> QuerySet[Carried]:
    card = CardRow.objects.filter(article=OuterRef("article"))
    states = {"card_state": Subquery(card.values("state")), "card_number": Subquery(card.values("number"))}
    return Carried.objects.filter(withdrawn_at=None).annotate(**states)


def _gone() -> Q:
    return ~Q(card_state=CardRow.State.LIVE) & Q(card_state__isnull=False)


def _newer() -> Q:
    return Q(card_state=CardRow.State.LIVE, card_number__gt=F("number"), seen__lt=F("card_number"))
