"""How much there is to say: what is left of a text when only speakable characters are, and how long it should take."""

from __future__ import annotations

import re

PER_SECOND = 14.0  # characters, at 165 words a minute
_UNSPEAKABLE = re.compile(
    r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u007f-\u009f\ufeff\ufff9-\ufffb]"
)
_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    """One line without what XML forbids, control characters and half pairs; empty where no letter or digit is left."""
    line = _BLANKS.sub(" ", _UNSPEAKABLE.sub("", text)).strip()
    return line if sounds(line) else ""


def sounds(text: str) -> int:
    """How many letters and digits it has."""
    return sum(map(str.isalnum, text))


def longest(text: str) -> float:
    """The most seconds a voice may take for it; a digit can be a long word."""
    return 5 + 0.3 * (sounds(text) + 7 * sum(map(str.isdigit, text)))


def shortest(text: str) -> float:
    """The fewest seconds a voice can take for it."""
    return sounds(text) / 45


def expected(text: str) -> float:
    """The seconds it should take, roughly."""
    return len(text) / PER_SECOND
