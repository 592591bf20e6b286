"""Finds what is said, for a cue whose speaker is known: before the two, after them, or around them."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.adjuncts import after_adjuncts
from newsdesk.sources.engine.attribution import Range
from newsdesk.sources.engine.boundaries import content_end, without_stop
from newsdesk.sources.engine.clauses import finite, fits, sentence_like, starts_clause
from newsdesk.sources.engine.cues import Cue, Use
from newsdesk.sources.engine.quoted import quoted
from newsdesk.sources.engine.subject import Subject
from newsdesk.sources.engine.text import Quote, Text

LONG_QUOTE = 6
OPEN = frozenset({g.AUXILIARY, g.VERB, g.PREPOSITION, g.DETERMINER})
GOES_ON = frozenset({g.COORDINATOR, g.AUXILIARY, g.VERB, g.THAT, g.QUOTE})


class Said(NamedTuple):
    """Token ranges of the content, and the rule that found them."""

    spans: tuple[Range, ...]
    why: str


def contents(text: Text, cue: Cue, source: Subject, wide: bool) -> Said | None:
    """What the cue governs; None where it governs nothing that is said."""
    inverted = source.first >= cue.end
    left, right = (cue.first, source.end) if inverted else (min(source.first, cue.first), cue.end)
    if cue.use in (Use.PARTICIPLE, Use.INFINITIVE) or source.why == "subject.governor":
        left = cue.first
    if source.why == "subject.quoted":
        left = _start_of_quoting(text, cue, source)
    stop = text.sentence(cue.first).stop
    at = after_adjuncts(text, cue, right, stop)
    before = quote_before(text, left) if _may_follow_quote(cue, source) else None
    if before is not None and _belongs_before(text, before, left, right, at, stop):
        return _around_quote(text, before, right, stop)
    if (
        at >= min(stop, len(text.low))
        or text.tags[at] == g.STOP
        or (inverted and text.tags[left - 1] in (g.COMMA, g.DASH))
    ):
        return _before(text, cue, left)
    return _after(text, cue, left, right, at, stop, wide)


def _may_follow_quote(cue: Cue, source: Subject) -> bool:
    """A form in -ing after a quotation begins something new, unless it is that of "was quoted as saying"."""
    return "quote" in cue.verb.frames and (cue.use is not Use.PARTICIPLE or source.why == "subject.quoted")


def _start_of_quoting(text: Text, cue: Cue, source: Subject) -> int:
    """ "…," AFP quoted her as saying: where the words about the quoting begin."""
    told = quoted(text, cue.first)
    return min(source.first, told.printer[0]) if told and told.printer else source.first


def quote_before(text: Text, left: int) -> Quote | None:
    """The quotation that ends right before ``left``, or before a comma or a dash there."""
    for end in (left, left - 1, left - 2):
        if end > 0 and text.quote_of[end - 1] >= 0 and all(tag in (g.COMMA, g.DASH) for tag in text.tags[end:left]):
            quote = text.quotes[text.quote_of[end - 1]]
            if quote.end == end:
                return quote
    return None


def _belongs_before(text: Text, quote: Quote, left: int, right: int, at: int, stop: int) -> bool:
    """Whether a quotation before the speaker is what this cue governs, not the end of another sentence."""
    last = text.low[quote.end - 2] if quote.closed else text.low[quote.end - 1]
    comma = last == "," or text.tags[left - 1] in (g.COMMA, g.DASH)
    ends = at >= stop or text.tags[at] in (g.STOP, g.COMMA, g.QUOTE)
    if last == ".":
        return right >= stop or text.tags[right] == g.STOP
    if last in ("?", "!") and _no_clause(text, at):
        return True
    whole = quote.first == text.sentence(quote.first).start or quote.end - quote.first >= LONG_QUOTE
    return (comma and whole) or ends


def _no_clause(text: Text, at: int) -> bool:
    return text.tags[at] not in (g.THAT, g.SUBJECT, g.DETERMINER, g.NAME, g.COLON, g.COMMA)


def _around_quote(text: Text, quote: Quote, right: int, stop: int) -> Said:
    start = _mixed_start(text, quote)
    spans = [(start, quote.end)]
    again = next((index for index in range(right, stop) if text.quote_of[index] >= 0), None)
    if again is not None and not _cue_between(text, right, again):
        after = text.quotes[text.quote_of[again]]
        spans.append((after.first, max(after.end, without_stop(text, after.first, stop))))
    return Said(tuple(spans), "content.quote-before")


def _cue_between(text: Text, first: int, end: int) -> bool:
    return any(text.tags[index] == g.PARTICIPLE for index in range(first, end)) or text.tags[end - 1] not in (
        g.COMMA,
        g.QUOTE,
        g.COLON,
        g.NAME,
        g.WORD,
        g.VERB,
        g.DASH,
        g.SUBJECT,
    )


def _mixed_start(text: Text, quote: Quote) -> int:
    start = text.sentence(quote.first).start
    if text.tags[quote.first - 1] in (g.DASH, g.COLON):
        return quote.first
    while start < quote.first and text.tags[start] == g.COORDINATOR:
        start += 1
    return start


def _before(text: Text, cue: Cue, left: int, whole: bool = True) -> Said | None:
    """ "A, Kim said."; not ``whole`` where A goes on after the attribution."""
    start = text.sentence(cue.first).start
    if left - 2 > start and text.low[left - 1] in text.language.words("phrases", "as"):
        left -= 1
    if cue.use not in (Use.FINITE, Use.PASSIVE) and left == cue.first:
        return None
    if "after" not in cue.verb.frames or left - 1 <= start or text.tags[left - 1] not in (g.COMMA, g.DASH):
        return None
    start = next((at + 1 for at in range(left - 1, start, -1) if text.tags[at] == g.SEMICOLON), start)
    while start < left and text.tags[start] == g.COORDINATOR:
        start += 1
    if text.low[start] in text.language.words("phrases", "leads"):
        return None
    if whole and not sentence_like(text, start, left - 1):
        return None
    return Said(((start, left - 1),), "content.before")


def _after(text: Text, cue: Cue, left: int, right: int, at: int, stop: int, wide: bool) -> Said | None:
    frames = cue.verb.frames | cue.verb.wide if wide else cue.verb.frames
    tag = text.tags[at]
    if text.tags[at] == g.COMMA and at + 1 < stop and _as(text, left - 1):
        return Said(((at + 1, content_end(text, at + 1, cue.first)),), "content.as")
    if _introduces(text, at, stop) and "quote" in frames:
        after = _quote_after(text, at + 1, stop, "content.quote-after")
        before = _before(text, cue, left) if text.tags[at] == g.COMMA else None
        return Said((*before.spans, *after.spans), "content.around") if before and _said(text, before) else after
    if tag == g.COLON and "quote" in frames:
        return Said(((at + 1, without_stop(text, at + 1, stop)),), "content.colon") if at + 1 < stop else None
    if tag == g.QUOTE and text.quote_of[at] >= 0 and "quote" in frames:
        return _quote_after(text, at, stop, "content.quote-after")
    if tag == g.COMMA and at + 2 < stop and text.tags[at + 1] == g.THAT:
        return Said(((at + 2, content_end(text, at + 2, cue.first)),), "content.that")
    if tag == g.COMMA:
        return _parenthetical(text, cue, left, at, stop)
    if (
        right < at
        and "audience" not in cue.verb.frames
        and tag not in (g.THAT, g.SUBJECT, g.DETERMINER, g.NAME, g.WORD, g.SUBORDINATOR, g.RELATIVE)
    ):
        at = right
    return _clause_after(text, cue, at, stop, frames)


def _as(text: Text, index: int) -> bool:
    """ "As Kim said, A": the word before the speaker at the front of a sentence."""
    return (
        index >= 0 and text.low[index] in text.language.words("phrases", "as") and index == text.sentence(index).start
    )


def _said(text: Text, before: Said) -> bool:
    """Whether the words before "Kim said, “…”" are his too, and not "In Seoul" or "After it ended"."""
    first, end = before.spans[0]
    quoted = any(text.quote_of[index] >= 0 for index in range(first, end))
    return quoted or (starts_clause(text, first) and finite(text, first - 1, end))


def _introduces(text: Text, at: int, stop: int) -> bool:
    """Whether a comma or colon leads to a quotation; after a colon it may begin the next paragraph."""
    if at + 1 >= len(text.low) or text.tags[at] not in (g.COMMA, g.COLON) or text.quote_of[at + 1] < 0:
        return False
    return at + 1 < stop or text.tags[at] == g.COLON


def _quote_after(text: Text, first: int, stop: int, why: str) -> Said:
    quote = text.quotes[text.quote_of[first]]
    return Said(((first, max(quote.end, content_end(text, first, first) if quote.end < stop - 1 else quote.end)),), why)


def _parenthetical(text: Text, cue: Cue, left: int, at: int, stop: int) -> Said | None:
    """ "A, Kim said, B." and "Kim said, in Seoul, that B"."""
    before = _before(text, cue, left, whole=False)
    if before is not None:
        return _around(text, cue, before, at, stop)
    again = next((index for index in range(at + 1, stop) if text.tags[index] == g.COMMA), None)
    if again is None or again + 1 >= stop:
        return None
    if text.quote_of[again + 1] >= 0:
        return _quote_after(text, again + 1, stop, "content.quote-after")
    if text.tags[again + 1] == g.THAT:
        return (
            Said(((again + 2, content_end(text, again + 2, cue.first)),), "content.that") if again + 2 < stop else None
        )
    return None


def _around(text: Text, cue: Cue, before: Said, at: int, stop: int) -> Said | None:
    """ "A, Kim said, B.": B belongs to it, unless a new clause about something else begins."""
    first, last = before.spans[0]
    complete = (
        sentence_like(text, first, last) and text.tags[first] != g.SUBORDINATOR and text.tags[last - 1] not in OPEN
    )
    if not (complete or sentence_like(text, first, last) or finite(text, at, stop)):
        return None
    go_on = at + 1 < stop and (_goes_on(text, at + 1) if complete else text.tags[at + 1] != g.PARTICIPLE)
    end = content_end(text, at + 1, cue.first) if go_on else at + 1
    return Said((*before.spans, (at + 1, end)) if end > at + 1 else before.spans, "content.around")


def _goes_on(text: Text, index: int) -> bool:
    """Whether a complete clause is said to go on: "… elsewhere, she said, since nobody reads it"."""
    return text.tags[index] in GOES_ON or text.low[index] in text.language.words("phrases", "content_joins")


def _clause_after(text: Text, cue: Cue, at: int, stop: int, frames: frozenset[str]) -> Said | None:
    if text.tags[at] == g.THAT and "that" in frames and at + 1 < stop:
        first = at + 1 + (text.tags[at + 1] == g.COMMA)
        return Said(((first, content_end(text, first, cue.first)),), "content.that") if first < stop else None
    end = content_end(text, at, cue.first)
    if "names" in frames:
        end = _last_quote_end(text, at, end)
    return Said(((at, end),), "content.clause") if fits(text, at, end, frames) else None


def _last_quote_end(text: Text, first: int, end: int) -> int:
    """ "called it “small” on Wednesday": what somebody is called ends with the words in quotation marks."""
    quote = next((text.quote_of[at] for at in range(end - 1, first, -1) if text.quote_of[at] >= 0), None)
    return end if quote is None else text.quotes[quote].end
