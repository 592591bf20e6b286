"""The one door: a voice says utterances, or ``VoiceFailed`` says why not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsdesk.audio.speaking import words
from newsdesk.audio.speaking.values import Order, Phrase, Said, Speech, Unspeakable, VoiceFailed
from newsdesk.audio.voices import Voice

LONGEST_PAUSE = 10.0


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
        raise VoiceFailed("there is nothing to read aloud: no letter and no digit", permanent=True)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return voice.speak(Order(phrases, folder, variant, seconds))
    except Unspeakable as refused:
        raise VoiceFailed(_told(voice, phrases, refused)) from None


def _phrase(utterance: Said, language: str) -> Phrase:
    pause = min(max(utterance.pause, 0.0), LONGEST_PAUSE)
    return Phrase(words.clean(utterance.text), pause, utterance.language or language)


def _told(voice: Voice, phrases: Sequence[Phrase], refused: Unspeakable) -> str:
    if refused.number < 0:
        return f"the voice {voice.NAME} cannot read this: {refused.reason}"
    words_of_it = phrases[refused.number].text
    shown = words_of_it if len(words_of_it) <= 60 else f"{words_of_it[:57]}…"
    return f"the voice {voice.NAME} did not read “{shown}”: {refused.reason}"
