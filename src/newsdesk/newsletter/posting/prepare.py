"""Begins an issue at its due time, writes a delivery for each of its readers, and ends it when all have a last word."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from newsdesk.newsletter.models import Delivery, Issue, Subscription
from newsdesk.newsletter.web_edition import follow

AT_ONCE = 500
State, Stand = Issue.State, Delivery.State
OPEN = (Stand.WAITING, Stand.CLAIMED, Stand.HANDING)
"""States without a last word."""


def due() -> QuerySet[Issue]:
    return Issue.objects.filter(state=State.SCHEDULED, due_at__lte=timezone.now())


def begin() -> int:
    """Issues whose time has come are being sent, and stand on the web, from now on; how many."""
    return sum(_begin(issue) for issue in due().select_related("letter"))


@transaction.atomic
def _begin(issue: Issue) -> bool:
    issue.state, issue.began_at = State.SENDING, timezone.now()
    begun = due().filter(pk=issue.pk).update(state=issue.state, began_at=issue.began_at)
    if begun:
        follow(issue)
    return bool(begun)


def write(issue: Issue) -> int:
    """Writes deliveries for the next readers of an issue, at most ``AT_ONCE``; how many. A second one is never made."""
    if issue.addressed_at:
        return 0
    last = issue.deliveries.aggregate(last=Max("subscriber"))["last"] or 0
    readers = list(_readers(issue).filter(subscriber__gt=last).select_related("subscriber")[:AT_ONCE])
    domain = issue.letter.domain
    Delivery.objects.bulk_create([_delivery(issue, reader, domain) for reader in readers], ignore_conflicts=True)
    if len(readers) < AT_ONCE and not issue.of_id:
        issue.addressed_at = timezone.now()
        issue.save(update_fields=["addressed_at"])
    return len(readers)


def finish() -> int:
    """Issues without an open delivery are sent; how many."""
    ids = [issue.pk for issue in ended()]
    return Issue.objects.filter(pk__in=ids, state=State.SENDING).update(state=State.SENT, ended_at=timezone.now())


def ended() -> list[Issue]:
    """Those being sent of which nothing is left to do."""
    left = Delivery.objects.filter(issue=OuterRef("pk"), state__in=OPEN)
    return [issue for issue in sending().exclude(Exists(left)) if not unwritten(issue)]


def sending() -> QuerySet[Issue]:
    return Issue.objects.filter(state=State.SENDING).select_related("letter")


def unwritten(issue: Issue) -> bool:
    """Whether a reader of it may have no delivery yet. Once all have, nobody joins: an imported list has confirmations
    from before it began. Those of a note grow while its issue is still on its way.
    """
    if not issue.of_id:
        return issue.addressed_at is None
    last = issue.deliveries.aggregate(last=Max("subscriber"))["last"] or 0
    return _readers(issue).filter(subscriber__gt=last).exists()


def _readers(issue: Issue) -> QuerySet[Subscription]:
    """Who wanted the letter when the issue began, in a fixed order; of a note, those its issue was sent to."""
    confirmed = Q(confirmed_at=None) | Q(confirmed_at__lte=issue.began_at or timezone.now())
    found = Subscription.objects.filter(confirmed, letter=issue.letter, state=Subscription.State.CONFIRMED)
    if issue.of_id:
        had = Delivery.objects.filter(issue=issue.of_id, state__in=(Stand.SENT, Stand.UNKNOWN, Stand.HANDING))
        found = found.filter(Exists(had.filter(subscriber=OuterRef("subscriber"))))
    return found.order_by("subscriber")


def _delivery(issue: Issue, reader: Subscription, domain: str) -> Delivery:
    return Delivery(
        issue=issue,
        subscriber=reader.subscriber,
        domain=reader.subscriber.canonical.rpartition("@")[2],
        message_id=f"<{uuid4().hex}@{domain}>",
        next_attempt_at=issue.began_at,
    )
