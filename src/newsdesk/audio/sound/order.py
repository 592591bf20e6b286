"""What files are made of, and what comes of it: plain values that cross to the child as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from newsdesk.article.clip import source_uri

ENDINGS = ("mp3", "mp4")
LONGEST = 7200
"""Seconds: two hours."""


@dataclass(frozen=True, slots=True)
class Tags:
    """What a file says of itself.

    ``comment`` is the disclosure, or who reads. ``date`` is a day or a moment in ISO 8601, ``language`` BCP 47.
    ``source_type`` is a term of IPTC's digital source types (``algorithmicMedia``, ``trainedAlgorithmicMedia``), empty
    where a person reads.
    """

    title: str
    authors: tuple[str, ...]
    site: str
    date: str
    url: str
    language: str
    comment: str
    source_type: str = ""

    @property
    def source_uri(self) -> str:
        """https://cv.iptc.org/newscodes/digitalsourcetype/; empty where a person reads."""
        return source_uri(self.source_type)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: a chain of certificates and the key of its first, both PEM; where the time is countersigned, or ""."""

    certificate: str
    key: str = field(repr=False)
    timestamp_url: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest and the longest recording taken."""

    max_bytes: int = 200_000_000
    max_seconds: float = LONGEST


@dataclass(frozen=True, slots=True)
class Order:
    """``source`` holds raw samples (mono, 16 bits, little-endian) at ``rate`` Hz, or whatever an editor uploaded where
    ``rate`` is None. ``chapters`` are titles with their starts in seconds; ``picture`` is a JPEG file, or None.
    """

    source: Path
    rate: int | None
    tags: Tags
    signer: Signer
    chapters: tuple[tuple[str, float], ...] = ()
    picture: Path | None = None
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Made:
    """The files by their endings; ``lufs`` as dual mono and ``peak`` in dBTP, as measured on what they decode to."""

    files: dict[str, Path]
    seconds: float
    lufs: float
    peak: float


def to_json(order: Order) -> dict[str, Any]:
    """All of an order but its signer, who is not told to what opens strangers' files."""
    value = asdict(order)
    del value["signer"]
    return value | {"source": str(order.source), "picture": order.picture and str(order.picture)}


def tags_from_json(value: dict[str, Any]) -> Tags:
    """The tags as ``asdict`` and JSON left them."""
    return Tags(**value | {"authors": tuple(value["authors"])})
