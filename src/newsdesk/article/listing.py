"""Listings as readers see them: a front, and closed leaves behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LeafLink:
    """A neighbouring leaf: its serial number, which is its URL, and the range of times it covers (None where open)."""

    serial: int
    since: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Front:
    """The newest, open part of a listing: article ids, newest first, and the leaf that follows."""

    listing: str
    articles: tuple[str, ...] = ()
    older: LeafLink | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A closed range of a listing: article ids, newest first; ``newer`` is None where the front comes next."""

    listing: str
    serial: int
    since: datetime | None
    until: datetime | None
    articles: tuple[str, ...] = ()
    older: LeafLink | None = None
    newer: LeafLink | None = None
