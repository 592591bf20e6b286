"""Where what is said ends, when no quotation mark says so."""

from __future__ import annotations

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.clauses import finite
from newsdesk.sources.engine.lexicon import Entry, Form, verbs
from newsdesk.sources.engine.text import Text

RELATIVE_WITHIN = 5
SPEAKER_WITHIN = 14
FINITE = frozenset({Form.PAST, Form.THIRD})
ENDS = frozenset({g.COMMA, g.SEMICOLON, g.COLON, g.DASH, g.CLOSE, g.COORDINATOR})


def content_end(text: Text, first: int, cue: int) -> int:
    """The end (exclusive) of the clause or phrase beginning at ``first`` that the verb at ``cue`` governs."""
    stop = without_stop(text, first, text.sentence(cue).stop)
    for index in range(first + 1, stop):
        if text.quote_of[index] < 0:
            if text.tags[index] in ENDS and _ends_at(text, first, index, stop, cue):
                return index
        elif text.tags[index] == g.QUOTE and text.low[index - 1] == "," and _new_cue(text, index, index + 1, stop):
            return index + 1
    return whole_quote(text, stop)


def whole_quote(text: Text, end: int) -> int:
    """An end inside a quotation moves to the end of the quotation."""
    quote = text.quote_of[end - 1]
    return max(end, text.quotes[quote].end) if quote >= 0 else end


def without_stop(text: Text, first: int, end: int) -> int:
    """Leaves the final stop out, and keeps the mark that closes a quotation begun inside."""
    while end > first + 1 and text.tags[end - 1] == g.STOP and text.quote_of[end - 1] < 0:
        end -= 1
    return end


def _ends_at(text: Text, first: int, mark: int, stop: int, cue: int) -> bool:
    after = mark + 1
    if after >= stop:
        return False
    if text.tags[mark] == g.SEMICOLON:
        return True
    if text.tags[mark] == g.COLON:
        return text.quote_of[after] >= 0
    if text.tags[mark] == g.CLOSE:
        return not any(text.tags[index] == g.OPEN for index in range(first, mark))
    return (
        _new_cue(text, mark, after, stop)
        or _afterthought(text, first, mark)
        or _clause_over(text, mark, stop, cue)
        or (text.tags[mark] == g.COMMA and attribution_at(text, after, stop))
    )


def _new_cue(text: Text, mark: int, after: int, stop: int) -> bool:
    """ ", adding that", ", according to", "and said": another cue begins here."""
    if after < stop and text.tags[after] in (g.COORDINATOR, g.SUBORDINATOR):
        after += 1
    while after < stop and text.tags[after] == g.ADVERB:
        after += 1
    if after >= stop:
        return False
    if text.tags[mark] != g.COORDINATOR and _fixed_phrase(text, after):
        return True
    entry = verbs(text.language).get(text.low[after])
    if entry is not None and _feared_that(text, mark, after, entry):
        return True
    if entry is None or "quote" not in entry.verb.frames:
        return False
    joined = "say" in entry.verb.frames and g.COORDINATOR in (text.tags[mark], text.tags[after - 1])
    if Form.ING in entry.forms:
        return not joined
    return joined and not entry.forms.isdisjoint(FINITE)


def _feared_that(text: Text, mark: int, index: int, entry: Entry) -> bool:
    """ ", and feared that": behind a comma the speaker fears, and not somebody in what is said."""
    joined = text.tags[mark] == g.COMMA and text.tags[index - 1] == g.COORDINATOR
    takes = "that" in entry.verb.frames and text.tags[index + 1 : index + 2] == [g.THAT]
    return joined and takes and Form.PAST in entry.forms


def _afterthought(text: Text, first: int, mark: int) -> bool:
    """ ", a claim that could not be verified", ", which opened in 1962", behind a whole clause."""
    if text.tags[mark] != g.COMMA or not text.language.phrases("phrases", "afterthoughts").at(text.low, mark + 1):
        return False
    return finite(text, first - 1, mark)


def _fixed_phrase(text: Text, index: int) -> bool:
    """ "according to", "citing"."""
    language = text.language
    return bool(
        language.phrases("cues", "according").at(text.low, index)
        or language.phrases("carriers", "citing").at(text.low, index)
    )


def attribution_at(text: Text, first: int, stop: int) -> bool:
    """Whether "Lee added" stands here and ends the sentence: somebody, a verb of saying, and no clause after it."""
    known = verbs(text.language)
    for index in range(first + 1, min(stop, first + SPEAKER_WITHIN)):
        tag = text.tags[index]
        if tag in (g.COMMA, g.AUXILIARY, g.THAT, g.RELATIVE, g.COORDINATOR) or text.quote_of[index] >= 0:
            return False
        if tag == g.VERB:
            entry = known.get(text.low[index])
            return entry is not None and "say" in entry.verb.frames and _nothing_said(text, index + 1, stop)
    return False


def _nothing_said(text: Text, first: int, stop: int) -> bool:
    after = first >= stop or text.tags[first] in (g.STOP, g.COMMA, g.PREPOSITION, g.ADVERB)
    ends = next((at for at in range(first, stop) if text.tags[at] == g.COMMA), stop)
    clause = (g.VERB, g.AUXILIARY, g.THAT, g.SUBJECT)
    return after and not any(text.tags[at] in clause for at in range(first, ends))


def _clause_over(text: Text, mark: int, stop: int, cue: int) -> bool:
    """A relative clause with the cue in it ends at the comma before the main verb: "Kim, who said A, left"."""
    after = mark + 1
    while after < stop and text.tags[after] == g.ADVERB:
        after += 1
    if text.tags[mark] != g.COMMA or after >= stop or text.tags[after] not in (g.VERB, g.AUXILIARY):
        return False
    return any(text.tags[index] == g.RELATIVE for index in range(max(0, cue - RELATIVE_WITHIN), cue))
