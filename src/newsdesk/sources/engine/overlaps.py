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
    """The attributions, none of whose content runs over the comma that a later attribution begins with."""
    marks = sorted({mark for each in found if (mark := _mark(text, each)) is not None})
    return [each._replace(content=_cut_all(each, marks)) for each in found]


def _cut_all(each: Attribution, marks: Sequence[int]) -> tuple[Range, ...]:
    first, *rest = each.content
    kept = [span for span in rest if span[0] - 1 not in marks]
    return tuple(_cut(each, span, marks) for span in (first, *kept))


def _mark(text: Text, each: Attribution) -> int | None:
    """The comma before "Lee added", where an attribution of its own stands behind it."""
    if each.cue is None or each.source is None or each.verb is None and "cue.according" not in each.why:
        return None
    mark = min(each.cue[0], each.source[0]) - 1
    if CLOSING.isdisjoint(each.why):
        mark = _before_lead(text, mark) if _clause_of_its_own(each) else -1
    return mark if mark >= 0 and text.tags[mark] == g.COMMA else None


def _clause_of_its_own(each: Attribution) -> bool:
    """Whether somebody named in front of a finite verb says something: ", though he cautioned that"."""
    return each.verb is not None and "say" in each.verb.frames and not OWN.isdisjoint(each.why)


def _before_lead(text: Text, index: int) -> int:
    while index >= 0 and text.tags[index] in (g.SUBORDINATOR, g.COORDINATOR, g.ADVERB):
        index -= 1
    return index


def _cut(each: Attribution, span: Range, marks: Sequence[int]) -> Range:
    first, end = span
    if each.cue is None or each.cue[0] > first:
        return span
    place = bisect_right(marks, first)
    return (first, marks[place]) if place < len(marks) and marks[place] < end else span
