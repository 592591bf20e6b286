"""Whether samples can be the speech of a text: not silent, not steady as noise is, neither too short nor too long."""

from __future__ import annotations

import sys
from array import array

from newsdesk.audio.sound.failed import gettext_noop as noop
from newsdesk.audio.speaking import words

SILENT = 33  # of 32,768: -60 dBFS
FRAME = 0.02  # seconds
UNSTEADY = 2.5  # how much louder the loud frames of speech are than its quiet ones, at the least
JUDGED = 50  # frames; what is shorter may be one vowel
_SHORT = noop("it broke off: there is less sound than its words need")
_ENDLESS = noop("it went on and on: there is more sound than its words need")
_SILENCE = noop("it was silent")
_NOISE = noop("it was noise, not speech")


def problem(pcm: bytes, rate: int, text: str) -> str:
    """Why this is not that text spoken, as a message id; empty where it may be."""
    seconds = len(pcm) / 2 / rate
    if len(pcm) % 2 or seconds < words.shortest(text):
        return _SHORT
    if seconds > words.longest(text):
        return _ENDLESS
    peaks = loudness(pcm, rate)
    if max(peaks, default=0) < SILENT:
        return _SILENCE
    return _NOISE if _steady(peaks) else ""


def loudness(pcm: bytes, rate: int) -> list[int]:
    """The largest sample of each frame."""
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    size = max(1, int(rate * FRAME))
    frames = (samples[start : start + size] for start in range(0, len(samples), size))
    return [max(max(frame), -min(frame)) for frame in frames]


def _steady(peaks: list[int]) -> bool:
    ordered = sorted(peaks)
    if len(ordered) < JUDGED:
        return False
    return ordered[len(ordered) * 9 // 10] < UNSTEADY * ordered[len(ordered) // 10]
