"""Writes a notice down, once, and draws its consequences in the same transaction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from newsdesk.newsletter.asking.leaving import leave
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.models import Delivery, Issue, Notice, Subscriber, Suppression
from newsdesk.newsletter.notices import codes
from newsdesk.newsletter.notices.told import Told
from newsdesk.newsletter.posting import acts, verp
from newsdesk.newsletter.suppression import suppress

Kind, Why = Notice.Kind, Suppression.Why
MESSAGE_ID = re.compile(r"[0-9a-f]{32}(?:@|\+40)[\w.-]+")
FAILURES = 3
"""Issues of three months that could not be delivered for good, and an address is given up."""
LOOKED_AT = timedelta(days=90)
FEW, TOO_MANY = 10, 0.05
FEW_COMPLAINTS, TOO_MANY_COMPLAINTS = 3, 0.003


@transaction.atomic
def file(told: Told, via: str, at: datetime | None = None) -> Notice | None:
    """The new row; None where it was known, or is about no delivery of ours."""
    delivery = delivery_of(told.about) or known_as(told.known_as)
    if delivery is None:
        return None
    given = {"delivery": delivery, "kind": told.kind, "status": told.status[:12], "said": told.said[:300]}
    times = {"via": via, "at": at or timezone.now()}
    notice, new = Notice.objects.get_or_create(key=told.key[:64], defaults=given | times)
    if not new:
        return None
    acts.arrived(delivery.pk)
    if delivery.subscriber:
        _about_reader(notice, delivery, delivery.subscriber)
    _about_issue(notice, delivery.issue)
    return notice


def delivery_of(about: Sequence[str]) -> Delivery | None:
    """By the token of its return address, or by its Message-ID; both cannot be guessed. An address alone is no proof:
    anybody can write a bounce.
    """
    for words in about:
        if (pk := verp.delivery_of(words)) and (row := Delivery.objects.filter(pk=pk).first()):
            return row
    for words in about:
        ids = [f"<{found.lower().replace('+40', '@')}>" for found in MESSAGE_ID.findall(words)[:20]]
        if row := Delivery.objects.filter(message_id__in=ids).first():
            return row
    return None


def known_as(name: str) -> Delivery | None:
    """What the mail service calls so; only its own word, once proven, is asked by it."""
    return Delivery.objects.filter(known_as=name).first() if name else None


def _about_reader(notice: Notice, delivery: Delivery, reader: Subscriber) -> None:
    match notice.kind:
        case Kind.COMPLAINT:
            suppress(reader.canonical, Why.COMPLAINED, notice.said[:120])
        case Kind.LEFT:
            leave(Signed(reader.key, delivery.issue.letter_id, delivery.pk), "mail service")
        case Kind.HARD if codes.no_such_address(notice.status) or _failures(reader) >= FAILURES:
            suppress(reader.canonical, Why.BOUNCED, notice.status)
        case Kind.SOFT | Kind.DELAYED:
            Subscriber.objects.filter(pk=reader.pk).update(soft=F("soft") + 1)
        case Kind.DELIVERED:
            Subscriber.objects.filter(pk=reader.pk).update(soft=0)


def _failures(reader: Subscriber) -> int:
    since = timezone.now() - LOOKED_AT
    hard = Notice.objects.filter(delivery__subscriber=reader, kind=Kind.HARD, at__gt=since)
    return len({row.delivery_id for row in hard if codes.counts(row.status)})


def _about_issue(notice: Notice, issue: Issue) -> None:
    """A sudden rise stops what is still to be sent; what made it stop before does not count again."""
    if issue.state != Issue.State.SENDING or notice.kind not in (Kind.HARD, Kind.COMPLAINT):
        return
    sent = issue.deliveries.filter(state=Delivery.State.SENT).count() or 1
    found = Notice.objects.filter(delivery__issue=issue, at__gt=issue.went_on_at or issue.began_at or notice.at)
    hard, complaints = (found.filter(kind=kind).count() for kind in (Kind.HARD, Kind.COMPLAINT))
    if (hard >= FEW and hard / sent > TOO_MANY) or _complain(complaints, sent):
        acts.stop(issue.pk, acts.notices_rise())


def _complain(complaints: int, sent: int) -> bool:
    return complaints >= FEW_COMPLAINTS and complaints / sent > TOO_MANY_COMPLAINTS
