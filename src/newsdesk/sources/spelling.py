"""Names that are nearly the same, and probably one name: pure."""

from __future__ import annotations

import unicodedata

LONG = 6  # letters; in shorter ones, a letter is often the difference between two people


def nearly_the_same(one: str, other: str) -> bool:
    """Whether two names differ by accents, hyphens or case alone, or by one letter of one long part."""
    mine, theirs = folded(one).split(), folded(other).split()
    if not mine or one.casefold() == other.casefold():
        return False
    if mine == theirs:
        return True
    if len(mine) != len(theirs):
        return False
    different = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
    return len(different) == 1 and min(map(len, different[0])) >= LONG and one_edit(*different[0])


def one_edit(one: str, other: str) -> bool:
    """Whether one letter was changed, added, left out, or two neighbours exchanged (Damerau 1964)."""
    short, long = sorted((one, other), key=len)
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    if len(long) - len(short) == 1:
        return short[at:] == long[at + 1 :]
    if len(long) != len(short) or at == len(short):
        return False
    exchanged = short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or exchanged == long[at:]


def folded(name: str) -> str:
    """Without accents and case, hyphens as blanks."""
    plain = unicodedata.normalize("NFKD", name.replace("-", " ").replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
