""" "According to X, A" and "A, according to X"."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution, Range
from newsdesk.sources.engine.boundaries import content_end
from newsdesk.sources.engine.clauses import finite
from newsdesk.sources.engine.subjects_after import with_name
from newsdesk.sources.engine.text import Text

LEADING = frozenset({g.COORDINATOR, g.ADVERB, g.SUBORDINATOR})


def according(text: Text) -> Iterator[Attribution]:
    """An attribution for each such phrase outside quotations."""
    for index, length in text.language.phrases("cues", "according").find(text.low, range(len(text.low))):
        if text.quote_of[index] < 0 and index + length < len(text.low):
            made = _attribution(text, index, index + length)
            if made is not None:
                yield made


def _attribution(text: Text, first: int, end: int) -> Attribution | None:
    sentence = text.sentence(first)
    source_end = _source_end(text, end, sentence.stop)
    if source_end == end:
        return None
    source_end = with_name(text, end, source_end, sentence.stop)
    if text.low[source_end - 1] in text.language.words("cues", "no_source"):
        return None
    lead = text.tags[sentence.start]
    opening = first == sentence.start or (first == sentence.start + 1 and lead in LEADING)
    content = _after(text, source_end, sentence) if opening else _before(text, first, source_end, sentence)
    why = ("cue.according", "content.after" if opening else "content.before")
    return Attribution((first, end), (end, source_end), content, why) if content else None


def _source_end(text: Text, index: int, stop: int) -> int:
    while (
        index < stop
        and text.tags[index] not in g.CLAUSE_MARKS
        and text.tags[index] not in (g.RELATIVE, g.THAT, g.AUXILIARY)
    ):
        index += 1
    return index


def _after(text: Text, index: int, sentence: range) -> tuple[Range, ...]:
    comma = next((at for at in range(index, sentence.stop) if text.tags[at] == g.COMMA), None)
    if comma is not None and comma + 1 < sentence.stop and text.tags[comma + 1] == g.RELATIVE:
        comma = next((at for at in range(comma + 1, sentence.stop) if text.tags[at] == g.COMMA), None)
    if comma is None or comma + 1 >= sentence.stop:
        return ()
    end = content_end(text, comma + 1, comma)
    quote = text.quote_of[comma + 1]
    return ((comma + 1, max(end, text.quotes[quote].end) if quote >= 0 else end),)


def _before(text: Text, first: int, source_end: int, sentence: range) -> tuple[Range, ...]:
    """What stands before the phrase, and what goes on after it where that is no clause yet."""
    end = first - 1 if text.tags[first - 1] in (g.COMMA, g.DASH) else first
    quote = text.quote_of[end - 1]
    start = min(sentence.start, text.quotes[quote].first) if quote >= 0 else sentence.start
    while start < end and text.tags[start] == g.COORDINATOR:
        start += 1
    if end <= start:
        return ()
    after = source_end + 1
    goes_on = after < sentence.stop and text.tags[source_end] == g.COMMA and text.tags[after] != g.RELATIVE
    if not goes_on or _complete(text, start, end):
        return ((start, end),)
    return ((start, end), (after, content_end(text, after, first)))


def _complete(text: Text, start: int, end: int) -> bool:
    return finite(text, start - 1, end) and text.tags[end - 1] not in (g.AUXILIARY, g.VERB, g.PREPOSITION)
