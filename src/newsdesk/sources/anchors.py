"""Words of a text, found again after the text was edited: pure.

The shape is the W3C's TextQuoteSelector: the exact words, and some of what stood before and after them, which tells two
places of the same words apart. https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

AROUND = 32
"""Characters kept of what stands before and after."""

_ALIKE = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "–": "-",
        "—": "-",
    }
)
"""What an editor's tools change without changing the words; each character for one, so that offsets hold."""


@dataclass(frozen=True, slots=True)
class Quote:
    exact: str
    prefix: str = ""
    suffix: str = ""


def quote(text: str, start: int, end: int) -> Quote:
    """The anchor of ``text[start:end]``."""
    return Quote(text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def find(text: str, wanted: Quote, near: int = 0) -> tuple[int, int] | None:
    """Where the words stand now (start, end), or None where they are gone.

    Of several places the one whose surroundings are most like those remembered is taken, and of those the nearest to
    ``near``.
    """
    if not wanted.exact:
        return None
    plain, exact = text.translate(_ALIKE), wanted.exact.translate(_ALIKE)
    places = list(_occurrences(plain, exact))
    if not places:
        return None
    prefix, suffix = wanted.prefix.translate(_ALIKE), wanted.suffix.translate(_ALIKE)
    start = max(places, key=lambda at: (_likeness(plain, at, at + len(exact), prefix, suffix), -abs(at - near)))
    return start, start + len(exact)


def as_it_stands(text: str, selected: str) -> str:
    """Words selected on a screen with the line breaks of the text, where it has them.

    A browser ends a line and a paragraph alike when it copies, and a form sends each break as two characters.
    """
    lines = [line.strip().translate(_ALIKE) for line in selected.strip().splitlines() if line.strip()]
    found = re.search(r"\s+".join(map(re.escape, lines)), text.translate(_ALIKE)) if len(lines) > 1 else None
    return text[found.start() : found.end()] if found else selected.strip()


def find_all(text: str, wanted: tuple[Quote, ...]) -> tuple[tuple[int, int], ...] | None:
    """The places of several anchors, or None where one of them is gone."""
    found = tuple(place for one in wanted if (place := find(text, one)))
    return found if len(found) == len(wanted) else None


def likeness(text: str, place: tuple[int, int], wanted: Quote) -> int:
    """How many characters next to a place are as an anchor remembers them, on both sides."""
    prefix, suffix = wanted.prefix.translate(_ALIKE), wanted.suffix.translate(_ALIKE)
    return _likeness(text.translate(_ALIKE), *place, prefix, suffix)


def _occurrences(text: str, exact: str) -> Iterator[int]:
    at = text.find(exact)
    while at >= 0:
        yield at
        at = text.find(exact, at + 1)


def _likeness(text: str, start: int, end: int, prefix: str, suffix: str) -> int:
    """How many characters next to the words are as remembered, on both sides."""
    before = text[max(0, start - len(prefix)) : start]
    return _common(reversed(before), reversed(prefix)) + _common(iter(text[end : end + len(suffix)]), iter(suffix))


def _common(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
