"""Gives a quotation without a cue of its own to whoever was speaking before it."""

from __future__ import annotations

from collections.abc import Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution, last_token
from newsdesk.sources.engine.orphans import taken_quotes
from newsdesk.sources.engine.text import Quote, Text

SHORT = 4


def continued(text: Text, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the quotations that go on after them as further spans."""
    spans = [list(each.content) for each in found]
    taken = taken_quotes(text, found)
    ends = sorted((last_token(each), number) for number, each in enumerate(found))
    place, last = 0, -1
    for number, quote in enumerate(text.quotes):
        while place < len(ends) and ends[place][0] <= quote.first:
            last = ends[place][1]
            place += 1
        if taken[number] or last < 0 or not _whole(text, quote) or not _near(text, found[last], spans[last], quote):
            continue
        spans[last].append((quote.first, quote.end))
    return [each._replace(content=tuple(said)) for each, said in zip(found, spans, strict=True)]


def _whole(text: Text, quote: Quote) -> bool:
    """Whether a quotation is a sentence or more, and all of its sentence."""
    starts = quote.first == text.sentence(quote.first).start
    ends = quote.end == text.sentence(quote.end - 1).stop
    return starts and ends and quote.end - quote.first >= SHORT


def _near(text: Text, before: Attribution, spans: Sequence[tuple[int, int]], quote: Quote) -> bool:
    """The quotation before it, or the cue, stands in the same paragraph, or in the one before where a quotation ended."""
    last = max(last_token(before), *(end for _, end in spans))
    if not any(text.quote_of[first] >= 0 or text.quote_of[end - 1] >= 0 for first, end in spans):
        return False
    away = text.paragraph_of[quote.first] - text.paragraph_of[last - 1]
    return away == 0 or (away == 1 and text.tags[quote.first] == g.QUOTE)
