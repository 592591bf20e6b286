"""Cuts a noun phrase down to the words that a link records, and tells its kind by its head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.days import days
from newsdesk.sources.engine.lexicon import verbs
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.clusters import Cluster
from newsdesk.sources.engine.names.kinds import Kinds
from newsdesk.sources.engine.names.proper import Proper
from newsdesk.sources.engine.text import Text

ANY_DAY = date(2000, 1, 1)
PRONOUNS = frozenset({g.SUBJECT, g.OBJECT, g.RELATIVE})
LEADS = frozenset({g.COORDINATOR, g.SUBORDINATOR, g.ADVERB, g.COMMA, g.QUOTE, g.DASH})

CLAUSE_OPENERS = frozenset(
    {g.RELATIVE, g.THAT, g.SUBORDINATOR, g.COMMA, g.OPEN, g.DASH, g.AUXILIARY, g.SEMICOLON, g.COLON, g.STOP, g.QUOTE}
)
HEADS = s.TITLE | s.KIN | s.ANONYMOUS | s.HIDDEN | s.GROUP | s.DOCUMENT | s.OUTLET | s.BODY | s.FIRM | s.ORGANISATION


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``first`` to ``end`` (exclusive) of a mention; ``head`` is the word that says what it is.

    ``proper`` is set where the phrase is a name; ``is_pronoun`` where it is one word that stands for another.
    """

    first: int
    end: int
    head: int
    kind: str
    proper: Proper | None = None
    is_pronoun: bool = False


class Cutter:
    """Cuts the phrases of one text; ``at`` has the proper name of each token that belongs to one."""

    def __init__(self, text: Text, bits: Sequence[int], at: Mapping[int, Proper], clusters: Sequence[Cluster]) -> None:
        self.text, self.bits, self.at, self.clusters = text, bits, at, clusters
        self.kinds, self.verbs = Kinds(text, bits), verbs(text.language)
        self.days = days(text.language)
        words = text.language.words
        self.head_first = bool(text.language.table("names").get("head_first"))
        self.channels = words("kinds", "channels")
        self.single, self.indefinite = words("kinds", "single"), words("kinds", "indefinite")
        self.ages, self.naming = tuple(words("kinds", "ages")), words("kinds", "naming")
        self.both, self.goes_on = words("kinds", "both"), words("kinds", "adjectives")

    def cut(self, first: int, end: int) -> Phrase:
        while first < end - 1 and self.text.tags[first] in LEADS and self.text.low[first] not in self.both:
            first += 1
        if end - first > 1 and self.text.tags[end - 1] == g.POSSESSIVE:
            end -= 1
        if self._is_pronoun(first, end):
            is_age = self.text.low[end - 1].endswith(self.ages)
            return Phrase(first, end if is_age else first + 1, first, "person", None, True)
        first = self._better(first, end)
        core = self._core_end(first, end)
        name = self._name(first, core, end)
        if name:
            begin = first if name.first < first < name.start else name.first
            return Phrase(begin, name.end, name.start, self.clusters[name.cluster].kind, name)
        head = self._head(first, core)
        stop = self._end(head, core, end)
        return Phrase(first, stop, head, self.kinds.kind(first, head, stop))

    def _better(self, first: int, end: int) -> int:
        """Where the second phrase of "one of them, a bus driver," begins, which says more than the first."""
        text = self.text
        if text.low[first] not in self.single:
            return first
        commas = (index for index in range(first, min(first + 4, end - 1)) if text.tags[index] == g.COMMA)
        return next((index + 1 for index in commas if text.low[index + 1] in self.indefinite), first)

    def _is_pronoun(self, first: int, end: int) -> bool:
        tag = self.text.tags[first]
        alone = end - first == 1 or self.text.tags[first + 1] in CLAUSE_OPENERS | {g.VERB, g.ADVERB, g.PREPOSITION}
        if alone and (tag in PRONOUNS or (tag == g.DETERMINER and self.text.low[first] in self._pronouns())):
            return True
        return self.text.low[end - 1].endswith(self.ages) and end - first <= 2

    def _pronouns(self) -> frozenset[str]:
        return self.text.language.words("names", "he", "she", "they", "it")

    def _core_end(self, first: int, end: int) -> int:
        """Where the head noun with what stands before it ends: before a preposition, a comma, a clause."""
        index = first
        while index < end:
            name = self.at.get(index)
            if name:
                index = max(name.end, index + 1)
            elif index > first and self._closes(index):
                return index
            else:
                index += 1
        return min(index, end)

    def _closes(self, index: int) -> bool:
        tag = self.text.tags[index]
        if tag in CLAUSE_OPENERS or tag == g.PREPOSITION:
            return not self._is_demonstrative(index)
        is_verb = tag == g.VERB or (self.text.low[index] in self.verbs and not self.bits[index])
        return is_verb and bool(self.bits[index - 1] & HEADS)

    def _is_demonstrative(self, index: int) -> bool:
        """ "Of *that* year" opens no clause."""
        return self.text.tags[index] == g.THAT and self.text.tags[index - 1] == g.PREPOSITION

    def _name(self, first: int, core: int, end: int) -> Proper | None:
        """The name that is the head, or that an apposition gives: "its director, *Signe Rautio*", "a man named …"."""
        last = self.at.get(first if self.head_first else core - 1) or self.at.get(core - 1)
        if last and last.end < core and self.head_first and last.first <= first:
            return last
        if last and last.start >= first:
            return last if last.end >= core else None
        called = self.at.get(core + 1) if core < end and self.text.low[core] in self.naming else None
        if called:
            return called
        for index in range(core, end):
            name = self.at.get(index)
            if name and name.first == index and self.text.tags[index - 1] == g.COMMA:
                return name if self._is_apposition(first, index) else None
        follower = self.at.get(end + 1)
        return follower if follower and follower.first == end + 1 and self._is_apposition(first, end + 1) else None

    def _is_apposition(self, first: int, index: int) -> bool:
        """Whether the name at ``index`` stands between commas behind what it names: "the operator, Transrell,"."""
        name, text = self.at[index], self.text
        closes = name.end >= len(text.tags) or text.tags[name.end] in g.CLAUSE_MARKS
        opens = text.tags[index - 1] == g.COMMA and text.tags[first] in (g.DETERMINER, g.NAME)
        plural = text.low[first] not in self.single and any(self.bits[place] & s.GROUP for place in range(first, index))
        return bool(name.ahead) or (opens and closes and not plural)

    def _head(self, first: int, core: int) -> int:
        places = range(first, core) if self.head_first else range(core - 1, first - 1, -1)
        for index in places:
            if self.bits[index] & HEADS and index not in self.at:
                return index
        return next((index for index in range(core - 1, first, -1) if self.text.tags[index] == g.WORD), core - 1)

    def _end(self, head: int, core: int, end: int) -> int:
        """Where the phrase ends with its prepositions and without clause, participle or day."""
        index = core
        while index < end and not self._is_tail(index, end):
            index += 1
        while index > core and self._dangles(index - 1):
            index -= 1
        return index

    def _dangles(self, index: int) -> bool:
        """Whether a small word leads to nothing; "a mother of three" has three."""
        tag = self.text.tags[index]
        return tag in (g.PREPOSITION, g.DETERMINER) and self.text.low[index] not in self.kinds.numbers

    def _is_channel(self, index: int, end: int) -> bool:
        """ "In a wide-ranging speech" says how somebody spoke, not who."""
        if self.text.tags[index] != g.PREPOSITION:
            return False
        for place in range(index + 1, min(index + 6, end)):
            if self.text.tags[place] in (g.PREPOSITION, *CLAUSE_OPENERS):
                return False
            if self.text.low[place] in self.channels:
                return True
        return False

    def _is_tail(self, index: int, end: int) -> bool:
        if self.text.tags[index] in CLAUSE_OPENERS and not self._is_demonstrative(index):
            return True
        if self.days.at(self.text.low, index, ANY_DAY) or self._is_channel(index, end):
            return True
        if index in self.at:
            return False  # "Port Said", "Grace Notes"
        is_verb = self.text.tags[index] in (g.VERB, g.PARTICIPLE) or self.text.low[index] in self.verbs
        is_participle = is_verb and self.text.tags[index - 1] != g.PREPOSITION
        modifies = self.text.tags[index - 1] in (g.DETERMINER, g.POSSESSIVE)
        return is_participle and not modifies and self.text.low[index] not in self.goes_on and not self.bits[index]
