"""The newsroom's own list as a rule that comes before all others: whole words, the longest first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.audio.script.clean import cleaned
from newsdesk.audio.script.language import base, lookup
from newsdesk.audio.script.rules import Rule
from newsdesk.audio.script.values import Pronunciation


def listed(pronunciations: Sequence[Pronunciation], language: str) -> tuple[Rule, ...]:
    """The entries for ``language``, of several for one word the nearest to it; one without a word to say or to look
    for is passed over.
    """
    mine = [one for one in pronunciations if base(one.language) == base(language)]
    mine.sort(key=lambda one: _distance(one.language, language), reverse=True)
    said = {cleaned(one.word): cleaned(one.said) for one in mine if cleaned(one.word) and cleaned(one.said)}
    if not said:
        return ()
    words = "|".join(_written(word) for word in sorted(said, key=lambda word: (-len(word), word)))
    return (Rule("newsroom's list", re.compile(rf"(?<!\w)(?:{words})(?!\w)"), lambda found: _said(said, found[0])),)


def _distance(code: str, language: str) -> int:
    """How far off a code is from the language of a text: 0 for the same, more for what it is a kind of."""
    near, (own, *_) = lookup(language), lookup(code)
    return near.index(own) if own in near else len(near)


def _written(word: str) -> str:
    """Capitals are kept to; a word without any is meant in any case."""
    return re.escape(word) if word != word.lower() else f"(?i:{re.escape(word)})"


def _said(said: dict[str, str], word: str) -> str:
    return said.get(word) or said.get(word.lower()) or word
