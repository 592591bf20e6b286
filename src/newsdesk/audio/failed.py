"""What went wrong on the way to a clip."""

from __future__ import annotations

import re

from django.utils.translation import gettext

from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.speaking import reasons

_BETWEEN = re.compile(r"(?<=[.!?]) (?=[A-Z])")


class AudioFailed(Exception):
    """``reason`` is for whoever looks at the article's row, in the language that ``in_words`` puts it; ``final`` where
    trying again is of no use until somebody acts; ``retry_after`` in seconds where the other side named a time.
    """

    def __init__(self, reason: str, *, final: bool = False, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final
        self.retry_after = retry_after

    @classmethod
    def of(cls, failed: SoundFailed) -> AudioFailed:
        """What came of the sound."""
        return cls(f"{failed.reason} {failed.remedy}", final=failed.permanent)


def in_words(reason: str) -> str:
    """A reason in the language of who reads it, sentence by sentence; what has no translation stays English."""
    return reasons.read(reason).said(_each)


def _each(words: str) -> str:
    return " ".join(gettext(one) for one in _BETWEEN.split(words) if one)
