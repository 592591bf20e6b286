"""Makes chains of flat attributions: whoever is closest to the fact first, then those who carried it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsdesk.sources.engine import grammar as g
from newsdesk.sources.engine.attribution import Attribution, place
from newsdesk.sources.engine.text import Text

HELPERS = 4  # "she had been told by"
POINTING = frozenset({g.SUBJECT, g.RELATIVE})
REPORTING = frozenset({"content.before", "content.around", "content.after"})


@dataclass(slots=True)
class Chained:
    """One statement in the making: its attribution, and those that carry it, innermost first.

    ``dropped`` tells that it is no statement of its
    own, ``folded`` into which it went as a carrier.
    """

    said: Attribution
    carriers: list[Attribution] = field(default_factory=list)
    dropped: bool = False
    folded: Chained | None = None


def chained(text: Text, found: Sequence[Attribution]) -> list[Chained]:
    """The statements of a text: attributions that only carry another are folded into its chain."""
    made = [Chained(each) for each in sorted(found, key=place)]
    for inner, outer in _pairs(made):
        _fold(text, inner, outer)
    return [each for each in made if not each.dropped]


def _pairs(made: Sequence[Chained]) -> Iterator[tuple[Chained, Chained]]:
    """Each attribution with every other whose content has its cue inside, the tightest first."""
    spans = sorted(
        ((first, end, number) for number, each in enumerate(made) for first, end in each.said.content),
        key=lambda span: (span[0], -span[1]),
    )
    pairs = []
    open_spans: list[tuple[int, int, int]] = []
    at = 0
    for number, each in sorted(enumerate(made), key=lambda pair: place(pair[1].said)):
        cue = place(each.said)
        while at < len(spans) and spans[at][0] <= cue:
            open_spans.append(spans[at])
            at += 1
        open_spans = [span for span in open_spans if span[1] > cue]
        pairs += [(end - first, number, outer) for first, end, outer in open_spans if outer != number]
    for _, inner, outer in sorted(pairs):
        yield made[inner], made[outer]


def _fold(text: Text, inner: Chained, outer: Chained) -> None:
    """Decides what two attributions are to each other, by the words between them."""
    target = inner.folded or inner
    if target is outer or outer.dropped or target.dropped or inner.said.cue is None:
        return
    if _only_carries(text, inner.said, outer.said):
        _carry(target, outer)
    elif _is_supposed(text, inner.said):
        inner.dropped = True
    elif _begins_with(text, inner.said, outer.said):
        _relay(text, inner, target, outer)
    else:
        _split(text, target, outer)


def _only_carries(text: Text, inner: Attribution, outer: Attribution) -> bool:
    """ "A, Kim said, Yonhap reported": the outer one says nothing but what the inner one says."""
    return not REPORTING.isdisjoint(outer.why) and inner.content[0][0] <= outer.content[0][0] + 1


def _is_supposed(text: Text, inner: Attribution) -> bool:
    """ "One investor fears that A, a banker said": what somebody without a name fears is what the banker stated."""
    if inner.source is None or inner.verb is None or "say" in inner.verb.frames:
        return False
    first, end = inner.source
    named = text.tags[first] in POINTING or g.NAME in text.tags[first:end]
    return not named and text.language.words("kinds", "document").isdisjoint(text.low[first:end])


def _begins_with(text: Text, inner: Attribution, outer: Attribution) -> bool:
    """ "Kovac said the mayor had told him that A": the inner speaker begins what the outer one says."""
    if inner.source is None:
        return False
    start = outer.content[0][0]
    if "subject.agent" in inner.why:
        return 0 <= place(inner) - start <= HELPERS
    if "subject.relative" in inner.why and inner.source[0] > start:
        return False  # "that he had a witness who would say that A"
    return start <= inner.source[0] <= start + 2 or (inner.source[0] <= start <= inner.source[1])


def _relay(text: Text, inner: Chained, target: Chained, outer: Chained) -> None:
    if _same_person(text, inner.said) and REPORTING.isdisjoint(outer.said.why):
        target.dropped = True
        return
    _carry(target, outer)


def _carry(inner: Chained, outer: Chained) -> None:
    inner.carriers += [outer.said, *outer.carriers]
    outer.dropped, outer.folded = True, inner


def _same_person(text: Text, inner: Attribution) -> bool:
    """ "Kim said he had told": the inner speaker is a pronoun, so most likely the outer one again."""
    return inner.source is not None and text.tags[inner.source[0]] == g.SUBJECT


def _split(text: Text, inner: Chained, outer: Chained) -> None:
    """ "She said A and that Y had told her B": two statements, the second carried by her."""
    first = outer.said.content[0][0]
    mark = _joint_before(text, inner.said, first)
    if mark is None or _same_person(text, inner.said):
        inner.dropped = True
        return
    inner.carriers.append(outer.said)
    outer.said = outer.said._replace(content=((first, mark), *outer.said.content[1:]))


def _joint_before(text: Text, inner: Attribution, first: int) -> int | None:
    """The "and" or comma that joins the inner attribution to what was said before it."""
    if inner.source is None:
        return None
    index = min(inner.source[0], place(inner)) - 1
    while index > first and text.tags[index] in (g.THAT, g.SUBORDINATOR):
        index -= 1
    if index <= first or text.tags[index] not in (g.COORDINATOR, g.COMMA):
        return None
    return index - 1 if text.tags[index - 1] == g.COMMA else index
