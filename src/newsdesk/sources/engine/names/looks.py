"""What the words of a name themselves say it is: a given name, "Ministry", "& Sons", "… Gazette"."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.names import senses as s
from newsdesk.sources.engine.names.gazetteer import Gazetteer
from newsdesk.sources.engine.names.proper import Proper
from newsdesk.sources.engine.text import Text

SURE, LIKELY, PERHAPS = 100, 4, 1
"""What a vote counts."""


class Looks:
    """Looks at the names of one text."""

    def __init__(self, text: Text, bits: Sequence[int], gazetteer: Gazetteer) -> None:
        self.text, self.bits, self.gazetteer = text, bits, gazetteer
        self._surname_endings = tuple(sorted(text.language.words("names", "surname_endings")))

    def votes(self, name: Proper) -> dict[str, int]:
        return {"person": self._person(name), "organisation": self._organisation(name), "outlet": self._outlet(name)}

    def _person(self, name: Proper) -> int:
        low = self.text.low[name.start : name.end]
        has_initial = len(low) > 1 and any(len(word) == 2 and word[1] == "." for word in low)
        is_surname = len(low) > 1 and low[-1].endswith(self._surname_endings)
        given = bool(self.bits[name.start] & s.GIVEN) * (2 if len(low) > 1 else 1)
        return LIKELY * (given + has_initial) + 2 * PERHAPS * is_surname

    def may_be_person(self, name: Proper) -> bool:
        """Whether one of its words is a person's: "the developer, *Ana* Vos," but "the operator, Alpine Sleeper,"."""
        return bool(name.title or name.kind == "person" or self.bits[name.start] & s.GIVEN or self._person(name))

    def _organisation(self, name: Proper) -> int:
        low = self.text.low[name.start : name.end]
        if " ".join(low) in self.gazetteer.organisations or "&" in low:
            return SURE
        if len(low) == 1:
            return LIKELY * self._is_acronym(name.start)
        joined = any(word in self.gazetteer.joints and word not in self.gazetteer.particles for word in low)
        return (LIKELY + PERHAPS) * self.is_body_like(name) + LIKELY * (joined + self._is_acronym(name.start))

    def is_body_like(self, name: Proper) -> bool:
        """Whether a name begins or ends as those of bodies do: "Gateway Partners", "Office for Parks"."""
        first, last = self.bits[name.start], self.bits[name.end - 1]
        has_head = (first | last) & s.ORGANISATION or self.text.low[name.end - 1] in self.gazetteer.trades
        return bool(has_head and not first & s.GIVEN)

    def _is_acronym(self, index: int) -> bool:
        letters = self.text.tokens[index].text.replace(".", "")
        return letters.isupper() and letters.isalpha() and len(letters) > 1

    def _outlet(self, name: Proper) -> int:
        low, last = self.text.low[name.start : name.end], self.bits[name.end - 1]
        if self.is_outlet_like(name):
            return LIKELY * (3 if low[-1] in self.gazetteer.strong_endings else 2)
        starts = len(low) > 1 and low[0] in self.gazetteer.strong_endings and not last & s.ORGANISATION
        return LIKELY * 2 * starts

    def is_outlet_like(self, name: Proper) -> bool:
        """Whether a name ends as outlets' names do: "the Kessa Monitor", "the Monitor", "Kessa Radio 1"."""
        last = name.end - 1
        while last > name.start and self.text.tags[last] == g.NUMBER:
            last -= 1
        if not self.bits[last] & s.OUTLET_ENDING or self.bits[last] & s.ORGANISATION:
            return False
        article = name.start > 0 and self.text.tags[name.start - 1] == g.DETERMINER
        return article or (name.end - name.start > 1 and not self.bits[name.start] & s.GIVEN)
