"""Where a noun phrase ends, read rightwards from its beginning."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.text import Text
from newsdesk.sources.engine.verb_forms import stands_alone

DANGLING = frozenset({g.PREPOSITION, g.COORDINATOR, g.DETERMINER})
JOINED = frozenset({g.NAME, g.WORD, g.DETERMINER})


def phrase_end(text: Text, first: int, stop: int) -> int:
    """The end of the noun phrase that begins at ``first``; ``first`` itself where none does."""
    index = first
    while index < stop and _belongs(text, index, first, stop):
        index += 1
    while index > first and text.tags[index - 1] in DANGLING and not stands_alone(text, index - 1):
        index -= 1
    return index


def _describes(text: Text, index: int, first: int, stop: int) -> bool:
    """ "A retired officer", "leaked documents": a form in -ed before a noun."""
    leads = index == first or text.tags[index - 1] == g.DETERMINER
    return leads and index + 1 < stop and text.tags[index + 1] in g.NOMINAL


def _belongs(text: Text, index: int, first: int, stop: int) -> bool:
    tag = text.tags[index]
    if tag in g.NOMINAL or tag in (g.POSSESSIVE, g.PARTICIPLE):
        return True
    if tag == g.VERB:
        return _describes(text, index, first, stop)
    if tag == g.DETERMINER:
        return index == first or text.tags[index - 1] in (g.PREPOSITION, g.COORDINATOR)
    if index == first:
        return False
    if tag == g.COORDINATOR:
        return index + 1 < stop and text.tags[index + 1] in JOINED
    return text.low[index] in text.language.words("phrases", "noun_prepositions") or _is_where(text, index, first, stop)


def _is_where(text: Text, index: int, first: int, stop: int) -> bool:
    """ "A broker *in Napier*": where somebody is of whom nothing else is said."""
    words = text.language.words
    unnamed = text.low[first] in words("kinds", "indefinite") and g.NAME not in text.tags[first:index]
    return unnamed and text.low[index] in words("names", "places") and text.tags[index + 1 : stop][:1] == [g.NAME]
