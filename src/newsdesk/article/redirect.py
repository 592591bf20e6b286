"""Where an old address leads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Redirect:
    """``to`` is a reference (``article:<id>``, ``topic:<id>`` …) or a URL, looked up when the sheet is drawn.

    ``leaves`` is the highest serial of a leaf that stood below the old address; 0 where there was none. ``merged``
    where what stood there became part of another thing, whose leaves are others: all of them lead to its front.
    """

    to: str
    leaves: int = 0
    merged: bool = False
