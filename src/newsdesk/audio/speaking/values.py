"""What a voice is told, what it gives back, and how it fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from newsdesk.audio.speaking.reasons import Reason

Times = tuple[tuple[float, float], ...]


class Said(Protocol):
    """What of an utterance a voice needs: plain words, the seconds of silence after them, their language."""

    @property
    def text(self) -> str: ...

    @property
    def pause(self) -> float: ...

    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Phrase:
    """One utterance as a voice gets it: cleaned; without text where there is nothing to say, only its pause."""

    text: str
    pause: float
    language: str


@dataclass(frozen=True, slots=True)
class Order:
    """What one clip is to say. ``folder`` is the attempt's own, and stays for the next attempt at the same clip.

    ``variant`` is which of a voice's voices speaks, empty for its own choice; ``seconds`` the most it may take, None
    for what its words deserve.
    """

    phrases: tuple[Phrase, ...]
    folder: Path
    variant: str = ""
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """What was said: raw mono samples (s16le), and of each utterance the seconds from and to."""

    rate: int
    pcm: Path
    times: Times
    engine: str
    version: str
    cost: Decimal | None = field(default=None)


class VoiceFailed(Exception):
    """No speech. ``reason`` is for an editor, and names no key and no address.

    ``permanent``: not again before somebody has changed something; else after ``retry_after`` seconds, if known.
    """

    def __init__(self, reason: Reason, permanent: bool = False, retry_after: float | None = None) -> None:
        super().__init__(str(reason))
        self.reason, self.permanent, self.retry_after = reason, permanent, retry_after


class Unspeakable(Exception):
    """Raised in the child: why this is no speech, for an editor, and of which utterance."""

    def __init__(self, reason: Reason, number: int = -1) -> None:
        super().__init__(str(reason))
        self.reason, self.number = reason, number
