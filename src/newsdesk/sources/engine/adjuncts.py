"""Steps over the words that belong to the saying: "told reporters on Monday", "said in a statement"."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.cues import Cue
from newsdesk.sources.engine.text import Text

LIMIT = 40


def after_adjuncts(text: Text, cue: Cue, index: int, stop: int) -> int:
    """The first token from ``index`` on that is not part of the saying; ``stop`` where everything is."""
    if "audience" in cue.verb.frames and index < stop and _audience(text, index):
        index = _noun_phrase(text, index, stop)
    if index < stop and text.low[index] in text.language.words("phrases", "infinitive"):
        index = _to_somebody(text, index, stop)
    limit = min(stop, index + LIMIT)
    while index < limit:
        after = _adjunct(text, index, stop)
        if after == index:
            break
        index = after
    return index


def _audience(text: Text, index: int) -> bool:
    return text.tags[index] not in g.CLAUSE_MARKS and text.tags[index] not in (g.THAT, g.SUBORDINATOR, g.PREPOSITION)


def _to_somebody(text: Text, index: int, stop: int) -> int:
    """ "said to reporters" is no infinitive."""
    named = index + 1 < stop and text.tags[index + 1] in (g.NAME, g.DETERMINER, g.OBJECT)
    heads = index + 1 < stop and text.low[index + 1] in text.language.words("phrases", "audience_heads")
    return _noun_phrase(text, index + 1, stop) if named or heads else index


def _adjunct(text: Text, index: int, stop: int) -> int:
    tag, word = text.tags[index], text.low[index]
    if tag == g.ADVERB or word in text.language.words("phrases", "days", "adjunct_participles"):
        return index + 1
    if word in text.language.words("phrases", "adjunct_openers"):
        return _noun_phrase(text, index + 1, stop)
    if word in text.language.words("phrases", "infinitive"):
        return _to_somebody(text, index, stop)
    return _time_later(text, index, stop)


def _time_later(text: Text, index: int, stop: int) -> int:
    """ "an hour later", "last week"."""
    place = index + (text.tags[index] in (g.DETERMINER, g.NUMBER))
    if place < stop and text.low[place] in text.language.words("phrases", "times", "more_times"):
        return place + 1
    return index


def _noun_phrase(text: Text, index: int, stop: int) -> int:
    """Reads one noun phrase rightwards, with what "of" and possessives add to it."""
    first = index
    while index < stop:
        tag = text.tags[index]
        if tag in (g.SUBJECT, g.THAT, g.AUXILIARY, g.SUBORDINATOR, g.RELATIVE) or tag in g.CLAUSE_MARKS:
            break
        if tag == g.VERB and index > first and text.tags[index - 1] not in (g.DETERMINER, g.PREPOSITION):
            break
        if (
            tag == g.DETERMINER
            and index > first
            and text.tags[index - 1] not in (g.PREPOSITION, g.DETERMINER, g.COORDINATOR, g.POSSESSIVE)
        ):
            break
        if tag == g.OBJECT and index == first:
            return index + 1
        if tag == g.PREPOSITION and text.low[index] not in text.language.words("phrases", "noun_prepositions"):
            break
        if text.low[index] in text.language.words("phrases", "infinitive") and index > first:
            break
        if text.low[index] in text.language.words("phrases", "days") and index > first:
            break
        index += 1
    return index
