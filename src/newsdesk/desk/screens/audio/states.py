"""Where a clip stands, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from newsdesk.archive import clips
from newsdesk.archive.reader import Archive
from newsdesk.article.clip import Clip
from newsdesk.audio.failed import in_words
from newsdesk.audio.models import Attempted, AudioRules, Narration


@dataclass(frozen=True, slots=True)
class Heard:
    """``state`` is made, waiting, failed, silent or none; ``words`` say it, ``why`` says why where it matters."""

    state: str
    words: str
    why: str = ""
    clip: Clip | None = None
    narration: Narration | None = None
    next_at: datetime | None = None

    @property
    def length(self) -> str:
        """``4:31``; empty where there is nothing to hear."""
        return "{}:{:02}".format(*divmod(round(self.clip.seconds), 60)) if self.clip else ""


def heard(article: str) -> Heard:
    """How the article can be heard now."""
    narration = Narration.objects.filter(article=article).first()
    clip = Archive().clip(article)
    if clip:
        return Heard("made", clip.label, _unused(clip, narration), clip=clip, narration=narration)
    if narration and narration.silent_because:
        return Heard("silent", _("Not read aloud"), narration.silent_because, narration=narration)
    if not AudioRules.current().on:
        return Heard("none", _("Reading aloud is switched off in the rules for audio."), narration=narration)
    if not clips.awaiting().filter(article=article).exists():
        return Heard("none", _("It is read aloud once it comes out."), narration=narration)
    return waiting(narration)


def _unused(clip: Clip, narration: Narration | None) -> str:
    """Why a recording that is there is not what readers hear."""
    if clip.kind == "human" or not (narration and narration.recording):
        return ""
    return _("The recording of %(reader)s was made of other words.") % {"reader": narration.reader}


def waiting(row: Attempted | None) -> Heard:
    """What has no clip yet: is it being made, did it fail?"""
    narration = row if isinstance(row, Narration) else None
    if row and row.error:
        again = None if row.final else row.next_attempt_at
        return Heard("failed", _("Could not be read"), in_words(row.error), narration=narration, next_at=again)
    return Heard("waiting", _("Waiting for its voice"), narration=narration)
