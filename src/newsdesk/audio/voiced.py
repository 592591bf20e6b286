"""Has a newsroom's voice say something, and tells what went wrong as ``AudioFailed``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_noop as noop

from newsdesk.audio import voices
from newsdesk.audio.failed import AudioFailed
from newsdesk.audio.script import Script, Utterance
from newsdesk.audio.sound.order import LONGEST
from newsdesk.audio.speaking import words
from newsdesk.audio.speaking.say import say
from newsdesk.audio.speaking.values import Speech, VoiceFailed
from newsdesk.audio.voices import Voice

TOO_LONG = noop("Over 2 hours of speech.")
NO_SUCH_VOICE = noop("There is no voice of that name any more; choose another.")


def voice(name: str) -> Voice:
    """The voice, where it is there and can work. Raises ``AudioFailed``."""
    try:
        found = voices.named(name)
    except KeyError:
        raise AudioFailed(NO_SUCH_VOICE, final=True) from None
    if problem := found.problem(settings):
        raise AudioFailed(problem, final=True)
    return found


def said(found: Voice, utterances: Sequence[Utterance], language: str, folder: Path) -> Speech:
    """What the voice says, its samples in ``folder``. Raises ``AudioFailed``, before anything is spent on too many
    words.
    """
    if sum(words.expected(one.text) + one.pause for one in utterances) > LONGEST:
        raise AudioFailed(TOO_LONG, final=True)
    try:
        return say(found, utterances, language, folder)
    except VoiceFailed as failed:
        raise AudioFailed(failed.reason.kept(), final=failed.permanent, retry_after=failed.retry_after) from failed


@contextmanager
def attempt(found: Voice, script: Script, place: Path) -> Iterator[Path]:
    """Where a voice works: in ``place``, but what is paid for by the letter outlives a failed attempt at the same
    words.
    """
    if not found.REMOTE:
        yield place / "voice"
        return
    kept = Path(settings.NEWSDESK_DATA) / "run" / "voices" / script.digest
    yield kept
    shutil.rmtree(kept, ignore_errors=True)
