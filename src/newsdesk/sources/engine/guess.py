"""Which language a text is in, told by its small words."""

from __future__ import annotations

import re
from functools import cache

from newsdesk.sources.engine.language import language, languages

SAMPLE = 4000
"""Characters that are looked at."""

WORD = re.compile(r"[^\W\d_]+")
LISTS = ("auxiliary", "preposition", "determiner", "coordinator", "subordinator", "subject")


def guess(text: str, otherwise: str = "en") -> str:
    """The code of the language with most of its small words in a text; ``otherwise`` where none has any."""
    words = [found.group() for found in WORD.finditer(text[:SAMPLE].lower())]
    counts = {code: sum(word in _small(code) for word in words) for code in languages()}
    best = max(counts, key=lambda code: (counts[code], code == otherwise))
    return best if counts[best] else otherwise


@cache
def _small(code: str) -> frozenset[str]:
    return language(code).words("grammar", *LISTS)
