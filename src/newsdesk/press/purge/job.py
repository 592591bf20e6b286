"""The job of purges: up to as many sheets as the CDN takes at once, withdrawals before all else.

Safe to run twice: a sheet purged again is fetched once more, nothing else. What was sent is forgotten when the CDN has
answered, not before.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from newsdesk import net
from newsdesk.press.models import Purge, PurgeTrouble
from newsdesk.press.purge import cdns
from newsdesk.press.serving.hot import CHECK_EVERY
from newsdesk.press.serving.rules import surrogate

SETTLED = timedelta(seconds=CHECK_EVERY + 0.05)
"""A reader may show the sheet before for so long after it was replaced: no CDN may fetch that one now."""
PAUSES = (2, 5, 15, 60)
"""Seconds until a CDN that failed is asked again, by how often it has; the last one for ever after."""


def due(limit: int) -> list[str]:
    """Whether there is anything to send, and the CDN is not to be left alone for a while."""
    if not settings.NEWSDESK_PURGE_CDN or not Purge.objects.exists():
        return []
    trouble = PurgeTrouble.objects.first()
    return [] if trouble and _rests(trouble) else ["batch"]


def send(batch: str = "batch") -> None:
    """Sends one batch and forgets its rows; a failure is noted, and the rows stay."""
    cdn = cdns.current()
    rows = _next(cdn.AT_ONCE)
    if not rows:
        return
    _wait_until_settled(rows)
    words = sorted({surrogate(row.path) for row in rows})
    try:
        answer = net.ask(cdn.purge(settings.NEWSDESK_PURGE_URL, settings.NEWSDESK_PURGE_TOKEN, words, rows[0].hard))
        problem = cdn.problem(answer)
    except net.NetError as error:
        problem = str(error)
    if problem:
        _failed(problem)
    else:
        _answered(rows)


def _next(at_once: int) -> Sequence[Purge]:
    """The oldest hard ones; where there is none, the oldest soft ones."""
    first = Purge.objects.order_by("-hard", "id").first()
    return list(Purge.objects.filter(hard=first.hard).order_by("id")[:at_once]) if first else []


def _wait_until_settled(rows: Sequence[Purge]) -> None:
    left = max(row.at for row in rows) + SETTLED - timezone.now()
    if timedelta(0) < left <= SETTLED:
        time.sleep(left.total_seconds())


def _answered(rows: Sequence[Purge]) -> None:
    Purge.objects.filter(id__in=[row.id for row in rows]).delete()
    PurgeTrouble.objects.all().delete()


def _failed(problem: str) -> None:
    trouble = PurgeTrouble.objects.first() or PurgeTrouble()
    trouble.attempts += 1
    trouble.error = problem[:500]
    trouble.next_attempt_at = timezone.now() + timedelta(seconds=pause(trouble.attempts))
    trouble.save()


def _rests(trouble: PurgeTrouble) -> bool:
    """Not where the clock was set back: no pause is longer than it was meant to be."""
    left = trouble.next_attempt_at - timezone.now()
    return timedelta(0) < left <= timedelta(seconds=pause(trouble.attempts))


def pause(attempts: int) -> int:
    """Seconds to wait after so many failures (at least 1)."""
    return PAUSES[min(attempts, len(PAUSES)) - 1]
