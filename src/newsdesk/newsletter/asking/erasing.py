"""All that is kept of one reader: told to them, or erased."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from newsdesk.newsletter.models import Ask, Delivery, Notice, Subscriber, Suppression
from newsdesk.newsletter.suppression import marked, suppress

_OURS = ("id", "subscriber_id", "consent_id", "issue_id", "letter_id")


def kept(canonical: str) -> dict[str, Any]:
    """Everything kept of an address, as plain values; empty lists where there is nothing."""
    subscriber = Subscriber.objects.filter(canonical=canonical).first()
    on_list = Suppression.objects.filter(address=marked(canonical)).values("why", "detail", "at")
    found: dict[str, Any] = {"asks": _rows(Ask.objects.filter(address__iexact=canonical)), "suppressed": list(on_list)}
    if subscriber is None:
        return found | {"subscriber": None}
    theirs = subscriber.subscriptions.values(
        "letter__name", "state", "asked_at", "confirmed_at", "still_asked_at", "left_at", "left_by"
    )
    sent = subscriber.deliveries.values(
        "issue__subject", "issue__letter__name", "state", "sent_at", "left_at", "domain", "code", "reply"
    )
    notices = Notice.objects.filter(delivery__subscriber=subscriber)
    return found | {
        "subscriber": _rows(Subscriber.objects.filter(pk=subscriber.pk))[0],
        "subscriptions": list(theirs),
        "consents": _rows(subscriber.consents.all()),
        "deliveries": list(sent),
        "notices": list(notices.values("delivery__issue__subject", "kind", "status", "said", "via", "at")),
    }


@transaction.atomic
def erase(subscriber: Subscriber) -> None:
    """Forgets a reader: what waits for them is dropped, what was sent stays as a number without a name, and without
    the words of servers, in which a name may stand.
    """
    waiting = (Delivery.State.WAITING, Delivery.State.CLAIMED)
    subscriber.deliveries.filter(state__in=waiting).update(state=Delivery.State.DROPPED, owner="", lease=None)
    Notice.objects.filter(delivery__subscriber=subscriber).update(said="")
    subscriber.deliveries.update(domain="", reply="")
    Ask.objects.filter(address__iexact=subscriber.canonical).delete()
    subscriber.delete()


@transaction.atomic
def forget(canonical: str) -> None:
    """Erases whoever has this address, and keeps the mark by which nothing is sent there again."""
    suppress(canonical, Suppression.Why.ERASED)
    Ask.objects.filter(address__iexact=canonical).delete()
    for subscriber in Subscriber.objects.filter(canonical=canonical):
        erase(subscriber)


def _rows(rows: Any) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name not in _OURS} for row in rows.values()]
