"""Whether an issue on its way stands still because the mail server does not take it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Max
from django.utils import timezone

from newsdesk.newsletter.models import Delivery, Issue

AFTER = timedelta(minutes=15)
State = Delivery.State


class HeldUp(NamedTuple):
    """Since when nothing of it left, and the last words on why."""

    since: datetime
    why: str


def held_up(issue: Issue) -> HeldUp | None:
    """What is due and was tried, while nothing has left for a while; what a reader's own server put off is not due."""
    if issue.state != Issue.State.SENDING or issue.began_at is None:
        return None
    since = issue.deliveries.filter(state=State.SENT).aggregate(last=Max("sent_at"))["last"] or issue.began_at
    if timezone.now() - since < AFTER:
        return None
    due = issue.deliveries.filter(state=State.WAITING, next_attempt_at__lte=timezone.now())
    tried = due.exclude(reply="").values_list("code", "reply").order_by("next_attempt_at", "pk").first()
    return HeldUp(since, " ".join(tried).strip()) if tried else None
