"""Which mail domains a new sending domain has given enough for today."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Min
from django.utils import timezone

from newsdesk.newsletter.models import Delivery, Issue
from newsdesk.newsletter.posting.pace import allowed_today

DAY = timedelta(days=1)


def full(issue: Issue) -> list[str]:
    """Domains that had as many letters in the last day as this day of sending allows."""
    if not settings.NEWSDESK_MAIL_FIRST_DAY:
        return []
    now = timezone.now()
    began = Delivery.objects.aggregate(began=Min("sent_at"))["began"]
    allowed = allowed_today(settings.NEWSDESK_MAIL_FIRST_DAY, began.date() if began else None, now.date())
    had = Delivery.objects.filter(sent_at__gt=now - DAY).values("domain").annotate(had=Count("id"))
    return [row["domain"] for row in had if allowed is not None and row["had"] >= allowed]
