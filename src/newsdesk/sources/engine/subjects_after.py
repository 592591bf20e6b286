"""Finds whoever does the verb behind it: "said Kim", "told by the minister"."""

from __future__ import annotations

from datetime import date

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.dates import day_at
from newsdesk.sources.engine.phrase_ends import phrase_end
from newsdesk.sources.engine.subject import Subject
from newsdesk.sources.engine.text import Text


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
