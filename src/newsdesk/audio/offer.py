"""Puts the files of a clip where readers find them, and tells the archive; or leaves nothing behind."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from newsdesk import bell
from newsdesk.archive import record
from newsdesk.article import clip as noun
from newsdesk.audio.models import Made, Narration
from newsdesk.audio.narrate import Narrated
from newsdesk.press import shelves


def offer(narration: Narration, narrated: Narrated, *, old: bool) -> None:
    """Shelves the files, then records the clip; where its words are others by now, the files go again.

    The row notes the digest first: whatever dies between, the next attempt finds what lies there unoffered.
    """
    clip = narrated.clip
    Narration.objects.filter(pk=narration.pk).update(shelving=clip.digest)
    narration.shelving = clip.digest
    shelf = shelves.current()
    for ending in noun.ENDINGS:
        shelf.put_file(noun.path(clip.digest, ending), narrated.files[ending].read_bytes())
    with transaction.atomic():
        offered = record.clip(clip)
        if offered:
            Narration.objects.filter(pk=narration.pk).update(shelving="")
        Made.objects.create(
            of=clip.of, at=timezone.now(), voice=clip.voice, seconds=clip.seconds,
            characters=narrated.characters, cost=narrated.cost, old=old,
        )  # fmt: skip
        bell.ring()
    if not offered:
        take_away(narration)


def take_away(narration: Narration) -> None:
    """Removes files that lie on the shelf and were never offered."""
    if not narration.shelving:
        return
    for path in noun.paths(narration.shelving):
        shelves.current().delete_file(path)
    Narration.objects.filter(pk=narration.pk).update(shelving="")
    narration.shelving = ""
