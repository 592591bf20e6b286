"""What a word may be in the name or the description of a source: one set of bits a word, from the language's lists."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsdesk.sources.engine.language import Language

TITLE, PREFIX, COURTESY, SURNAME, KIN, MODIFIER = 1, 2, 4, 8, 16, 32
ORGANISATION, BODY, FIRM, OUTLET, OUTLET_ENDING = 64, 128, 256, 512, 1024
ANONYMOUS, HIDDEN, SECRET, GROUP, DOCUMENT = 2048, 4096, 8192, 16384, 32768
PARTICLE, NO_NAME, PEOPLE, FEMALE, MALE, GIVEN, OWNER, SUFFIX = (1 << bit for bit in range(16, 24))

COMMON = TITLE | KIN | MODIFIER | BODY | FIRM | OUTLET | ANONYMOUS | HIDDEN | GROUP | DOCUMENT | PEOPLE
"""A word of these with a capital at the start of a sentence is no name by itself."""

LISTS = (
    (TITLE, "titles", "offices", "ranks", "speakers", "professions"),
    (PREFIX, "titles", "prefixes"),
    (COURTESY, "titles", "courtesy"),
    (SURNAME, "titles", "surnames"),
    (KIN, "titles", "kin"),
    (MODIFIER, "titles", "modifiers"),
    (ORGANISATION, "organisations", "heads"),
    (BODY, "organisations", "nouns"),
    (FIRM, "organisations", "firms"),
    (OUTLET, "outlet_words", "common"),
    (ANONYMOUS, "kinds", "anonymous"),
    (HIDDEN, "kinds", "hidden_plural"),
    (SECRET, "kinds", "secrecy"),
    (GROUP, "kinds", "group"),
    (DOCUMENT, "kinds", "document"),
    (PARTICLE, "names", "particles"),
    (NO_NAME, "names", "no_names"),
    (PEOPLE, "names", "peoples"),
    (FEMALE, "titles", "female"),
    (MALE, "titles", "male"),
    (OWNER, "names", "owners"),
    (SUFFIX, "names", "suffixes"),
)


@cache
def senses(language: Language) -> Mapping[str, int]:
    """The bits of each listed word; of a phrase, those of its head."""
    prepositions = language.words("grammar", "preposition")
    found: dict[str, int] = {}
    for bit, table, *keys in LISTS:
        for phrase in language.words(table, *keys):
            head = _head(phrase.lower().split(), prepositions)
            found[head] = found.get(head, 0) | bit
    for word in language.words("outlet_words", "strong", "weak"):
        if " " not in word:
            found[word.lower()] = found.get(word.lower(), 0) | OUTLET_ENDING
    for bit, key in ((FEMALE, "female"), (MALE, "male"), (0, "either")):
        for name in language.words("given_names", key):
            found[name.lower()] = found.get(name.lower(), 0) | bit | GIVEN
    return found


def _head(words: list[str], prepositions: frozenset[str]) -> str:
    """The last word before any preposition: "chief" of "chief of staff"."""
    stop = next((place for place, word in enumerate(words) if place and word in prepositions), len(words))
    return words[stop - 1]
