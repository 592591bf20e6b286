"""Where a text introduces what it later calls "the report": "a report on damp in army homes"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names.cutting import Cutter, Phrase
from newsdesk.sources.engine.text import Text

BEFORE, BEHIND, LATEST = 4, 12, 8
"""Words looked at before and behind a noun, and how many of its occurrences."""


class Introduced:
    """Finds the first full phrase of a common noun in one text."""

    def __init__(self, text: Text, cutter: Cutter) -> None:
        self.text, self.cutter = text, cutter
        self._indefinite = text.language.words("kinds", "indefinite")
        self._definite = text.language.words("kinds", "pointing")

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each common word stands."""
        places: dict[str, list[int]] = {}
        for index, (word, tag) in enumerate(zip(self.text.low, self.text.tags, strict=True)):
            if tag == g.WORD:
                places.setdefault(word, []).append(index)
        return places

    def phrase(self, later: Phrase) -> Phrase | None:
        """The phrase that introduced the head of a later one, with "a" or as its first, if it says more than that."""
        places = self._places.get(self.text.low[later.head], ())
        before = places[: bisect_left(places, later.first)][-LATEST:]
        found = next((phrase for place in reversed(before) if (phrase := self._at(place, self._indefinite))), None)
        return found or (self._at(min(before), self._definite) if before else None)

    def _at(self, head: int, openers: frozenset[str]) -> Phrase | None:
        low, stop = self.text.low, max(head - BEFORE, 0) - 1
        first = next((place for place in range(head - 1, stop, -1) if low[place] in openers), None)
        if first is None:
            return None
        end = min(head + BEHIND, self.text.sentence(head).stop)
        phrase = self.cutter.cut(first, end)
        return phrase if phrase.head == head and phrase.end - phrase.first > 2 else None
