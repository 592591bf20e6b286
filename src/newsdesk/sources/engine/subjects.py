"""Finds whoever does the verb at a place: beside it, behind an apposition, before a relative clause, or after it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.dates import day_at
from newsdesk.sources.engine.lexicon import verbs
from newsdesk.sources.engine.noun_phrases import phrase_before
from newsdesk.sources.engine.text import Text
from newsdesk.sources.engine.verb_forms import stands_alone

MODIFIERS = frozenset(
    {
        g.RELATIVE,
        g.PREPOSITION,
        g.NUMBER,
        g.DETERMINER,
        g.NAME,
        g.WORD,
        g.PARTICIPLE,
        g.VERB,
        g.ADVERB,
        g.SUBORDINATOR,
        g.POSSESSIVE,
    }
)
APPOSITIONS = 4
GOVERNORS = 8
TITLE = 8


class Subject(NamedTuple):
    """Tokens ``first`` to ``end`` name whoever speaks; ``why`` is the rule."""

    first: int
    end: int
    why: str


def subject_before(text: Text, verb: int) -> Subject | None:
    """The subject of the finite verb at ``verb``, in the same sentence and outside quotations."""
    floor = text.sentence(verb).start
    last = _before_helpers(text, verb - 1, floor)
    if last < floor:
        return None
    tag = text.tags[last]
    if tag == g.SUBJECT:
        return _pronoun(text, last, floor)
    if tag in (g.RELATIVE, g.THAT):
        return _relative(text, last, floor)
    if tag == g.COORDINATOR or (tag == g.COMMA and last > floor and text.tags[last - 1] == g.COORDINATOR):
        return governor(text, last, floor)
    if tag in (g.COMMA, g.DASH, g.CLOSE):
        return _apposition(text, last, floor)
    return _beside(text, last, floor)


def _pronoun(text: Text, last: int, floor: int) -> Subject | None:
    if text.low[last] not in text.language.words("phrases", "empty_subjects"):
        return Subject(last, last + 1, "subject.pronoun")
    return _beside(text, last - 1, floor) if last > floor and text.tags[last - 1] in g.NOMINAL else None


def _before_helpers(text: Text, index: int, floor: int) -> int:
    """Steps back over what stands between a subject and its verb: auxiliaries and adverbs."""
    while index >= floor and text.tags[index] in (g.AUXILIARY, g.ADVERB):
        index -= 1
    return index


def _beside(text: Text, last: int, floor: int) -> Subject | None:
    first = phrase_before(text, last + 1, floor)
    return Subject(first, last + 1, "subject.before") if first is not None else None


def _relative(text: Text, pronoun: int, floor: int) -> Subject | None:
    """ "Kim, who said": the words before the pronoun, and the pronoun."""
    last = pronoun - 1
    if last >= floor and text.tags[last] == g.COMMA:
        last -= 1
    first = phrase_before(text, last + 1, floor) if last >= floor else None
    if first is None:
        return None if text.tags[pronoun] == g.THAT else Subject(pronoun, pronoun + 1, "subject.relative")
    return Subject(first, pronoun + 1, "subject.relative")


def _apposition(text: Text, mark: int, floor: int) -> Subject | None:
    """ "Kim, 45, the minister of war, said": steps back from mark to mark until something stands before them."""
    at = mark
    for _ in range(APPOSITIONS):
        opened = _previous_mark(text, at, floor)
        if opened is None or not _modifies(text, opened + 1, at):
            return None
        first = phrase_before(text, opened, floor)
        if first is not None and not _is_modifier_only(text, first, opened):
            return Subject(first, mark, "subject.apposition")
        at = opened
    return None


def _previous_mark(text: Text, mark: int, floor: int) -> int | None:
    wanted = (g.OPEN,) if text.tags[mark] == g.CLOSE else (g.COMMA, g.DASH)
    index = mark - 1
    while index > floor:
        quote = text.quote_of[index]
        if text.tags[index] in (g.SEMICOLON, g.COLON) or (quote >= 0 and not _is_title(text, quote)):
            return None
        if text.tags[index] in wanted and quote < 0:
            return index
        index = index - 1 if quote < 0 else text.quotes[quote].first - 1
    return None


def _is_title(text: Text, quote: int) -> bool:
    """A few words in quotation marks without a comma at their end: a book, not something said."""
    words = text.quotes[quote]
    capitals = all(text.capital(index) for index in range(words.first + 1, words.end - 2) if text.tags[index] == g.WORD)
    return words.end - words.first <= TITLE and (capitals or text.low[words.end - 2] not in (",", "."))


def _modifies(text: Text, first: int, end: int) -> bool:
    """Whether what stands between two marks can belong to the noun before them."""
    if first >= end:
        return False
    if text.tags[first] in (g.RELATIVE, g.SUBORDINATOR, g.PREPOSITION, g.PARTICIPLE, g.VERB, g.OPEN):
        return True
    for index in range(first, end):
        if text.tags[index] in (g.RELATIVE, g.THAT, g.SUBORDINATOR):
            return True
        if text.tags[index] in (g.AUXILIARY, g.SUBJECT):
            return False
    return True


def _is_modifier_only(text: Text, first: int, end: int) -> bool:
    alone = text.tags[first] == g.NUMBER and end - first == 1
    return (
        alone
        or text.tags[first] == g.PREPOSITION
        or (first > 0 and text.tags[first - 1] in (g.PREPOSITION, g.RELATIVE))
    )


def issuer(text: Text, participle: int, floor: int) -> Subject | None:
    """Whoever does what a participle says: the noun right before it, or whoever governs the clause."""
    last = participle - 1
    if (
        last >= floor
        and text.tags[last] in g.NOMINAL
        and text.low[last] not in text.language.words("phrases", "vessels", "days")
    ):
        first = phrase_before(text, last + 1, floor)
        if first is not None:
            return Subject(first, last + 1, "subject.noun")
    return governor(text, participle, floor)


def governor(text: Text, index: int, floor: int) -> Subject | None:
    """The subject of the finite verb before ``index`` that it hangs on: a verb of saying, or else the nearest."""
    nearest: Subject | None = None
    tried = 0
    while index > floor and tried < GOVERNORS:
        index -= 1
        if text.tags[index] not in (g.VERB, g.AUXILIARY) or text.quote_of[index] >= 0:
            continue
        tried += 1
        if text.tags[index - 1] == g.COORDINATOR:
            continue
        found = subject_before(text, index) or _behind_quotation(text, index)
        if found is None or found.why == "subject.relative":
            continue
        nearest = nearest or Subject(found.first, found.end, "subject.governor")
        if _says(text, index):
            return Subject(found.first, found.end, "subject.governor")
    return nearest


def _behind_quotation(text: Text, verb: int) -> Subject | None:
    """ "…," said Kim, adding: who speaks behind the verb that follows a quotation."""
    return subject_after(text, verb) if text.quote_of[verb - 1] >= 0 else None


def _says(text: Text, index: int) -> bool:
    entry = verbs(text.language).get(text.low[index])
    return entry is not None and "quote" in entry.verb.frames and "clause" in entry.verb.frames


def subject_after(text: Text, verb: int) -> Subject | None:
    """ "…," said Kim: the noun phrase right after the verb."""
    stop = text.sentence(verb).stop
    first = verb + 1
    while first < stop and text.tags[first] == g.ADVERB:
        first += 1
    if first < stop and text.tags[first] == g.PREPOSITION and (day := day_at(text, date.max, first)):
        first += day[0]
    if first < stop and text.low[first] in text.language.words("phrases", "days"):
        return None
    if first < stop and text.tags[first] == g.SUBJECT:
        return Subject(first, first + 1, "subject.inverted")
    end = with_name(text, first, phrase_end(text, first, stop), stop)
    return Subject(first, end, "subject.inverted") if end > first else None


def agent(text: Text, index: int) -> Subject | None:
    """ "told by the minister": whoever the passive's "by" at ``index`` names."""
    stop = text.sentence(index - 1).stop
    if index >= stop or text.low[index] not in text.language.words("phrases", "agents"):
        return None
    end = phrase_end(text, index + 1, stop)
    end = with_name(text, index + 1, end, stop)
    return Subject(index + 1, end, "subject.agent") if end > index + 1 else None


def with_name(text: Text, first: int, end: int, stop: int) -> int:
    """ "the minister, Honoré Tchala,": the end of a name that follows an unnamed speaker between commas."""
    if end >= stop or text.tags[end] != g.COMMA or g.NAME in text.tags[first:end]:
        return end
    after = end + 1
    while after < stop and text.tags[after] in (g.NAME, g.STOP) and text.low[after] != ".":
        after += 1
    return after if after > end + 1 and (after >= stop or text.tags[after] in g.CLAUSE_MARKS) else end


def phrase_end(text: Text, first: int, stop: int) -> int:
    """The end of the noun phrase that begins at ``first``; ``first`` itself where none does."""
    inner = text.language.words("phrases", "noun_prepositions")
    index = first
    while index < stop:
        tag = text.tags[index]
        joins = (
            tag == g.COORDINATOR
            and index > first
            and index + 1 < stop
            and text.tags[index + 1] in (g.NAME, g.WORD, g.DETERMINER)
        )
        named = (
            tag in g.NOMINAL
            or tag in (g.POSSESSIVE, g.PARTICIPLE)
            or (tag == g.DETERMINER and (index == first or text.tags[index - 1] in (g.PREPOSITION, g.COORDINATOR)))
        )
        if not (named or joins or (text.low[index] in inner and index > first)):
            break
        index += 1
    while (
        index > first
        and text.tags[index - 1] in (g.PREPOSITION, g.COORDINATOR, g.DETERMINER)
        and not stands_alone(text, index - 1)
    ):
        index -= 1
    return index
