"""A mail asking to confirm that cannot be handed over: it is counted with its reason, its address forgotten."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from newsdesk.newsletter.models import Ask, GivenUp
from newsdesk.newsletter.posts import PostError

KEPT = timedelta(days=30)


@transaction.atomic
def give_up(ask: Ask, error: PostError, *, refused: bool) -> None:
    """The reader has to ask again, and cannot be told; the newsroom can."""
    day = timezone.now().date()
    row, _made = GivenUp.objects.get_or_create(day=day, refused=refused, code=error.code)
    GivenUp.objects.filter(pk=row.pk).update(count=F("count") + 1, reply=error.reply)
    ask.delete()


def lately(*, refused: bool) -> QuerySet[GivenUp]:
    """The newest first."""
    return GivenUp.objects.filter(refused=refused, day__gt=_before()).order_by("-day", "code")


def forget() -> None:
    """Rows past their time."""
    GivenUp.objects.filter(day__lte=_before()).delete()


def _before() -> date:
    return (timezone.now() - KEPT).date()
