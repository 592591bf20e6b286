"""Bylines and datelines: who wrote it, and where and when it was filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Credit:
    """One name of a byline: the contributor's id, to resolve today's name, and the name as printed.

    ``is_desk`` tells a group of editors from a person. ``role`` is empty for an author, else what is printed
    ("photographs", "translation", "additional reporting").
    """

    contributor: str
    name: str
    is_desk: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """``OSTERHOLM, 17 March`` and, where it is another's copy, its source."""

    place: str
    filed_on: date | None = None
    source: str = ""
