"""The title beside a name: "council leader Ann Bell", "Ann Bell, the council's leader," and "the leader, Ann Bell,"."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.lexicon import verbs
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.text import Text

LONGEST = 14
PHRASE = frozenset({g.NAME, g.WORD, g.POSSESSIVE, g.NUMBER})
DESCRIBES = s.TITLE | s.KIN | s.FIRM | s.OUTLET
ANYTHING = s.TITLE | s.KIN | s.BODY | s.FIRM | s.OUTLET | s.ORGANISATION


class Titles:
    """Finds the words beside a name that say what it is. Every answer is a range of tokens without its article."""

    def __init__(self, text: Text, bits: Sequence[int]) -> None:
        self.text, self.bits = text, bits
        self._head_first = bool(text.language.table("names").get("head_first"))
        self._verbs = verbs(text.language)

    def before(self, start: int) -> range | None:
        """The description directly before a name: "grocer", "state news agency", "daughter"."""
        if self._head_first:
            return self._from_head(start)
        is_title = start > 0 and self.bits[start - 1] & (s.TITLE | s.KIN)
        head = None if is_title else self._joined_head(start)
        if head is None and start and self._in_phrase(start - 1, start) and self.bits[start - 1] & ANYTHING:
            head = start - 1
        return None if head is None else range(self._leftwards(head, start), start)

    def _from_head(self, start: int) -> range | None:
        """The same in a language whose nouns stand before what belongs to them ("речник поліції")."""
        head: int | None = None
        for index in range(start - 1, max(start - LONGEST // 2, 0) - 1, -1):
            if not self._in_phrase(index, start) or self.text.low[index] in self._verbs:
                break
            head = index if self.bits[index] & ANYTHING else head
        if head is None:
            return None
        while head and self.bits[head - 1] & s.MODIFIER and self._in_phrase(head - 1, start):
            head -= 1
        return range(head, start)

    def belonging(self, start: int) -> range | None:
        """What goes on to the left of a title with capitals: "former", "the town's"."""
        first = start
        while first and self._in_phrase(first - 1, start) and self._may_belong(first - 1):
            first -= 1
        return range(first, start) if first < start else None

    def _may_belong(self, index: int) -> bool:
        if self.text.tags[index] in (g.POSSESSIVE, g.NAME):
            return self.text.tags[index] == g.NAME or index > 0
        return bool(self.bits[index] & (s.MODIFIER | s.TITLE))

    def _joined_head(self, start: int) -> int | None:
        """The head of "chief of staff", "minister for trade", where the name follows at once."""
        for index in range(start - 2, max(start - 5, 0), -1):
            if self.text.tags[index] == g.PREPOSITION:
                return index - 1 if self.bits[index - 1] & s.TITLE and self._in_phrase(start - 1, start) else None
            if not self._in_phrase(index, start):
                return None
        return None

    def _in_phrase(self, index: int, near: int) -> bool:
        text = self.text
        if text.sentence_of[index] != text.sentence_of[near] or text.quote_of[index] != text.quote_of[near]:
            return False
        if self.bits[index] & s.NO_NAME and not self.bits[index] & s.PEOPLE and text.tags[index] == g.NAME:
            return False
        belongs = self.bits[index] & (s.MODIFIER | s.TITLE) and text.tags[index] != g.DETERMINER
        return text.tags[index] in PHRASE or bool(belongs)

    def _leftwards(self, head: int, start: int) -> int:
        first = head
        while first and start - first < LONGEST and self._in_phrase(first - 1, start):
            first -= 1
        while first < head and self.text.tags[first] in (g.POSSESSIVE, g.NUMBER):
            first += 1
        return first

    def after(self, end: int, heads: int = DESCRIBES) -> range | None:
        """The apposition behind a name: ", the harbour minister," without comma and article."""
        text, count = self.text, len(self.text.tokens)
        if end + 1 >= count or text.low[end] not in (",", "(", "—", "–", "-"):
            return None
        first = end + 1
        if text.tags[first] == g.NUMBER and first + 2 < count and text.low[first + 1] == ",":
            first += 2
        if text.tags[first] == g.DETERMINER:
            first += 1
        stop = self._phrase_end(first)
        head = self._title_head(first, stop, heads)
        if head is None or (stop < count and text.tags[stop] not in g.CLAUSE_MARKS | {g.RELATIVE}):
            return None
        return range(first, stop)

    def _phrase_end(self, first: int) -> int:
        """Where a noun phrase with what hangs on it ends."""
        text, index = self.text, first
        while index < len(text.tokens) and index - first < LONGEST and self._goes_on(index, first):
            index += 1
        while index > first and text.tags[index - 1] not in PHRASE:
            index -= 1
        return index

    def _goes_on(self, index: int, first: int) -> bool:
        text = self.text
        if text.sentence_of[index] != text.sentence_of[first] or text.quote_of[index] != text.quote_of[first]:
            return False
        if text.tags[index] == g.COORDINATOR:
            return index > first
        if text.tags[index] == g.DETERMINER:
            return index > first and text.tags[index - 1] == g.PREPOSITION
        if text.tags[index] == g.PREPOSITION:
            return index > first
        return self._is_noun_like(index)

    def _title_head(self, first: int, stop: int, heads: int) -> int | None:
        """The last word before any preposition, if it says what somebody or something is."""
        preposition = next((index for index in range(first, stop) if self.text.tags[index] == g.PREPOSITION), stop)
        return preposition - 1 if preposition > first and self.bits[preposition - 1] & heads else None

    def ahead(self, start: int, end: int, heads: int = DESCRIBES) -> range | None:
        """The description before a name between commas: "the town's mayor, Ruth Calloway,"."""
        text = self.text
        closes = end >= len(text.tokens) or text.tags[end] in g.CLAUSE_MARKS
        if start < 2 or text.low[start - 1] != "," or not closes:
            return None
        first = start - 1
        while first and start - first < LONGEST and self._belongs_ahead(first - 1, start):
            first -= 1
        return self._from_article(first, start - 1, heads)

    def _belongs_ahead(self, index: int, start: int) -> bool:
        text = self.text
        if text.sentence_of[index] != text.sentence_of[start] or text.quote_of[index] != text.quote_of[start]:
            return False
        if text.tags[index] in (g.PREPOSITION, g.DETERMINER, g.COORDINATOR):
            return True
        return self._is_noun_like(index)

    def _is_noun_like(self, index: int) -> bool:
        """Whether a word may stand in a noun phrase; a participle does after an article ("the presiding judge")."""
        tag = self.text.tags[index]
        if tag in PHRASE or self.bits[index] & s.MODIFIER:
            return True
        return tag in (g.PARTICIPLE, g.VERB) and index > 0 and self.text.tags[index - 1] == g.DETERMINER

    def _from_article(self, first: int, stop: int, heads: int) -> range | None:
        """The shortest noun phrase from an article or a break whose head is a title; "of the port" hangs on another."""
        for index in range(stop - 1, first - 1, -1):
            is_article = self.text.tags[index] == g.DETERMINER
            begin = index + is_article
            hangs = index > first + 1 and self.text.tags[index - 1] == g.PREPOSITION and self.bits[index - 2] & s.TITLE
            if (is_article or index == first) and not hangs:
                return range(begin, stop) if self._title_head(begin, stop, heads) is not None else None
        return None
