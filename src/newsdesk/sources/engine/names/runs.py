"""Runs of words with capitals: where a name begins and how far it goes."""

from __future__ import annotations

from collections import Counter

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.lexicon import verbs
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.gazetteer import Gazetteer
from newsdesk.sources.engine.text import Text

LONGEST = 12
"""Words of the longest name; a headline in capitals is no name."""

SMALL = frozenset({g.SUBJECT, g.DETERMINER, g.COORDINATOR, g.POSSESSIVE, g.RELATIVE, g.THAT})
"""What is no part of a name, even with a capital."""

SHORTEST = 4
"""Letters of the shortest verb known by its ending; "red" is none."""

HEADLINE = 4
"""Words of the shortest line that may be a headline."""

NAMING = s.TITLE | s.PREFIX | s.GIVEN | s.ORGANISATION
"""What goes on to be part of a name or a title at the start of a sentence; "Brokerage" before a name is neither."""

OPENINGS = frozenset({g.QUOTE, g.COLON, g.DASH, g.OPEN})


class Runs:
    """The runs of one text."""

    def __init__(self, text: Text, bits: list[int], gazetteer: Gazetteer) -> None:
        self.text, self.bits, self.gazetteer = text, bits, gazetteer
        self._sentences = {sentence.start for sentence in text.sentences}
        self._small = {token.text for token, tag in zip(text.tokens, text.tags, strict=True) if tag == g.WORD}
        names = (index for index, tag in enumerate(text.tags) if tag == g.NAME)
        self._inside = {text.low[index] for index in names if not self.opens(index)}
        self._legal = text.language.words("names", "legal")
        self._single = text.language.words("kinds", "single")
        self._journals = text.language.words("outlet_words", "journals")
        self._causes = self._named_twice(text.language.words("names", "causes"))
        self.head_first = bool(text.language.table("names").get("head_first"))
        self._senses = s.senses(text.language)
        self._verbs = verbs(text.language)
        self._verb_endings = tuple(text.language.words("endings", "past", "participle", "adverb"))

    def _named_twice(self, causes: frozenset[str]) -> frozenset[tuple[str, ...]]:
        """ "Wheels for Life", where a text has it more than once."""
        text = self.text
        inside = (index for index in range(1, len(text.low) - 1) if text.low[index] in causes)
        named = (index for index in inside if text.tags[index - 1] == text.tags[index + 1] == g.NAME)
        count = Counter(tuple(text.low[index - 1 : index + 2]) for index in named)
        return frozenset(words for words, times in count.items() if times > 1)

    def opens(self, index: int) -> bool:
        """Whether a word would have a capital here whatever it is."""
        return index in self._sentences or self.text.tags[index - 1] in OPENINGS

    def begins(self, index: int) -> bool:
        """Whether a word looks like the first of a name; "US" does, though in small letters it is a pronoun."""
        word, tag = self.text.tokens[index].text, self.text.tags[index]
        return tag == g.NAME or (tag == g.OBJECT and len(word) > 1 and word.isupper())

    def is_headline(self, paragraph: range) -> bool:
        """Whether a line has capitals throughout, in which no name can be told from other words."""
        firsts = [token.text[0] for token in self.text.tokens[paragraph.start : paragraph.stop]]
        words, capitals = sum(map(str.isalpha, firsts)), sum(map(str.isupper, firsts))
        stops = self.text.tags[paragraph.stop - 1] in (g.STOP, g.QUOTE)
        return words >= HEADLINE + stops and capitals > words * (0.8 if stops else 0.6)

    def end(self, first: int) -> int:
        """Where the run that begins at a word ends; at the word itself where it begins none."""
        end = first + (not self.bits[first] & s.NO_NAME)
        while end > first and end - first < LONGEST:
            length = self._step(first, end)
            if not length:
                break
            end += length
        return end

    def start(self, first: int, end: int) -> int:
        """Where a run really begins, without a word that only opens the sentence; ``end`` where nothing is left."""
        bits, low = self.bits[first], self.text.low[first]
        if end - first > 1 and self.bits[first + 1] & s.GIVEN and (bits & s.PEOPLE or self._is_people(first)):
            return first + 1
        if not self.opens(first):
            return end if (bits == s.PEOPLE or self._is_people(first)) and end - first == 1 else first
        if end - first == 1:
            return end if self._is_common(first) else first
        if self.head_first and bits & s.COMMON and not bits & (s.TITLE | s.PREFIX | s.GIVEN | s.ORGANISATION):
            return first + 1
        if bits & s.FIRM and not bits & NAMING and low not in self._inside and self._is_name(first + 1):
            return first + 1
        listed = bits & (s.COMMON | s.ORGANISATION | s.GIVEN | s.PREFIX | s.PARTICLE)
        return first + (not listed and (low in self._small or self._is_verb(low)) and self._is_name(first + 1))

    def _is_people(self, index: int) -> bool:
        """ "Ukrainians", "Republicans"."""
        low = self.text.low[index]
        stems = (low.removesuffix(ending) for ending in self.gazetteer.plural if low.endswith(ending))
        return any(self._senses.get(stem, 0) & s.PEOPLE for stem in stems)

    def _is_common(self, index: int) -> bool:
        """Whether a single word at the start of a sentence is a common noun or a verb."""
        bits, low = self.bits[index], self.text.low[index]
        if bits & s.GIVEN or low in self._inside or low in self.gazetteer.organisations:
            return low in self._small
        if low in self._single:
            return True
        return bool(low in self._small or bits & s.COMMON or self._is_verb(low) or low.endswith(self.gazetteer.plural))

    def _is_verb(self, low: str) -> bool:
        ends = len(low) >= SHORTEST and low.endswith(self._verb_endings)
        return low not in self._inside and (low in self._verbs or ends)

    def _step(self, first: int, end: int) -> int:
        """How many words more belong to the name that has come to ``end``."""
        if self._is_name(end):
            return 1
        if end >= len(self.bits) or self.text.paragraph_of[end] != self.text.paragraph_of[first]:
            return 0
        if self.bits[end] & s.PARTICLE:
            return self._particles(end)
        if self.text.low[end] in self._legal:
            return 1
        return self._mark(first, end) or self._joint(first, end)

    def _particles(self, index: int) -> int:
        """ "Ursula *von der Leyen*"."""
        for ahead in (1, 2, 3):
            if self._is_name(index + ahead):
                return ahead + 1
            if index + ahead >= len(self.bits) or not self.bits[index + ahead] & s.PARTICLE:
                return 0
        return 0

    def _mark(self, first: int, index: int) -> int:
        """ "Sam Roe*, Jr.*", "the Farmers*' Union*", "Radio *4*", "channel Sport *1*", "St Jude*'s* Hospital"."""
        text, before = self.text, self.bits[index - 1]
        if text.tags[index] == g.NUMBER:
            return 1 if before & s.OUTLET_ENDING or self.bits[first - 1] & s.OUTLET else 0
        if text.tags[index] == g.COMMA:
            after = index + 1
            return 2 if after < len(self.bits) and self.bits[after] & s.SUFFIX and text.capital(after) else 0
        is_saint = text.low[index - 2] in self.gazetteer.saints if index > 1 else False
        owns = text.low[index] in ("'s", "'") and (before & s.OWNER or is_saint or self._is_attached(index))
        several = owns and text.tags[index + 1 : index + 2] == [g.COORDINATOR] and self._is_owner(index + 2)
        return 3 if several else 2 if owns and self._is_name(index + 1) else 0

    def _is_owner(self, index: int) -> bool:
        """The second owner in "the Dockers' and Boatmen's Federation"."""
        return index < len(self.bits) and bool(self.bits[index] & s.OWNER) and self._is_name(index)

    def _is_attached(self, index: int) -> bool:
        """Whether an apostrophe belongs to the name before it ("Achieng' Odhiambo")."""
        tokens, text = self.text.tokens, self.text
        is_plural = text.low[index - 1].endswith(self.gazetteer.plural)
        attached = text.low[index] == "'" and tokens[index].start == tokens[index - 1].end
        return attached and not is_plural and text.quote_of[index] < 0

    def _is_name(self, index: int) -> bool:
        """Whether the word at ``index`` goes on with a name that the one before it belongs to."""
        text = self.text
        if index >= len(text.tokens) or self.bits[index] & s.NO_NAME or not self._has_capital(index):
            return False
        same_quote = text.quote_of[index] == text.quote_of[index - 1]
        return same_quote and text.sentence_of[index] == text.sentence_of[index - 1]

    def _has_capital(self, index: int) -> bool:
        """Whether a word is written as names are; "al-Masri" is, behind its particle."""
        tag, word = self.text.tags[index], self.text.tokens[index].text
        if word[0].isupper():
            return tag not in SMALL
        return tag == g.WORD and not word.islower()

    def _joint(self, first: int, end: int) -> int:
        """ "Bank *of England*", "Ministry of Trade *and Industry*", "Crumble *& Sons*"."""
        text = self.text
        if text.low[end] == "&":
            return 2 if self._is_name(end + 1) else 0
        is_body = any(self.bits[index] & s.ORGANISATION for index in range(first, end)) or self.bits[end - 1] & s.TITLE
        is_body = is_body or (text.low[first - 1] in self._journals and text.tags[end] == g.PREPOSITION)
        if tuple(text.low[end - 1 : end + 2]) in self._causes:
            return 2
        if text.low[end] not in self.gazetteer.joints or not is_body:
            return 0
        if text.tags[end] == g.COORDINATOR and not self._may_go_on(first, end):
            return 0
        ahead = 1 + (end + 1 < len(text.tags) and text.tags[end + 1] == g.DETERMINER)
        return ahead + 1 if self._is_name(end + ahead) else 0

    def _may_go_on(self, first: int, end: int) -> bool:
        """Whether "and" joins parts of one name: after "of", and not before another body or a person."""
        inside = any(self.text.low[index] in self.gazetteer.joints for index in range(first, end))
        after = self.bits[end + 1] if end + 1 < len(self.bits) else s.GIVEN
        return inside and not after & (s.GIVEN | s.TITLE) and not self.text.tokens[end + 1].text.isupper()
