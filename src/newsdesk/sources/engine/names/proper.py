"""Proper names: runs of words with capitals, cut into the title before the name and the name itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.gazetteer import Gazetteer
from newsdesk.sources.engine.text import Text

LONGEST = 12
"""Words of the longest name; a headline in capitals is no name."""


@dataclass(slots=True)
class Proper:
    """A name, tokens ``start`` to ``end`` (exclusive); ``first`` is where its title or article before it begins.

    ``title`` is a range of tokens or None. ``kind`` is set where the words themselves tell it.
    """

    first: int
    start: int
    end: int
    title: range | None = None
    kind: str = ""
    cluster: int = -1


class Reader:
    """Reads the proper names of one text, each word once."""

    def __init__(self, text: Text, bits: list[int], gazetteer: Gazetteer) -> None:
        self.text, self.bits, self.gazetteer = text, bits, gazetteer
        self.small = {word for word, tag in zip(text.low, text.tags, strict=True) if tag == g.WORD}
        self.openings = {sentence.start for sentence in text.sentences}

    def read(self) -> Iterator[Proper]:
        index, count = 0, len(self.text.tokens)
        while index < count:
            found = self._at(index)
            if found:
                yield found
            index = found.end if found else index + 1

    def _at(self, index: int) -> Proper | None:
        outlet = self.gazetteer.outlet_at(self.text.tokens, index)
        if self.text.tags[index] != g.NAME and not outlet:
            return None
        end = self._run_end(index)
        if (
            outlet
            and self._is_outlet(index, index + outlet)
            and (index + outlet >= end or self.bits[index + outlet] & s.OUTLET_ENDING)
        ):
            return Proper(index, index, max(end, index + outlet), None, "outlet")
        start = self._real_start(index, end)
        return self._cut(start, end) if start < end else None

    def _is_outlet(self, first: int, end: int) -> bool:
        """Whether "Time" and "Nature" are outlets here: after "the", or where an outlet reports or is told."""
        text = self.text
        if end - first > 1 or text.tokens[first].text not in self.gazetteer.ambiguous:
            return True
        around = text.low[max(first - 1, 0) : first] + text.low[end : end + 1]
        article = first > 0 and text.tags[first - 1] == g.DETERMINER
        return article or not self.gazetteer.reporting.isdisjoint(around)

    def _run_end(self, first: int) -> int:
        """Where the run of capitals that begins at ``first`` ends."""
        end = first + (not self.bits[first] & s.NO_NAME)
        while end > first and end - first < LONGEST:
            length = self._step(first, end)
            if not length:
                break
            end += length
        return end

    def _step(self, first: int, end: int) -> int:
        """How many words more belong to the name that has come to ``end``."""
        if self._is_name(end):
            return 1
        low, bits = self.text.low, self.bits
        if end >= len(low) or self.text.paragraph_of[end] != self.text.paragraph_of[first]:
            return 0
        if bits[end] & s.PARTICLE:
            return next(
                (ahead + 1 for ahead in (1, 2, 3) if self._is_name(end + ahead) and self._particles(end, ahead)), 0
            )
        if low[end] == "," and end + 1 < len(low) and bits[end + 1] & s.SUFFIX and self.text.capital(end + 1):
            return 2
        if low[end] == "'s" and bits[end - 1] & s.OWNER and self._is_name(end + 1):
            return 2
        return self._joint(first, end)

    def _is_name(self, index: int) -> bool:
        text = self.text
        if index >= len(text.tokens) or text.tags[index] != g.NAME or self.bits[index] & s.NO_NAME:
            return False
        return (
            text.quote_of[index] == text.quote_of[index - 1] and text.sentence_of[index] == text.sentence_of[index - 1]
        )

    def _particles(self, first: int, count: int) -> bool:
        return all(self.bits[index] & s.PARTICLE for index in range(first, first + count))

    def _joint(self, first: int, end: int) -> int:
        """ "Bank *of* England", "Ministry of Trade *and* Industry", "Crumble *&* Sons"."""
        low = self.text.low
        if low[end] == "&":
            return 2 if self._is_name(end + 1) else 0
        if low[end] not in self.gazetteer.joints:
            return 0
        is_body = any(self.bits[index] & s.ORGANISATION for index in range(first, end))
        if not is_body or (low[end] == "and" and not self._may_go_on(first, end)):
            return 0
        ahead = 1 + (end + 1 < len(low) and low[end + 1] == "the")
        return ahead + 1 if self._is_name(end + ahead) else 0

    def _may_go_on(self, first: int, end: int) -> bool:
        """Whether "and" joins parts of one name: after "of", and not before another body or a person."""
        inside = any(self.text.low[index] in self.gazetteer.joints for index in range(first, end))
        after = self.bits[end + 1] if end + 1 < len(self.bits) else s.GIVEN
        return inside and not after & (s.GIVEN | s.TITLE) and not self.text.tokens[end + 1].text.isupper()

    def _real_start(self, first: int, end: int) -> int:
        """Leaves out a word that has its capital from the start of the sentence only."""
        if not self._opens(first):
            return first if self.bits[first] != s.PEOPLE or end - first > 1 else end
        bits, low = self.bits[first], self.text.low[first]
        if end - first == 1:
            return end if low in self.small or bits & s.COMMON and not bits & s.GIVEN else first
        return first + (low in self.small and not bits & (s.COMMON | s.ORGANISATION | s.GIVEN | s.PREFIX))

    def _opens(self, index: int) -> bool:
        return index in self.openings or self.text.tags[index - 1] in (g.QUOTE, g.COLON, g.DASH, g.OPEN)

    def _cut(self, first: int, end: int) -> Proper:
        start = self._name_start(first, end)
        if start == first:
            return Proper(first, first, end)
        only_courtesy = start - first == 1 and self.bits[first] & s.COURTESY
        return Proper(first, start, end, None if only_courtesy else range(first, start), "person")

    def _name_start(self, first: int, end: int) -> int:
        """Where the name begins behind its title: "Harbour Minister | Mara Olin"."""
        for index in range(end - 2, first - 1, -1):
            if self.bits[index] & (s.TITLE | s.PREFIX | s.COURTESY) and self._is_title(first, index, end):
                return index + 1
        return first

    def _is_title(self, first: int, index: int, end: int) -> bool:
        bits = self.bits
        if bits[index] & s.GIVEN and end - index == 2 and not bits[index] & s.PREFIX:
            return False
        if bits[index] & s.SURNAME and not (index == first and (bits[index] & s.PREFIX or self._opens(first))):
            return False
        if self.text.low[index + 1] in self.gazetteer.joints or bits[index + 1] & s.PARTICLE and end - index < 3:
            return False
        return bool(bits[index + 1] & s.GIVEN) or not bits[end - 1] & (s.ORGANISATION | s.TITLE)
