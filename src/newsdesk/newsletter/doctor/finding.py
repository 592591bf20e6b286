"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """``state``: ``good``; ``doubt``, it works and could be better; ``bad``, letters will not arrive. ``remedy`` is
    what to do, ``record`` a line to add to the domain's zone.
    """

    state: Literal["good", "doubt", "bad"]
    about: str
    said: str
    remedy: str = ""
    record: str = ""
