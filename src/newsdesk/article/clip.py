"""The spoken version of an article, as a value readers may get; its files are named by its digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

VoiceKind = Literal["formant", "trained", "human"]
"""A voice made by rules, one that learned from people, or a person who read."""

SOURCE_TYPES: dict[VoiceKind, str] = {"formant": "algorithmicMedia", "trained": "trainedAlgorithmicMedia", "human": ""}
"""What IPTC calls what such a voice makes, https://cv.iptc.org/newscodes/digitalsourcetype/; nothing for a person."""

ENDINGS = ("mp3", "mp4", "json", "vtt")
"""Sound twice, the times of sentences for the player, and the transcript."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """``start`` in seconds."""

    title: str
    start: float


@dataclass(frozen=True, slots=True)
class Part:
    """An article that a composed clip speaks of, and the digest of what it says of it (``spoken.card_digest``)."""

    article: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Clip:
    """Who reads what, and where.

    ``of`` is an article's UUID, or the name of a composed clip (``today-2026-11-25``), which then lists its ``parts``.
    ``spoken`` is the digest of the words as printed (``spoken.digest``), ``script`` of the words as said: a clip falls
    when the first is another. ``digest`` names the files. ``number`` is the edition it was made from. ``label`` is the
    line beside the player, ``disclosure`` what is said first; both are empty where a person reads, who is ``reader``.
    ``lufs`` is measured as dual mono (EBU R 128). ``cover`` is the photograph that stands in its files, by its id: the
    clip falls with it.
    """

    of: str
    spoken: str
    script: str
    digest: str
    kind: VoiceKind
    voice: str
    engine: str
    version: str
    language: str
    made_at: datetime
    seconds: float
    lufs: float
    mp3_bytes: int
    mp4_bytes: int
    number: int = 0
    title: str = ""
    label: str = ""
    disclosure: str = ""
    reader: str = ""
    cover: str = ""
    chapters: tuple[Chapter, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def has_words(self) -> bool:
        """Whether anybody knows when which sentence is heard: of a person's recording nobody does."""
        return self.kind != "human"

    @property
    def source_type(self) -> str:
        """IPTC's URI for what such a voice makes; empty where a person reads."""
        return source_uri(SOURCE_TYPES[self.kind])


def source_uri(term: str) -> str:
    """The URI of one of IPTC's digital source types; empty for none."""
    return f"http://cv.iptc.org/newscodes/digitalsourcetype/{term}" if term else ""


def iso_duration(seconds: float) -> str:
    """``PT1H2M3S`` (ISO 8601), in whole seconds."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    parts = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes) + f"{rest}S" * bool(rest)
    return f"PT{parts or '0S'}"


def path(digest: str, ending: str) -> str:
    """Where a file of the clip stands."""
    return f"/audio/{digest}.{ending}"


def paths(digest: str) -> tuple[str, ...]:
    """Where all of them stand."""
    return tuple(path(digest, ending) for ending in ENDINGS)
