"""What has a time to come out: the revisions that wait, by the article they belong to. They are few at any size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

MOST = 500
"""More than any newsroom plans; the earliest are shown."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``due`` is when the worker brings the article out; ``embargoed`` where an embargo is what holds it till then."""

    page_id: int
    due: datetime
    embargoed: bool
    headline: str

    @property
    def overdue(self) -> bool:
        return self.due <= timezone.now()


def plans() -> Mapping[int, Plan]:
    """Every plan by the id of its page, earliest first; one query."""
    rows = (
        Revision.page_revisions.filter(approved_go_live_at__isnull=False)
        .order_by("approved_go_live_at", "pk")
        .values_list("object_id", "approved_go_live_at", "content__embargoed_until", "content__title")
    )
    return {int(id): Plan(int(id), due, _holds(due, until), headline) for id, due, until, headline in rows[:MOST]}


def _holds(due: datetime, until: str | None) -> bool:
    """Revisions keep milliseconds only, so the two are compared to the second."""
    embargoed_until = parse_datetime(until) if until else None
    return embargoed_until is not None and (embargoed_until - due).total_seconds() > -1
