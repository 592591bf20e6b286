"""A body's running text as one string, and the way back from its characters to places in blocks.

Statements are looked for in paragraphs and lists; headings, tables, boxes and repeated words are not somebody
speaking in this text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.article.body import PLAIN, Body

READ = ("paragraph", "list")
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a body: the number of the block, and characters ``start`` to ``end`` (exclusive) of its plain text."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Prose:
    """``text`` and where each of its ``blocks`` (numbers in the body) starts in it."""

    text: str
    blocks: tuple[int, ...]
    starts: tuple[int, ...]

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """The places of ``text[start:end]``, one for each block it reaches into."""
        return tuple(place for place in self._places(start, end) if place.start < place.end)

    def has(self, place: Place) -> bool:
        """Whether there are such words."""
        if place.block not in self.blocks:
            return False
        number = self.blocks.index(place.block)
        return 0 <= place.start < place.end <= self._ends(number) - self.starts[number]

    def offset(self, place: Place) -> tuple[int, int]:
        """Where a place starts and ends in ``text``; the way back of ``places``."""
        start = self.starts[self.blocks.index(place.block)]
        return start + place.start, start + place.end

    def words(self, place: Place) -> str:
        start, end = self.offset(place)
        return self.text[start:end]

    def _places(self, start: int, end: int) -> Iterator[Place]:
        first = max(0, bisect_right(self.starts, start) - 1)
        for number in range(first, len(self.starts)):
            begins = self.starts[number]
            if begins >= end:
                return
            yield Place(self.blocks[number], max(start, begins) - begins, min(end, self._ends(number)) - begins)

    def _ends(self, number: int) -> int:
        after = number + 1
        return self.starts[after] - len(BETWEEN) if after < len(self.starts) else len(self.text)


def prose(body: Body) -> Prose:
    """The running text of a body, a blank line between blocks and a line for each item of a list."""
    blocks, starts, parts, at = [], [], [], 0
    for number, block in enumerate(body):
        if block.kind in READ and (words := PLAIN[block.kind](block)):
            blocks.append(number)
            starts.append(at)
            parts.append(words)
            at += len(words) + len(BETWEEN)
    return Prose(BETWEEN.join(parts), tuple(blocks), tuple(starts))
