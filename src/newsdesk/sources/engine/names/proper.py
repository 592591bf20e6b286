"""Proper names: what a run of capitals is, cut into the title before the name and the name itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.gazetteer import Gazetteer
from newsdesk.sources.engine.names.runs import Runs
from newsdesk.sources.engine.text import Text

NAME_LIKE = frozenset({g.NAME, g.OBJECT})
CALLED = s.TITLE | s.PREFIX | s.COURTESY


@dataclass(slots=True)
class Proper:
    """A name, tokens ``start`` to ``end`` (exclusive); ``first`` is where its title or article before it begins.

    ``title`` is a range of tokens or None, ``ahead`` that of a description in front of it ("its director, …").
    ``kind`` is set where the words themselves tell it.
    """

    first: int
    start: int
    end: int
    title: range | None = None
    kind: str = ""
    cluster: int = -1
    ahead: range | None = None


class Reader:
    """Reads the proper names of one text, each word once."""

    def __init__(self, text: Text, bits: list[int], gazetteer: Gazetteer) -> None:
        self.text, self.bits, self.gazetteer = text, bits, gazetteer
        self.runs = Runs(text, bits, gazetteer)

    def read(self) -> Iterator[Proper]:
        for paragraph in self.text.paragraphs:
            if not self.runs.is_headline(paragraph):
                yield from self._in(paragraph)

    def _in(self, paragraph: range) -> Iterator[Proper]:
        tokens, tags, firsts, end = self.text.tokens, self.text.tags, self.gazetteer.firsts, paragraph.start
        for index in paragraph:
            if index >= end and (tags[index] in NAME_LIKE or tokens[index].text in firsts):
                found = self._at(index)
                if found:
                    end = found.end
                    yield found

    def _at(self, index: int) -> Proper | None:
        outlet = self.gazetteer.outlet_at(self.text.tokens, index)
        begins = self.runs.begins(index)
        if not begins and not outlet:
            return None
        end = self.runs.end(index)
        known = self._known(index, end, outlet)
        if known or not begins:
            return known
        start = self.runs.start(index, end)
        return self._cut(start, end) if start < end and not self._is_dateline(index, end) else None

    def _is_dateline(self, index: int, end: int) -> bool:
        """ "WESTMARK — …": where a report was filed."""
        text = self.text
        first = index == text.paragraph(index).start
        return first and end < len(text.tags) and text.tags[end] == g.DASH and text.tokens[index].text.isupper()

    def _known(self, index: int, end: int, outlet: int) -> Proper | None:
        """The name a gazetteer has, or whose last words ("… news agency") tell its kind."""
        if outlet and not self._is_outlet(index, index + outlet):
            outlet = 0
        end = max(end, index + outlet)
        tail = self.gazetteer.tails.at(self.text.low, end) if index < end < len(self.bits) else 0
        if tail or (outlet and self._is_whole(index + outlet, end)):
            return Proper(index, index, end + tail, None, "outlet")
        body = self.gazetteer.body_at(self.text.tokens, index)
        return Proper(index, index, index + body, None, "organisation") if body and body >= end - index else None

    def _is_whole(self, outlet: int, end: int) -> bool:
        """Whether what follows an outlet's name belongs to it: "BBC Scotland", but not "Guardian Media Group"."""
        if any(self.bits[index] & CALLED for index in range(outlet, end)):
            return False
        return outlet >= end or not self.bits[end - 1] & s.ORGANISATION

    def _is_outlet(self, first: int, end: int) -> bool:
        """Whether "Time" and "Nature" are outlets here: after "the", or where an outlet reports or is told."""
        text = self.text
        if end - first > 1 or text.tokens[first].text not in self.gazetteer.ambiguous:
            return True
        around = text.low[max(first - 1, 0) : first] + text.low[end : end + 1]
        article = first > 0 and text.tags[first - 1] == g.DETERMINER
        return article or not self.gazetteer.reporting.isdisjoint(around)

    def _cut(self, first: int, end: int) -> Proper | None:
        start = self._name_start(first, end)
        if start == end:
            return None
        if start == first and self.runs.head_first and first and self.bits[first - 1] & s.TITLE:
            start = first = self._given(first, end)
        if start == first:
            return Proper(first, first, end)
        only_courtesy = start - first == 1 and self.bits[first] & s.COURTESY
        kind = "" if end - start == 1 and self.bits[start - 1] & s.FIRM else "person"
        return Proper(first, start, end, None if only_courtesy else range(first, start), kind)

    def _name_start(self, first: int, end: int) -> int:
        """Where the name begins behind its title; at ``end`` where the run is a title only ("Secretary of State")."""
        joined = next((index for index in range(first + 1, end) if self.text.tags[index] == g.PREPOSITION), end)
        if joined < end and self.bits[joined - 1] & s.TITLE:
            return next((index for index in range(joined + 2, end) if self.bits[index] & s.GIVEN), end)
        for index in range(end - 2, first - 1, -1):
            if self.bits[index] & CALLED and self._is_title(first, index, end):
                return self._given(index + 1, end) if self.runs.head_first else index + 1
        return first

    def _given(self, start: int, end: int) -> int:
        """The given name behind what a title is of: "мер Миргорода | Степан Цюпа"."""
        return next((index for index in range(start, end - 1) if self.bits[index] & s.GIVEN), start)

    def _is_title(self, first: int, index: int, end: int) -> bool:
        """Whether the run has a title that ends at ``index``; "Anna Baker" and "Justice Monitor" have none."""
        bits, last = self.bits, self.bits[end - 1]
        if bits[index] & s.GIVEN and end - index == 2 and not bits[index] & s.PREFIX:
            return False
        if bits[index] & s.SURNAME and not (index == first and (bits[index] & s.PREFIX or self.runs.opens(first))):
            return False
        if self.text.low[index] in self.gazetteer.saints and last & s.ORGANISATION:
            return False
        if self.text.low[index + 1] in self.gazetteer.joints or (bits[index + 1] & s.PARTICLE and end - index < 3):
            return False
        if last & s.OUTLET_ENDING and end - index == 2 and not last & s.GIVEN:
            return False
        return bool(bits[index + 1] & s.GIVEN) or not last & (s.ORGANISATION | s.TITLE)
