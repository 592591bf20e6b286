"""Ends what one speaker says where the attribution of another begins: "Kim said A, Lee added"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution, Range
from newsdesk.sources.engine.text import Text

OWN = frozenset({"subject.before", "subject.pronoun"})
CLOSING = frozenset({"content.before", "content.around", "content.quote-before", "content.quote-after"})


def trimmed(text: Text, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, none of whose content runs into the words with which a later attribution begins."""
    ends = sorted({end for each in found if (end := _end_before(text, each)) is not None})
    return [each._replace(content=_cut_all(text, each, ends)) for each in found]


def _cut_all(text: Text, each: Attribution, ends: Sequence[int]) -> tuple[Range, ...]:
    first, *rest = each.content
    kept = [span for span in rest if span[0] - 1 not in ends or text.tags[span[0] - 1] != g.COMMA]
    return tuple(_cut(each, span, ends) for span in (first, *kept))


def _end_before(text: Text, each: Attribution) -> int | None:
    """Where something said must end before "Lee added": at the comma, or after a quotation mark behind one."""
    if each.cue is None or each.source is None or (each.verb is None and "cue.according" not in each.why):
        return None
    mark = min(each.cue[0], each.source[0]) - 1
    if CLOSING.isdisjoint(each.why):
        mark = _before_lead(text, mark) if _clause_of_its_own(each) else -1
    if mark < 1:
        return None
    if text.tags[mark] == g.QUOTE and text.low[mark - 1] == ",":
        return mark + 1
    return mark if text.tags[mark] == g.COMMA else None


def _clause_of_its_own(each: Attribution) -> bool:
    """Whether somebody named in front of a finite verb says something: ", though he cautioned that"."""
    return each.verb is not None and "say" in each.verb.frames and not OWN.isdisjoint(each.why)


def _before_lead(text: Text, index: int) -> int:
    while index >= 0 and text.tags[index] in (g.SUBORDINATOR, g.COORDINATOR, g.ADVERB):
        index -= 1
    return index


def _cut(each: Attribution, span: Range, ends: Sequence[int]) -> Range:
    first, end = span
    if each.cue is None or each.cue[0] > first:
        return span
    place = bisect_right(ends, first)
    return (first, ends[place]) if place < len(ends) and ends[place] < end else span
