"""Clusters: which names of a text are one and the same, and what they are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.gazetteer import Gazetteer
from newsdesk.sources.engine.names.proper import Proper
from newsdesk.sources.engine.text import Text

RECENT = 24
"""How many clusters with a word in common are asked; a text with more is a list of names."""

CERTAIN = 3
"""Votes above which a name is more than by its look what it is called."""

Words = tuple[str, ...]


@dataclass(slots=True)
class Cluster:
    """All mentions of one name; ``words`` is its fullest form in small letters.

    ``places`` are the tokens where it is mentioned, in order, ``subjects`` those at the start of a sentence. ``titles``
    and ``prefixes`` ("Dr") are in small letters, each ending with its head; ``called`` has the heads of descriptions,
    ``pointed`` those behind "the", which point back to somebody without a name.
    """

    name: str
    words: Words
    title: str | None = None
    gender: int = 0
    kind: str = ""
    is_place: bool = False
    in_full: int = 0
    in_short: int = 0
    votes: Counter[str] = field(default_factory=Counter)
    hints: Counter[str] = field(default_factory=Counter)
    places: list[int] = field(default_factory=list)
    subjects: set[int] = field(default_factory=set)
    titles: list[Words] = field(default_factory=list)
    prefixes: list[Words] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    pointed: set[str] = field(default_factory=set)

    def hint(self, kind: str, weight: int = 1) -> None:
        """A weak vote; however many there are, they never outweigh a strong one."""
        self.hints[kind] += weight
        if self.hints[kind] <= CERTAIN:
            self.votes[kind] += weight

    def is_body(self) -> bool:
        """Whether more than its look calls it an outlet or an organisation."""
        return self.votes["outlet"] > CERTAIN or (self.votes["organisation"] > CERTAIN and not self.is_place)

    def is_person(self) -> bool:
        return self.votes["person"] > CERTAIN

    def nearness(self, index: int, forward: bool) -> tuple[int, int] | None:
        """A greater pair for a nearer mention, any before ``index`` above those after it; None where there is none."""
        place = bisect_left(self.places, index)
        if place:
            return 1, self.places[place - 1]
        return (0, -self.places[0]) if forward and self.places else None


class Clusters:
    """The clusters of one text, each name assigned to the one it most likely means."""

    def __init__(self, text: Text, gazetteer: Gazetteer, names: Sequence[Proper]) -> None:
        self.text, self.gazetteer = text, gazetteer
        self._endings = sorted(text.language.words("names", "case_endings"), key=lambda ending: (-len(ending), ending))
        self._senses = s.senses(text.language)
        self._listed = self._uninflected() if self._endings else {}
        self.all: list[Cluster] = []
        self._by_word: dict[str, list[int]] = {}
        self._by_words: dict[Words, int] = {}
        self._found(names)
        self._alias_acronyms(names)
        for name in names:
            name.cluster = self._assign(name)

    def bits(self, word: str) -> int:
        return self._senses.get(word, 0) | (s.OUTLET_ENDING if word.isdecimal() else 0)

    def words(self, name: Proper) -> Words:
        low = self.text.low[name.start : name.end]
        return tuple(self._stem(word) for word in low) if self._endings else tuple(low)

    def _uninflected(self) -> dict[Words, str]:
        """The outlets as they are listed first, by their words without a case."""
        found: dict[Words, str] = {}
        for name in self.gazetteer.outlets:
            found.setdefault(tuple(self._stem(word) for word in name.lower().split()), name)
        return found

    def _stem(self, word: str) -> str:
        """A word without its case, where the language has cases."""
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) > 2:
                return word[: -len(ending)]
        return word

    def _found(self, names: Sequence[Proper]) -> None:
        """One cluster for each name that is no part of a longer one."""
        fullest = sorted({self.words(name): name for name in reversed(names)}.items(), key=lambda item: -len(item[0]))
        for words, name in fullest:
            if self._holding(words) is None:
                self._by_words[words] = len(self.all)
                for word in dict.fromkeys(words):
                    self._by_word.setdefault(word, []).append(len(self.all))
                printed = self.text.span(name.start, name.end).text
                self.all.append(Cluster(self._listed.get(words, printed) if name.kind else printed, words))

    def _holding(self, words: Words) -> int | None:
        """The cluster of a name or of a longer one it is part of; among several the one mentioned last."""
        known = self._by_words.get(words)
        if known is not None:
            return known
        near = self._by_word.get(words[-1], ())[-RECENT:]
        fits = [(fit, self._last(number), number) for number in near if (fit := self._fit(words, number))]
        return max(fits)[2] if fits else None

    def _last(self, number: int) -> int:
        places = self.all[number].places
        return places[-1] if places else -1

    def _fit(self, words: Words, number: int) -> int:
        """How well a short name fits a long one: its end best, then its beginning, then the middle."""
        long = self.all[number].words
        count = len(words)
        bare = self._without_suffix(long)
        if count >= len(long):
            return 0
        if bare[-count:] == words or long[-count:] == words:
            return 3
        if long[:count] == words:
            return 2 if self._may_be_first(long) else 0
        inside = any(long[place : place + count] == words for place in range(1, len(long) - count))
        return 1 if inside and not self._is_body(long) else 0

    def _may_be_first(self, long: Words) -> bool:
        """Whether a name may be called by its beginning; that of a paper or of a council is where it is from."""
        return not self.bits(long[-1]) & (s.OUTLET_ENDING | s.BODY) or bool(self.bits(long[-1]) & s.FIRM)

    def _without_suffix(self, words: Words) -> Words:
        return words[:-1] if words[-1] in self.gazetteer.suffixes else words

    def _is_body(self, words: Words) -> bool:
        return any(word in self.gazetteer.heads for word in words)

    def _alias_acronyms(self, names: Sequence[Proper]) -> None:
        """Lets "WHO" mean the World Health Organization, where brackets or first letters say so."""
        initials: dict[str, int] = {}
        for number, cluster in enumerate(self.all):
            if len(cluster.words) > 1 and not self.bits(cluster.words[0]) & s.GIVEN:
                initials.setdefault(_initials(cluster.name), number)
        for previous, name in pairwise([None, *names]):
            short = self._acronym(name) if name else ""
            if name and short:
                target = self._explained(previous, name, short)
                if target is None and (len(short) > 2 or name.kind == "outlet"):
                    target = initials.get(short)
                if target is not None:
                    self._by_words[self.words(name)] = target

    def _acronym(self, name: Proper) -> str:
        """The letters of a name that is written in capitals; empty for other names."""
        letters = self.text.tokens[name.start].text.replace(".", "")
        return letters if name.end - name.start == 1 and letters.isupper() and 1 < len(letters) < 8 else ""

    def _explained(self, previous: Proper | None, name: Proper, short: str) -> int | None:
        """The cluster of a name spelt out before its brackets; "Cleveland (AFP)" says who reports from there."""
        if previous is None or self.text.low[name.start - 1] != "(" or previous.end != name.start - 1:
            return None
        is_short_for = self.text.tokens[previous.start].text[0] == short[0] and name.kind != "outlet"
        return self._by_words.get(self.words(previous)) if is_short_for else None

    def _assign(self, name: Proper) -> int:
        number = self._holding(self.words(name)) or 0  # every name has a cluster: its own, or a longer one's
        gender = self._gender(name)
        if gender and not self._agrees(number, gender):
            number = self._of_gender(name, gender)
        self.all[number].places.append(name.start)
        return number

    def _gender(self, name: Proper) -> int:
        """What "Mr." or "Mrs." before a name tells of it."""
        return sum({self.bits(word) & (s.FEMALE | s.MALE) for word in self.text.low[name.first : name.start]})

    def _agrees(self, number: int, gender: int) -> bool:
        """Whether a cluster may be of a gender, by its given name."""
        of = self.bits(self.all[number].words[0]) & (s.FEMALE | s.MALE) or self.all[number].gender
        return not of or bool(of & gender)

    def _of_gender(self, name: Proper, gender: int) -> int:
        """Another one of the same family name: "Mr. Vos" is not Ana Vos."""
        words = self.words(name)
        near = [number for number in self._by_word.get(words[-1], ())[-RECENT:] if self._agrees(number, gender)]
        fits = [number for number in near if self.all[number].words[-len(words) :] == words]
        if not fits:
            self.all.append(Cluster(self.text.span(name.start, name.end).text, words, gender=gender))
            fits = [len(self.all) - 1]
            self._by_word.setdefault(words[-1], []).extend(fits)
        return max(fits, key=self._last)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
