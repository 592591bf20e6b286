"""Puts the files of a clip where readers find them, and tells the archive; or leaves nothing behind."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from newsdesk import bell
from newsdesk.archive import record
from newsdesk.article import clip as noun
from newsdesk.audio.models import Attempted, Composition, Made, Narration
from newsdesk.audio.sounding import Narrated
from newsdesk.press import shelves

ATTEMPTED: tuple[type[Attempted], ...] = (Narration, Composition)


def mine(row: Attempted) -> QuerySet[Attempted]:
    """The row in the database, where the turn is still that of ``row``."""
    return type(row)._default_manager.filter(pk=row.pk, began_at=row.began_at)


def offer(row: Attempted, narrated: Narrated, *, old: bool) -> None:
    """Shelves the files, then records the clip; where its words or what is wanted are others by now, the files go
    again.

    The row notes the digest first: whatever dies between, the next attempt finds what lies there unoffered.
    """
    row.shelving = narrated.clip.digest
    if not mine(row).update(shelving=row.shelving):
        return
    try:
        _shelve(narrated)
    except (shelves.ShelfError, OSError):
        take_away(row)
        raise
    if not _recorded(row, narrated, old):
        take_away(row)


def take_away(row: Attempted) -> None:
    """Removes files that lie on the shelf and were never offered."""
    if row.shelving:
        for path in noun.paths(row.shelving):
            shelves.current().delete_file(path)
        type(row)._default_manager.filter(pk=row.pk, shelving=row.shelving).update(shelving="")
        row.shelving = ""


def forsake(digest: str) -> None:
    """Removes what a worker left that died or was overtaken; one that is still at it finds that its turn is over."""
    for kind in ATTEMPTED:
        left = kind._default_manager.filter(shelving=digest)
        for row in left:
            if left.filter(pk=row.pk).update(began_at=None, next_attempt_at=None):
                take_away(row)


def _shelve(narrated: Narrated) -> None:
    shelf = shelves.current()
    for ending in noun.ENDINGS:
        shelf.put_file(noun.path(narrated.clip.digest, ending), narrated.files[ending].read_bytes())


def _silenced(clip: noun.Clip) -> bool:
    """Whether an article of a composed clip is not to be heard, as was said while it was made."""
    articles = [part.article for part in clip.parts]
    return Narration.objects.filter(article__in=articles).exclude(silent_because="").exists()


@transaction.atomic
def _recorded(row: Attempted, narrated: Narrated, old: bool) -> bool:
    """Whether readers are offered it. What it cost is noted either way."""
    clip = narrated.clip
    Made.objects.create(
        of=clip.of, at=timezone.now(), voice=clip.voice, seconds=clip.seconds,
        characters=narrated.characters, cost=narrated.cost, old=old,
    )  # fmt: skip
    if not mine(row).update(attempts=0, error="", next_attempt_at=None) or _silenced(clip) or not record.clip(clip):
        return False
    mine(row).update(shelving="")
    bell.ring()
    return True
