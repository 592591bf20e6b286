"""Proper names: runs of words with capitals, cut into the title before the name and the name itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.lexicon import verbs
from newsdesk.sources.engine.names.gazetteer import Gazetteer
from newsdesk.sources.engine.text import Text

LONGEST = 12
"""Words of the longest name; a headline in capitals is no name."""


SMALL = frozenset({g.SUBJECT, g.DETERMINER, g.COORDINATOR, g.POSSESSIVE, g.RELATIVE, g.THAT})
"""What is no part of a name, even with a capital."""


@dataclass(slots=True)
class Proper:
    """A name, tokens ``start`` to ``end`` (exclusive); ``first`` is where its title or article before it begins.

    ``title`` is a range of tokens or None, ``ahead`` that of a description in front of it ("its director, …"). ``kind`` is set where the words themselves tell it.
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
        self.small = {token.text for token, tag in zip(text.tokens, text.tags, strict=True) if tag == g.WORD}
        self.openings = {sentence.start for sentence in text.sentences}
        self.inside = {
            text.low[index] for index, tag in enumerate(text.tags) if tag == g.NAME and not self._opens(index)
        }
        self._verbs = verbs(text.language)
        self._verb_endings = tuple(text.language.words("endings", "past", "participle"))

    def read(self) -> Iterator[Proper]:
        index, count = 0, len(self.text.tokens)
        while index < count:
            found = self._at(index)
            if found:
                yield found
            index = max(found.end, index + 1) if found else index + 1

    def _at(self, index: int) -> Proper | None:
        outlet = self.gazetteer.outlet_at(self.text.tokens, index)
        is_name = self.text.tags[index] == g.NAME or self._is_abbreviation(index)
        if not is_name and not outlet:
            return None
        if outlet and not self._is_outlet(index, index + outlet):
            outlet = 0
        end = max(self._run_end(index), index + outlet)
        tail = self.gazetteer.tails.at(self.text.low, end) if index < end < len(self.text.low) else 0
        if tail or (outlet and self._is_whole(index + outlet, end)):
            return Proper(index, index, end + tail, None, "outlet")
        body = self.gazetteer.body_at(self.text.tokens, index)
        if body and body >= end - index:
            return Proper(index, index, index + body, None, "organisation")
        if not is_name:
            return None
        start = self._real_start(index, end)
        return self._cut(start, end) if start < end else None

    def _is_abbreviation(self, index: int) -> bool:
        """ "US", which looks like a pronoun in small letters."""
        word = self.text.tokens[index].text
        return len(word) > 1 and self.text.tags[index] == g.OBJECT and word.isupper()

    def _is_whole(self, outlet: int, end: int) -> bool:
        """Whether what follows an outlet's name belongs to it: "BBC Scotland", but not "Guardian Media Group"."""
        return outlet >= end or not self.bits[end - 1] & (s.ORGANISATION | s.TITLE)

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
        if low[end] in ("'s", "'") and (bits[end - 1] & s.OWNER or self._is_attached(end)) and self._is_name(end + 1):
            return 2
        if self.text.tags[end] == g.NUMBER and bits[end - 1] & s.OUTLET_ENDING:
            return 1
        return self._joint(first, end)

    def _is_name(self, index: int) -> bool:
        text = self.text
        if index >= len(text.tokens) or self.bits[index] & s.NO_NAME or not self._has_capital(index):
            return False
        return (
            text.quote_of[index] == text.quote_of[index - 1] and text.sentence_of[index] == text.sentence_of[index - 1]
        )

    def _is_attached(self, index: int) -> bool:
        """Whether an apostrophe belongs to the name before it ("Achieng' Odhiambo")."""
        tokens = self.text.tokens
        return (
            self.text.low[index] == "'"
            and tokens[index].start == tokens[index - 1].end
            and self.text.quote_of[index] < 0
        )

    def _has_capital(self, index: int) -> bool:
        """Whether a word is written as names are; "al-Masri" is, behind its particle."""
        tag, word = self.text.tags[index], self.text.tokens[index].text
        if tag == g.NAME:
            return True
        return tag == g.WORD and not word.islower() if word[0].islower() else word[0].isupper() and tag not in SMALL

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
            return end if self._is_common(first) else first
        listed = bits & (s.COMMON | s.ORGANISATION | s.GIVEN | s.PREFIX | s.PARTICLE)
        return first + (not listed and (low in self.small or self._is_verb(low)) and self._is_name(first + 1))

    def _is_common(self, index: int) -> bool:
        """Whether a single word at the start of a sentence is a common noun or a verb."""
        bits, low = self.bits[index], self.text.low[index]
        if bits & s.GIVEN or low in self.inside or low in self.gazetteer.organisations:
            return low in self.small
        return bool(low in self.small or bits & s.COMMON or self._is_verb(low) or low.endswith(self.gazetteer.plural))

    def _is_verb(self, low: str) -> bool:
        return low not in self.inside and (low in self._verbs or low.endswith(self._verb_endings))

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
        if bits[end - 1] & s.OUTLET_ENDING and end - index == 2 and not bits[end - 1] & s.GIVEN:
            return False
        return bool(bits[index + 1] & s.GIVEN) or not bits[end - 1] & (s.ORGANISATION | s.TITLE)
