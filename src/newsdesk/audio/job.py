"""The job of audio: live articles whose words no clip speaks, and the function that has one of them spoken.

Safe to run twice and by several workers: an article is taken by an update that only one of them can make, and comes
back by itself if its worker dies.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from newsdesk.archive import clips, record
from newsdesk.archive.reader import Archive
from newsdesk.article import clip as noun
from newsdesk.audio.failed import AudioFailed
from newsdesk.audio.models import AudioRules, Made, Narration
from newsdesk.audio.narrate import narrate
from newsdesk.audio.offer import offer, take_away
from newsdesk.press import shelves

LEASE = timedelta(minutes=30)
"""Longer than all children of one clip may live."""
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)
OLD = timedelta(days=2)
"""Articles first published longer ago are a back-fill, which has a limit a day."""


def due(limit: int) -> list[str]:
    """The article to be spoken next, the newest first; one at a time, so that other jobs have their turn between."""
    rules = AudioRules.current()
    if not rules.on:
        return []
    now = timezone.now()
    not_now = Narration.objects.filter(~Q(silent_because="") | Q(final=True) | Q(next_attempt_at__gt=now))
    waiting = clips.awaiting().exclude(Exists(not_now.filter(article=OuterRef("article"))))
    if _old_today(now) >= rules.old_a_day:
        waiting = waiting.filter(first_published__gt=now - OLD)
    articles = waiting.order_by("-first_published").values_list("article", flat=True)
    return [str(article) for article in articles[: min(limit, 1)]]


def make_one(article: str) -> None:
    """Has an article spoken, its files put on the shelf and the archive told; a failure is noted on its row."""
    narration = _take(article)
    edition = Archive().edition(article) if narration else None
    if narration is None or edition is None:
        return
    try:
        take_away(narration)
        with narrate(edition, narration) as narrated:
            offer(narration, narrated, old=edition.first_published < timezone.now() - OLD)
    except AudioFailed as failed:
        _failed(narration, failed)
    except (shelves.ShelfError, OSError) as error:
        _failed(narration, AudioFailed(str(error)))
    else:
        Narration.objects.filter(pk=narration.pk).update(attempts=0, error="", next_attempt_at=None)


def unoffered(limit: int) -> list[str]:
    """Articles with files on the shelf that were never offered, and whose worker has gone or whose words have."""
    gone = ~Exists(clips.awaiting().filter(article=OuterRef("article")))
    rows = Narration.objects.exclude(shelving="").filter(gone | Q(next_attempt_at__lte=timezone.now()))
    return [str(article) for article in rows.values_list("article", flat=True)[:limit]]


def take_away_one(article: str) -> None:
    """Removes such files."""
    take_away(Narration.objects.get(article=article))


def look_for_lost() -> int:
    """Has spoken again what is offered and gone from the shelf, as after a restore; how many clips."""
    shelf = shelves.current()
    lost = [clip.of for clip in clips.standing() if not all(map(shelf.has, noun.paths(clip.digest)))]
    for of in lost:
        record.silence(of)
    return len(lost)


def _old_today(now: datetime) -> int:
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return Made.objects.filter(at__gte=midnight, old=True).count()


def _take(article: str) -> Narration | None:
    """The article's row, leased, or None where another worker has it or it need not be read any more."""
    now = timezone.now()
    row, _ = Narration.objects.get_or_create(article=article)
    if not clips.awaiting().filter(article=article).exists():
        return None
    free = Narration.objects.filter(pk=row.pk, attempts=row.attempts, silent_because="", final=False)
    free = free.filter(Q(next_attempt_at=None) | Q(next_attempt_at__lte=now))
    if not free.update(attempts=row.attempts + 1, began_at=now, next_attempt_at=now + LEASE):
        return None
    row.refresh_from_db()
    return row


def _failed(row: Narration, failed: AudioFailed) -> None:
    """Noted, unless something else was wished meanwhile."""
    unchanged = Narration.objects.filter(pk=row.pk, attempts=row.attempts)
    pause = _pause(row.attempts, failed.retry_after)
    unchanged.update(error=failed.reason, final=failed.final, next_attempt_at=timezone.now() + pause)


def _pause(attempts: int, wished: float | None) -> timedelta:
    """Until the next attempt: what the other side asks for, and at least what doubles with every failure."""
    doubling = min(FIRST_PAUSE * (1 << min(attempts - 1, 20)), LONGEST_PAUSE)
    return max(doubling, timedelta(seconds=min(wished or 0, LONGEST_PAUSE.total_seconds())))
