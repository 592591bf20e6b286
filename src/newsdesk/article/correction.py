"""Corrections: public notes tied to the edition that made them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Correction:
    """``correction``: we were wrong; ``clarification``: we were unclear. ``on_top`` where it changes the meaning of
    the article.
    """

    kind: Literal["correction", "clarification"]
    text: str
    made_at: datetime
    on_top: bool = False
