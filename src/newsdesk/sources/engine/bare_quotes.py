"""Finds who speaks in a quotation that stands alone: `Olin said the pier was safe. "Safe as houses."`"""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution, Range, place
from newsdesk.sources.engine.subjects import subject_before
from newsdesk.sources.engine.text import Quote, Text


def bare(text: Text, quote: Quote, found: Sequence[Attribution]) -> Attribution | None:
    """An attribution without a cue: to the speaker of the sentence before, or to its subject."""
    if quote.first == 0:
        return None
    before = text.sentence(quote.first - 1)
    if text.paragraph_of[quote.first] - text.paragraph_of[before.start] > 1:
        return None
    source, why = _speaker(found, before), "subject.last-speaker"
    if source is None:
        source, why = _subject(text, before), "subject.last-subject"
    content = ((quote.first, quote.end),)
    return Attribution(None, source, content, (why, "content.bare")) if source else None


def _speaker(found: Sequence[Attribution], sentence: range) -> Range | None:
    """Who speaks in a sentence; where one relays another, the one who relays."""
    within = [each for each in reversed(found[-NEAR:]) if each.source and place(each) in sentence]
    outer = [each for each in within if not any(_holds(other, each) for other in within)]
    return outer[0].source if outer else None


NEAR = 400


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return outer is not inner and any(first <= place(inner) < end for first, end in outer.content)


def _subject(text: Text, sentence: range) -> Range | None:
    for index in sentence:
        if text.tags[index] in (g.VERB, g.AUXILIARY) and text.quote_of[index] < 0:
            found = subject_before(text, index)
            return (found.first, found.end) if found else None
    return None
