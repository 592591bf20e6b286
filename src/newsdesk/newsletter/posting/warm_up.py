"""What a new sending domain may give each mail domain today, counted from the rows."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils import timezone

from newsdesk.newsletter.models import Delivery
from newsdesk.newsletter.posting.pace import allowed_today

DAY = timedelta(days=1)
UNDER_WAY = (Delivery.State.CLAIMED, Delivery.State.HANDING)


class WarmUp:
    """As it stands now: what was sent in the last day or is under way; ``take`` counts on."""

    def __init__(self) -> None:
        self.had: Counter[str] = Counter()
        self.allowed: int | None = None
        if settings.NEWSDESK_MAIL_FIRST_DAY:
            self._read()

    def full(self) -> list[str]:
        """Domains that get nothing more today."""
        return [domain for domain, had in self.had.items() if self.allowed is not None and had >= self.allowed]

    def take(self, domain: str) -> bool:
        """Whether the domain may be given one more; counts it."""
        if self.allowed is None:
            return True
        free = self.had[domain] < self.allowed
        self.had[domain] += free
        return free

    def _read(self) -> None:
        now = timezone.now()
        began = Delivery.objects.aggregate(began=Min("sent_at"))["began"]
        day = began.date() if began else None
        self.allowed = allowed_today(settings.NEWSDESK_MAIL_FIRST_DAY, day, now.date())
        given = Delivery.objects.filter(Q(sent_at__gt=now - DAY) | Q(state__in=UNDER_WAY))
        self.had.update(dict(given.values("domain").annotate(had=Count("id")).values_list("domain", "had")))
