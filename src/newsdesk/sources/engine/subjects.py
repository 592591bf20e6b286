"""Finds whoever does the verb at a place: beside it, behind an apposition, or in the clause that governs it."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.appositions import host
from newsdesk.sources.engine.lexicon import verbs
from newsdesk.sources.engine.noun_phrases import phrase_before
from newsdesk.sources.engine.subject import Subject
from newsdesk.sources.engine.subjects_after import subject_after
from newsdesk.sources.engine.text import Text

GOVERNORS = 8


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
        first = host(text, last, floor)
        return Subject(first, last, "subject.apposition") if first is not None else None
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
    if first is None:
        return _before_day(text, last, floor)
    return Subject(first, last + 1, "subject.before")


def _before_day(text: Text, last: int, floor: int) -> Subject | None:
    """ "… but on Tuesday wrote": the subject of the verb before the coordinator."""
    joint = last - 2
    if joint <= floor or text.tags[last - 1] != g.PREPOSITION or text.tags[joint] != g.COORDINATOR:
        return None
    return governor(text, joint, floor)


def _relative(text: Text, pronoun: int, floor: int) -> Subject | None:
    """ "Kim, who said": the words before the pronoun, and the pronoun."""
    last = pronoun - 1
    if last >= floor and text.tags[last] == g.COMMA:
        last -= 1
    first = phrase_before(text, last + 1, floor) if last >= floor else None
    if first is None:
        return None if text.tags[pronoun] == g.THAT else Subject(pronoun, pronoun + 1, "subject.relative")
    return Subject(first, pronoun + 1, "subject.relative")


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
