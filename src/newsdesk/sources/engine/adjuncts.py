"""Steps over the words that belong to the saying: "told reporters on Monday", "said in a statement"."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.cues import Cue
from newsdesk.sources.engine.text import Text

LIMIT = 40
ENDS = g.CLAUSE_MARKS | {g.SUBJECT, g.THAT, g.AUXILIARY, g.SUBORDINATOR, g.RELATIVE}


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
    if tag == g.VERB and index + 1 < stop and text.low[index + 1] in text.language.words("phrases", "agents"):
        return index + 1
    if word in text.language.words("phrases", "adjunct_openers"):
        return _noun_phrase(text, index + 1, stop)
    if word in text.language.words("phrases", "infinitive"):
        return _to_somebody(text, index, stop)
    if word in text.language.words("phrases", "about"):
        return _of_somebody(text, index, stop)
    return _time_later(text, index, stop)


def _of_somebody(text: Text, index: int, stop: int) -> int:
    """ "Said of Mr. Rubio: “…”": whom a quotation is about."""
    end = _noun_phrase(text, index + 1, stop)
    leads = end + 1 < stop and text.tags[end] in (g.COLON, g.COMMA) and text.quote_of[end + 1] >= 0
    return end if leads else index


def _time_later(text: Text, index: int, stop: int) -> int:
    """ "an hour later", "last week"."""
    place = index + (text.tags[index] in (g.DETERMINER, g.NUMBER))
    if place < stop and text.low[place] in text.language.words("phrases", "times", "more_times"):
        return place + 1
    return index


def _noun_phrase(text: Text, index: int, stop: int) -> int:
    """Reads one noun phrase rightwards, with what "of" and possessives add to it."""
    first = index
    if index < stop and text.tags[index] == g.OBJECT:
        return index + 1
    while index < stop and _continues(text, index, first):
        index += 1
    return index


def _continues(text: Text, index: int, first: int) -> bool:
    tag, word, language = text.tags[index], text.low[index], text.language
    if tag in ENDS:
        return False
    if tag == g.PREPOSITION and word not in language.words("phrases", "noun_prepositions"):
        return False
    if index == first:
        return True
    before = text.tags[index - 1]
    if tag == g.VERB and before not in (g.DETERMINER, g.PREPOSITION):
        return False
    if tag == g.DETERMINER and before not in (g.PREPOSITION, g.COORDINATOR, g.POSSESSIVE):
        return False
    return word not in language.words("phrases", "infinitive", "days")
