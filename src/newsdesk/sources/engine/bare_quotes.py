"""Finds who speaks in a quotation that stands alone: `Olin said the pier was safe. "Safe as houses."`"""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution, Range, place
from newsdesk.sources.engine.subjects import subject_before
from newsdesk.sources.engine.text import Quote, Text


def bare(text: Text, quote: Quote, before: range, found: Sequence[Attribution]) -> Attribution | None:
    """An attribution without a cue: to a speaker ``found`` in the sentence ``before`` the quotation, or its subject."""
    if text.paragraph_of[quote.first] - text.paragraph_of[before.start] > 1:
        return None
    source, why = _speaker(found), "subject.last-speaker"
    if source is None:
        source, why = _subject(text, before), "subject.last-subject"
    content = ((quote.first, quote.end),)
    return Attribution(None, source, content, (why, "content.bare")) if source else None


def _speaker(found: Sequence[Attribution]) -> Range | None:
    """Who speaks last in a sentence; where one relays another, the one who relays."""
    named = [each for each in found if each.source]
    outer = [each for each in named if not any(_holds(other, each) for other in named)]
    return outer[-1].source if outer else None


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return outer is not inner and any(first <= place(inner) < end for first, end in outer.content)


def _subject(text: Text, sentence: range) -> Range | None:
    for index in sentence:
        if text.tags[index] in (g.VERB, g.AUXILIARY) and text.quote_of[index] < 0:
            found = subject_before(text, index)
            return (found.first, found.end) if found else None
    return None


def within(text: Text, quote: Quote) -> Attribution | None:
    """An attribution for words in quotation marks inside a sentence: to its subject, whatever the verb."""
    source = _subject(text, range(text.sentence(quote.first).start, quote.first))
    content = ((quote.first, quote.end),)
    return Attribution(None, source, content, ("subject.of-sentence", "content.within")) if source else None
