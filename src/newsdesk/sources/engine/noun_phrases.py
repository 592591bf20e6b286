"""Where a noun phrase begins, read leftwards from its end."""

from __future__ import annotations

from datetime import date

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.dates import day_at
from newsdesk.sources.engine.lexicon import verbs
from newsdesk.sources.engine.text import Text

INSIDE = frozenset(
    {g.NAME, g.NUMBER, g.WORD, g.DETERMINER, g.PREPOSITION, g.POSSESSIVE, g.PARTICIPLE, g.ADVERB, g.MARK}
)
LEADING = frozenset({g.COORDINATOR, g.ADVERB, g.SUBORDINATOR})
LONGEST = 40


def phrase_before(text: Text, end: int, floor: int) -> int | None:
    """The first token of the noun phrase that ends before ``end``; None where there is none."""
    first = _stretch(text, end, max(floor, end - LONGEST))
    first = _relative_host(text, first, max(floor, end - LONGEST))
    first = _without_lead(text, first, end)
    if first >= end or not any(
        text.tags[index] in g.NOMINAL or text.tags[index] in (g.DETERMINER, g.OBJECT) for index in range(first, end)
    ):
        return None
    return first


def _stretch(text: Text, end: int, floor: int) -> int:
    index = end
    while index > floor and _belongs(text, index - 1, end, floor):
        index -= 1
    return index


def _belongs(text: Text, index: int, end: int, floor: int) -> bool:
    tag = text.tags[index]
    if text.quote_of[index] >= 0:
        return False
    if tag in INSIDE:
        return True
    if tag == g.OBJECT:
        return index > floor and text.tags[index - 1] == g.PREPOSITION and index + 1 == end
    if tag == g.COORDINATOR:
        return (
            index > floor
            and text.low[index] not in text.language.words("phrases", "never_lists")
            and not _finite_left(text, index, floor)
        )
    if tag == g.VERB:
        return _reduced(text, index, end, floor)
    return False


def _finite_left(text: Text, index: int, floor: int) -> bool:
    """Whether a clause of its own stands before the "and" at ``index``."""
    for at in range(index - 1, floor - 1, -1):
        tag = text.tags[at]
        if tag in g.CLAUSE_MARKS or text.quote_of[at] >= 0:
            return at == index - 1
        if tag in (g.AUXILIARY, g.SUBJECT, g.VERB, g.THAT):
            return True
    return False


def _reduced(text: Text, index: int, end: int, floor: int) -> bool:
    """Whether a form in -ed is part of a noun phrase: "the occupied towns", "the report released Monday"."""
    if index <= floor:
        return False
    before, after = text.tags[index - 1], text.tags[index + 1] if index + 1 < end else g.STOP
    if before in (g.DETERMINER, g.PREPOSITION, g.POSSESSIVE):
        return True
    if before in g.NOMINAL and describes(text, index):
        return True
    past = tuple(text.language.words("endings", "past"))
    if not text.low[index].endswith(past) or "clause" in _frames(text, index):
        return False
    if before not in g.NOMINAL:
        return False
    return after in (g.PREPOSITION, g.NAME, g.ADVERB, g.STOP) or day_at(text, date.max, index + 1) is not None


def describes(text: Text, index: int) -> bool:
    """ "Two people *briefed* on the talks": a participle that says more of the noun before it."""
    joint = text.tags[index + 1 : index + 2] == [g.PREPOSITION]
    return joint and text.low[index] in text.language.words("kinds", "adjectives")


def _frames(text: Text, index: int) -> frozenset[str]:
    entry = verbs(text.language).get(text.low[index])
    return entry.verb.frames if entry else frozenset()


def _relative_host(text: Text, first: int, floor: int) -> int:
    """ "the man who was there said": steps over the relative clause to the noun before it."""
    if first <= floor or text.tags[first - 1] not in (g.AUXILIARY, g.VERB, g.RELATIVE, g.SUBJECT):
        return first
    for index in range(first - 1, floor, -1):
        tag = text.tags[index]
        if tag in g.CLAUSE_MARKS or text.quote_of[index] >= 0 or tag == g.COORDINATOR:
            return first
        if tag == g.RELATIVE or (tag == g.THAT and text.tags[index + 1] in (g.AUXILIARY, g.VERB)):
            host = text.tags[index - 1] in g.NOMINAL
            return _stretch(text, index, floor) if host else first
    return first


def _without_lead(text: Text, first: int, end: int) -> int:
    """Drops "But", "when" and a whole opening phrase such as "In Seoul" from the front."""
    while first < end and text.tags[first] in LEADING:
        first += 1
    if first < end and text.tags[first] == g.PREPOSITION:
        return _after_opening(text, first, end)
    return first


def _after_opening(text: Text, first: int, end: int) -> int:
    for index in range(first + 2, end):
        starts = text.tags[index] == g.DETERMINER and text.tags[index - 1] not in (g.PREPOSITION, g.DETERMINER)
        if starts or (text.tags[index] == g.NAME and text.tags[index - 1] in (g.WORD, g.NUMBER)):
            return index
    return end if text.tags[first] == g.PREPOSITION and end - first < 3 else first + 1
