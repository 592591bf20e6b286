"""The one door: a voice says utterances, or ``VoiceFailed`` says why not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsdesk.audio.sound.failed import gettext_noop as noop
from newsdesk.audio.speaking import words
from newsdesk.audio.speaking.reasons import Reason, because
from newsdesk.audio.speaking.values import Order, Phrase, Said, Speech, Unspeakable, VoiceFailed
from newsdesk.audio.voices import Voice

LONGEST_PAUSE = 10.0
_NOTHING = noop("there is nothing to read aloud: no letter and no digit")
_UNABLE = noop("the voice %(voice)s cannot read this: %(why)s")
_UNREAD = noop("the voice %(voice)s did not read “%(words)s”: %(why)s")


def say(
    voice: Voice,
    utterances: Sequence[Said],
    language: str,
    folder: Path,
    seconds: float | None = None,
    variant: str = "",
) -> Speech:
    """The speech of all utterances, in ``folder``; ``seconds`` is the most it may take. Raises ``VoiceFailed``.

    Give the next attempt at the same clip the same folder: what was paid for is kept there.
    """
    phrases = tuple(_phrase(utterance, language) for utterance in utterances)
    if not any(phrase.text for phrase in phrases):
        raise VoiceFailed(because(_NOTHING), permanent=True)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return voice.speak(Order(phrases, folder, variant, seconds))
    except Unspeakable as refused:
        raise VoiceFailed(_told(voice, phrases, refused)) from None


def _phrase(utterance: Said, language: str) -> Phrase:
    pause = min(max(utterance.pause, 0.0), LONGEST_PAUSE)
    return Phrase(words.clean(utterance.text), pause, utterance.language or language)


def _told(voice: Voice, phrases: Sequence[Phrase], refused: Unspeakable) -> Reason:
    if refused.number < 0:
        return because(_UNABLE, voice=voice.NAME, why=refused.reason)
    words_of_it = phrases[refused.number].text
    shown = words_of_it if len(words_of_it) <= 60 else f"{words_of_it[:57]}…"
    return because(_UNREAD, voice=voice.NAME, words=shown, why=refused.reason)
