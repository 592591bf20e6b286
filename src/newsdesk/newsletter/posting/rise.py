"""Notices a sudden rise of refusals before it costs the newsroom its name; pure but for what it remembers."""

from __future__ import annotations

from collections import deque

LOOKED_AT = 100
FEW = 20
"""Fewer refusals than this say nothing."""
TOO_MANY = 0.25


class Rise:
    """The last outcomes of one run."""

    def __init__(self) -> None:
        self.last: deque[bool] = deque(maxlen=LOOKED_AT)

    def note(self, refused: bool) -> bool:
        """Notes an outcome; whether the run should stop."""
        self.last.append(refused)
        refusals = sum(self.last)
        return refused and refusals >= FEW and refusals >= TOO_MANY * len(self.last)
