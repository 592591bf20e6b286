"""Takes deliveries for this worker alone, gives them back, and finds those whose worker is gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import islice

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from newsdesk.newsletter.models import Delivery, Issue
from newsdesk.newsletter.posting import pauses

BATCH = 50
LOOKED_AT = 200
LEASE = timedelta(minutes=15)
"""Longer than the ten minutes a server may take for its last words."""
State = Delivery.State


def waiting(issue: Issue) -> QuerySet[Delivery]:
    """Whose time has come; also those that a clock which has been set back since put into a far future."""
    now = timezone.now()
    due = Q(next_attempt_at__lte=now) | Q(next_attempt_at__gt=now + pauses.LONGEST * 2) | Q(next_attempt_at=None)
    return Delivery.objects.filter(due, issue=issue, state=State.WAITING)


@transaction.atomic
def claim(issue: Issue, me: str, full: Sequence[str], admits: Callable[[str], bool]) -> list[Delivery]:
    """At most ``BATCH``, none to a domain in ``full`` or one that ``admits`` refuses; of two workers only one gets a
    row.
    """
    rows = waiting(issue).exclude(domain__in=full).order_by("next_attempt_at", "id")
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    looked_at = rows.select_related("subscriber")[:LOOKED_AT].iterator(BATCH)
    chosen = list(islice((row for row in looked_at if admits(row.domain)), BATCH))
    taken = Delivery.objects.filter(pk__in=[row.pk for row in chosen], state=State.WAITING)
    taken.update(state=State.CLAIMED, owner=me, lease=timezone.now() + LEASE)
    return chosen


def give_back(ids: Sequence[int], me: str) -> None:
    """What was claimed and not handed over waits again, at once."""
    mine = Delivery.objects.filter(pk__in=ids, state=State.CLAIMED, owner=me)
    mine.update(state=State.WAITING, owner="", lease=None)


def recover(everything: bool) -> None:
    """Claims of workers that are gone wait again; what they were handing over, nobody knows.

    ``everything`` where this is the only worker there is; else those whose lease has ended.
    """
    gone = Delivery.objects.filter(state__in=(State.CLAIMED, State.HANDING)) if everything else orphans()
    gone.filter(state=State.CLAIMED).update(state=State.WAITING, owner="", lease=None)
    gone.filter(state=State.HANDING).update(state=State.UNKNOWN, reply="the connection or the worker was lost")


def orphans() -> QuerySet[Delivery]:
    """Whose lease has ended."""
    return Delivery.objects.filter(state__in=(State.CLAIMED, State.HANDING), lease__lte=timezone.now())
