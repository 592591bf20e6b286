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
from newsdesk.audio import wishes
from newsdesk.audio.attempts import attempt, may_begin, taken
from newsdesk.audio.models import AudioRules, Composition, Made, Narration
from newsdesk.audio.narrate import narrate
from newsdesk.press import shelves

OLD = timedelta(days=2)
"""Articles first published longer ago are a back-fill, which has a limit a day."""


def due(limit: int) -> list[str]:
    """The article to be spoken next, the newest first; one at a time, so that other jobs have their turn between."""
    rules = AudioRules.current()
    if not rules.on:
        return []
    now = timezone.now()
    theirs = Narration.objects.filter(article=OuterRef("article"))
    not_now = theirs.filter(~Q(silent_because="") | (~may_begin() & ~Q(final=True, tried__lt=OuterRef("number"))))
    waiting = clips.awaiting().exclude(Exists(not_now))
    if _old_today(now) >= rules.old_a_day:
        waiting = waiting.filter(first_published__gt=now - OLD)
    articles = waiting.order_by("-first_published").values_list("article", flat=True)
    return [str(article) for article in articles[: min(limit, 1)]]


def make_one(article: str) -> None:
    """Has an article spoken, its files put on the shelf and the archive told; a failure is noted on its row."""
    row, _ = Narration.objects.get_or_create(article=article)
    edition = Archive().edition(article)
    if edition is None or not clips.awaiting().filter(article=article).exists():
        return
    if row.final and row.tried < edition.number:
        wishes.try_again(row)
    narration = taken(row, silent_because="")
    if narration:
        Narration.objects.filter(pk=narration.pk).update(tried=edition.number)
        attempt(narration, lambda: narrate(edition, narration), old=edition.first_published < timezone.now() - OLD)


def unoffered(limit: int) -> list[str]:
    """Digests of files on the shelf that were never offered, and whose worker has gone or whose words have."""
    gone = ~Exists(clips.awaiting().filter(article=OuterRef("article")))
    articles = Narration.objects.filter(may_begin() | gone, shelving__gt="")
    days = Composition.objects.filter(may_begin(), shelving__gt="")
    return [row.shelving for rows in (articles, days) for row in rows[:limit]]


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
