"""What a common noun phrase is as a source, by its head and by what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.text import Text

KINDS = (
    (s.ANONYMOUS, "anonymous"),
    (s.GROUP, "group"),
    (s.TITLE | s.KIN, "anonymous"),
    (s.DOCUMENT, "document"),
    (s.BODY | s.FIRM, "organisation"),
    (s.OUTLET, "outlet"),
    (s.ORGANISATION, "organisation"),
    (s.PREFIX, "anonymous"),
)
"""The kind of a head, in the order in which a word of several lists is taken."""


KNOWN = reduce(or_, (bit for bit, _ in KINDS))

SEVERAL = s.DOCUMENT | s.OUTLET | s.BODY | s.FIRM
"""What is the same in the plural, where people become a group."""


class Kinds:
    """Tells the kinds of one text's phrases."""

    def __init__(self, text: Text, bits: Sequence[int]) -> None:
        self.text, self.bits = text, bits
        self._plurals: dict[str, str] = text.language.table("kinds").get("plurals", {})
        self._senses = s.senses(text.language)
        self._one = text.language.words("kinds", "single")
        self.numbers = text.language.words("kinds", "numbers")
        self._personal, self._plural, self._singular = (
            tuple(sorted(text.language.words("kinds", key)))
            for key in ("personal_endings", "plural_endings", "singular_endings")
        )

    def kind(self, first: int, head: int, end: int) -> str:
        """One of ``record.KINDS`` for the phrase of tokens ``first`` to ``end`` (exclusive)."""
        bits = self.bits[head]
        if bits & s.HIDDEN and any(self.bits[index] & s.SECRET for index in range(first, end)):
            return "anonymous"
        if bits & s.GROUP and self.is_counted(first):
            return "anonymous"
        if bits & s.FIRM and head and self.text.tags[head - 1] == g.POSSESSIVE:
            return "organisation"
        if self.is_people(self.text.low[head]):
            return "group"
        if bits & s.PEOPLE and not bits & ~s.PEOPLE:
            return "anonymous"
        known = next((kind for bit, kind in KINDS if bits & bit), None)
        return known or self._of_several(head, end) or self._by_shape(self.text.low[head])

    def _of_several(self, head: int, end: int) -> str | None:
        """ "One of the aides", "two of the banks": what the others are; of a group, some whom nobody names."""
        if not (self.text.low[head] in self._one or self.is_counted(head)):
            return None
        bits = next((bits for index in range(head + 1, end) if (bits := self.bits[index] & KNOWN)), 0)
        kind = next((kind for bit, kind in KINDS if bits & bit), None)
        return "anonymous" if kind in ("group", None) else kind

    def _singulars(self, word: str) -> Iterator[str]:
        """What a plural may be of: "ministries", "companies", "courts"."""
        for ending, single in self._plurals.items():
            if word.endswith(ending):
                yield word.removesuffix(ending) + single

    def is_people(self, word: str) -> bool:
        """ "Ukrainians", "Republicans"."""
        stems = (word.removesuffix(ending) for ending in self._plural if word.endswith(ending))
        return any(self._senses.get(stem, 0) & s.PEOPLE for stem in stems)

    def is_counted(self, index: int) -> bool:
        """Whether a number opens it: "three jurors" are single people whom nobody names, "jurors" a group."""
        return self.text.tags[index] == g.NUMBER or self.text.low[index] in self.numbers

    def _by_shape(self, word: str) -> str:
        bits = next((bits for one in self._singulars(word) if (bits := self._senses.get(one, 0) & SEVERAL)), 0)
        if bits:
            return "document" if bits & s.DOCUMENT else "outlet" if bits & s.OUTLET else "organisation"
        if word.endswith(self._personal):
            return "anonymous"
        return "group" if word.endswith(self._plural) and not word.endswith(self._singular) else "organisation"
