"""What a script is made of, and how a newsroom wants it."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from datetime import UTC, tzinfo
from hashlib import sha256
from typing import Literal

Quotations = Literal["words", "pauses", "plain"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the voice says in one go: plain words, no markup.

    ``sentence`` is its index in ``spoken.sentences(edition)``, None for what the page does not print (the disclosure).
    A sentence with words of another language is several utterances in a row. ``pause`` is seconds of silence after it,
    ``chapter`` the title of a chapter that begins here.
    """

    text: str
    sentence: int | None
    pause: float
    language: str
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """All that is said, in order."""

    language: str
    utterances: tuple[Utterance, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of exactly what is said, in hex."""
        said = [self.language, [astuple(one) for one in self.utterances]]
        return sha256(json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """``word`` is said as ``said``, in texts of ``language``; without capitals it is meant in any case."""

    word: str
    said: str
    language: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How a newsroom wants to be read.

    ``quotations``: long direct ones between words ("quote … end of quote") and short ones between pauses; or all
    between pauses; or ``plain``, without a sign.
    """

    disclosure: str
    zone: tzinfo = UTC
    captions: bool = False
    quotations: Quotations = "words"
    pronunciations: tuple[Pronunciation, ...] = ()
