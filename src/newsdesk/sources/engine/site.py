"""Where a cue stands among the words of its sentence, and what was found to be said."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.sources.engine.attribution import Range
from newsdesk.sources.engine.cues import Cue
from newsdesk.sources.engine.text import Text


class Site(NamedTuple):
    """A cue with its speaker: they take tokens ``left`` to ``right``; ``at`` is the first token behind what belongs to
    the saying, ``stop`` the end of the sentence, ``frames`` what the verb may take in this reading.
    """

    text: Text
    cue: Cue
    left: int
    right: int
    at: int
    stop: int
    frames: frozenset[str]

    @property
    def ends(self) -> bool:
        """Whether nothing follows the saying in its sentence."""
        return self.at >= min(self.stop, len(self.text.low))


class Said(NamedTuple):
    """Token ranges of the content, and the rule that found them."""

    spans: tuple[Range, ...]
    why: str
