"""The container of AVIF: boxes, and items whose bytes lie at places a table tells.

https://www.iso.org/standard/83102.html (ISO/IEC 14496-12, boxes iinf and iloc)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """``start`` is where the body begins in the file, ``end`` where it ends, ``name`` where the type is written."""

    type: bytes
    name: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """``extents`` are pairs of start and end in the file."""

    type: bytes
    extents: tuple[tuple[int, int], ...]


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places, as far as they are whole."""
    at = start
    while at + 8 <= end:
        size, head = int.from_bytes(data[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        size = size or end - at
        if size < head or at + size > end:
            return
        yield Box(data[at + 4 : at + 8], at + 4, at + head, at + size)
        at += size


def inside(data: bytes, meta: Box) -> Iterator[Box]:
    """The boxes inside ``meta``, which has a version and flags before them."""
    return boxes(data, meta.start + 4, meta.end)


def items(data: bytes, meta: Box) -> list[Item]:
    """The items ``meta`` tells of; one whose bytes are said to lie outside the file has none."""
    parts = {box.type: box for box in inside(data, meta)}
    if b"iinf" not in parts or b"iloc" not in parts:
        return []
    types, within = _types(data, parts[b"iinf"]), parts.get(b"idat")
    return [Item(types.get(id, b""), extents) for id, extents in _places(data, parts[b"iloc"], within)]


class _Reader:
    """Reads numbers of given sizes one after another; behind the end everything is 0."""

    def __init__(self, data: bytes, at: int, end: int) -> None:
        self.data, self.at, self.end = data, at, end

    def number(self, size: int) -> int:
        self.at += size
        return int.from_bytes(self.data[self.at - size : min(self.at, self.end)], "big")

    def numbers(self, count: int) -> Iterator[int]:
        """Counts up to ``count`` as long as anything is left to read."""
        for index in range(count):
            if self.at >= self.end:
                return
            yield index


def _types(data: bytes, iinf: Box) -> dict[int, bytes]:
    version = data[iinf.start]
    types = {}
    for entry in boxes(data, iinf.start + (6 if version == 0 else 8), iinf.end):
        wide = 4 if data[entry.start] == 3 else 2
        at = entry.start + 4
        types[int.from_bytes(data[at : at + wide], "big")] = data[at + wide + 2 : at + wide + 6]
    return types


def _places(data: bytes, iloc: Box, idat: Box | None) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    read = _Reader(data, iloc.start, iloc.end)
    version, _, sizes, more = read.number(1), read.number(3), read.number(1), read.number(1)
    index_size = more & 15 if version else 0
    for _ in read.numbers(read.number(4 if version == 2 else 2)):
        id, method = read.number(4 if version == 2 else 2), read.number(2) & 15 if version else 0
        _, base = read.number(2), read.number(more >> 4)
        origin, limit = (idat.start, idat.end) if method == 1 and idat else (0, len(data))
        extents = []
        for _ in read.numbers(read.number(2)):
            _, offset, length = read.number(index_size), read.number(sizes >> 4), read.number(sizes & 15)
            start = origin + base + offset
            if start + length <= limit:
                extents.append((start, start + length or limit))
        yield id, tuple(extents)
