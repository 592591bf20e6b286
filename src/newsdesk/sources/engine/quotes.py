"""Which words stand between quotation marks, whatever marks were used and even where one was forgotten."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from newsdesk.sources.engine.tokens import Token

DOUBLE = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "‟", "「", "」", "『", "』", "＂"})
SINGLE = frozenset({"'", "‘", "’", "‚", "‹", "›"})
ANY = DOUBLE | SINGLE
OPENING = frozenset({"“", "„", "«", "``", "‘", "‚", "‟", "「", "『", "‹"})
STRAIGHT = frozenset({'"', "＂"})
CLOSING = frozenset({"”", "»", "''", "’", "」", "』", "›"})


class Quote(NamedTuple):
    """Tokens ``first`` to ``end`` (exclusive), marks included; ``runs_on`` where the next paragraph opens it again."""

    first: int
    end: int
    closed: bool
    runs_on: bool


class Role(Enum):
    OPENS = 1
    CLOSES = 2
    EITHER = 3


def quotes(
    source: str, tokens: Sequence[Token], paragraphs: Sequence[range], sentences: Sequence[range]
) -> list[Quote]:
    """The outermost quotations in the order of the text; none crosses a paragraph."""
    found: list[Quote] = []
    ends = [sentence.stop for sentence in sentences]
    places = [index for index, token in enumerate(tokens) if token.text in ANY]
    for number, paragraph in enumerate(paragraphs):
        follower = paragraphs[number + 1].start if number + 1 < len(paragraphs) else None
        inside = _within(places, paragraph)
        if inside:
            found += _in_paragraph(_Marks(source, tokens, paragraph, inside), ends, follower)
    return found


def _within(places: Sequence[int], between: range) -> Sequence[int]:
    return places[bisect_left(places, between.start) : bisect_left(places, between.stop)]


class _Marks:
    """The marks of one paragraph, which stand at ``places``, and the role each can have by the space around it."""

    def __init__(self, source: str, tokens: Sequence[Token], paragraph: range, places: Sequence[int]) -> None:
        self.source, self.tokens, self.paragraph, self.places = source, tokens, paragraph, places

    def double(self) -> list[int]:
        return [index for index in self.places if self.tokens[index].text in DOUBLE]

    def single(self, between: range) -> list[int]:
        return [index for index in _within(self.places, between) if self.tokens[index].text in SINGLE]

    def straight(self, index: int) -> bool:
        return self.tokens[index].text in STRAIGHT

    def role(self, index: int) -> Role:
        before = (
            self.source[self.tokens[index].start - 1 : self.tokens[index].start] if self.tokens[index].start else " "
        )
        after = self.source[self.tokens[index].end : self.tokens[index].end + 1] or " "
        opens = (before.isspace() or before in "([{—–-/:") and not after.isspace()
        closes = not before.isspace() and (after.isspace() or after in ")]},.;:!?—–-/")
        if opens != closes:
            return Role.OPENS if opens else Role.CLOSES
        mark = self.tokens[index].text
        return Role.OPENS if mark in OPENING else Role.CLOSES if mark in CLOSING else Role.EITHER


def _in_paragraph(marks: _Marks, sentence_ends: Sequence[int], follower: int | None) -> Iterator[Quote]:
    double = [(index, marks.role(index)) for index in marks.double()]
    yield from _with_single(marks, list(_pair(marks, double, sentence_ends, follower)))


def _pair(marks: _Marks, double: list[tuple[int, Role]], ends: Sequence[int], follower: int | None) -> Iterator[Quote]:
    nests = _balanced(double)
    opened: int | None = None
    depth = 0
    for index, role in double:
        if opened is None:
            if role is not Role.CLOSES:
                opened, depth = index, 1
            continue
        other = marks.straight(index) != marks.straight(opened)
        if role is Role.OPENS and (nests or other):
            depth += 1
        elif role is Role.OPENS:
            yield Quote(opened, _first_end(ends, opened, index), False, False)
            opened, depth = index, 1
        elif depth > 1 and (nests or other):
            depth -= 1
        else:
            yield Quote(opened, index + 1, True, False)
            opened = None
    if opened is not None:
        yield _unclosed(marks, opened, ends, follower)


def _balanced(double: list[tuple[int, Role]]) -> bool:
    roles = [role for _, role in double]
    return Role.EITHER not in roles and roles.count(Role.OPENS) == roles.count(Role.CLOSES)


def _unclosed(marks: _Marks, opened: int, ends: Sequence[int], follower: int | None) -> Quote:
    stop = marks.paragraph.stop
    if follower is not None and marks.tokens[follower].text in DOUBLE and marks.tokens[follower].text not in CLOSING:
        return Quote(opened, stop, False, True)
    whole = opened == marks.paragraph.start
    return Quote(opened, stop if whole else _first_end(ends, opened, stop), False, False)


def _first_end(ends: Sequence[int], opened: int, latest: int) -> int:
    """The end of the sentence a forgotten mark stands in, at the latest the next mark."""
    place = bisect_right(ends, opened)
    return min(ends[place], latest) if place < len(ends) else latest


def _with_single(marks: _Marks, found: list[Quote]) -> Iterator[Quote]:
    """Adds quotations in single marks, which count outside double ones only."""
    at = marks.paragraph.start
    for quote in [*found, None]:
        yield from _single(marks, range(at, quote.first if quote else marks.paragraph.stop))
        if quote:
            yield quote
            at = quote.end


def _single(marks: _Marks, between: range) -> Iterator[Quote]:
    places = [(index, marks.role(index)) for index in marks.single(between)]
    opened: int | None = None
    for index, role in places:
        if opened is None and role is Role.OPENS and _opens_words(marks, index, between):
            opened = index
        elif opened is not None and role is Role.CLOSES:
            yield Quote(opened, index + 1, True, False)
            opened = None
    if opened is not None and opened == marks.paragraph.start and marks.tokens[opened].text in OPENING:
        yield Quote(opened, between.stop, False, True)


def _opens_words(marks: _Marks, index: int, between: range) -> bool:
    """Whether a single mark opens a quotation; the one of ``'90s`` or ``’em`` does not."""
    return (
        index + 1 < between.stop
        and marks.tokens[index].text not in CLOSING
        and marks.tokens[index + 1].text[0].isalpha()
    )
