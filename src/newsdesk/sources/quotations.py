"""Whether two quotations are the same one in other words: pure."""

from __future__ import annotations

import re

LONG = 5  # words; in shorter ones, the same words are chance
SHARED = 0.75
"""The part of the shorter quotation's words, in their order, that the longer has too."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def altered(one: str, other: str) -> bool:
    """Whether most words are shared but neither stands in the other as it is: a part of a quotation is no other one."""
    mine, theirs = words(one), words(other)
    short, long = sorted((mine, theirs), key=len)
    return len(short) >= LONG and not within(short, long) and shared(short, long) >= SHARED


def shared(short: list[str], long: list[str]) -> float:
    """The longest common subsequence of words, as a part (0 to 1) of the shorter quotation."""
    row = [0] * (len(long) + 1)
    for word in short:
        before = 0
        for place, theirs in enumerate(long, 1):
            here = row[place]
            row[place] = before + 1 if word == theirs else max(here, row[place - 1])
            before = here
    return row[-1] / len(short)


def within(short: list[str], long: list[str]) -> bool:
    size = len(short)
    return any(long[start : start + size] == short for start in range(len(long) - size + 1))


def words(text: str) -> list[str]:
    """Words without case, marks and kinds of apostrophe."""
    return _WORD.findall(text.replace("’", "'").casefold())
