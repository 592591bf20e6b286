"""One text as it is said: by the newsroom's list, then the rules of its language, its foreign words apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsdesk.audio.script.clean import tidied
from newsdesk.audio.script.foreign import runs
from newsdesk.audio.script.language import base, language
from newsdesk.audio.script.pronunciations import listed
from newsdesk.audio.script.rules import Rule, pieces, rules_of
from newsdesk.audio.script.values import Pronunciation


class Said(NamedTuple):
    """Plain words, and the language in which they are said."""

    text: str
    language: str


class Speaker:
    """Says the texts of one language; ``code`` is the edition's, as it gives it."""

    def __init__(self, code: str, pronunciations: Sequence[Pronunciation] = ()) -> None:
        self.code = code
        self.language = language(code)
        self._pronunciations = pronunciations
        self._rules = self._rules_of(code)

    def say(self, text: str) -> list[Said]:
        """What is said of a cleaned text, by language; nothing where it has neither letter nor figure."""
        found = groupby(self._pieces(text), key=lambda said: said.language)
        told = [Said(tidied("".join(said.text for said in group)), code) for code, group in found]
        return [said for said in told if any(map(str.isalnum, said.text))]

    def _pieces(self, text: str) -> Iterator[Said]:
        for piece in pieces(text, self._rules):
            if piece.claimed:
                yield Said(piece.text, self.code)
            else:
                yield from self._unclaimed(piece.text)

    def _unclaimed(self, text: str) -> Iterator[Said]:
        for code, words in runs(text, self.language):
            if code and code != base(self.code):
                yield Said("".join(one.text for one in pieces(words, self._rules_of(code))), code)
            else:
                yield Said(words, self.code)

    def _rules_of(self, code: str) -> tuple[Rule, ...]:
        return (*listed(self._pronunciations, code), *rules_of(code))
