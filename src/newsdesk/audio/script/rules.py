"""The rules of a language: what is printed, and how it is said. The earliest in the text wins, then the first written.

What a rule has said is not looked at again, so no rule can undo another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from newsdesk.audio.script.language import Language, language
from newsdesk.audio.script.readings import READINGS

NAMED = re.compile(r"\{([a-z_]+)\}")
FIELD = re.compile(r"\{([a-z+]+)(?:\|([a-z]+)(?::([\w.]*))?)?\}")
ENDING = re.compile(r"[\s\"”’'»“)\]]*\Z")

Say = Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """``name`` stands in the language's file and in the messages of tests."""

    name: str
    pattern: re.Pattern[str]
    say: Say


class Piece(NamedTuple):
    """A stretch of text; ``claimed`` where a rule has said it."""

    text: str
    claimed: bool


def pieces(text: str, rules: tuple[Rule, ...]) -> Iterator[Piece]:
    """``text`` in stretches, in order, those that rules claim being said already."""
    at = 0
    for found, rule in _matches(text, rules):
        if found.start() > at:
            yield Piece(text[at : found.start()], False)
        yield Piece(rule.say(found) + _stop(text, found), True)
        at = found.end()
    if at < len(text):
        yield Piece(text[at:], False)


def _matches(text: str, rules: tuple[Rule, ...]) -> Iterator[tuple[re.Match[str], Rule]]:
    """Each rule looks on from where it found something, so a text is gone through once a rule."""
    ahead = _found(text, rules, range(len(rules)), 0)
    while ahead:
        best = min(ahead, key=lambda number: (ahead[number].start(), number))
        found = ahead[best]
        yield found, rules[best]
        at = max(found.end(), found.start() + 1)
        passed = [number for number, one in ahead.items() if one.start() < at]
        for number in passed:
            del ahead[number]
        ahead |= _found(text, rules, passed, at)


def _found(text: str, rules: tuple[Rule, ...], numbers: Iterable[int], at: int) -> dict[int, re.Match[str]]:
    """What these rules find first from ``at`` on, those that find nothing left out."""
    looked = {number: rules[number].pattern.search(text, at) for number in numbers}
    return {number: found for number, found in looked.items() if found}


def _stop(text: str, found: re.Match[str]) -> str:
    """The full stop of an abbreviation that ends the sentence as well."""
    return "." if found.group().endswith(".") and ENDING.match(text, found.end()) else ""


def rules_of(code: str) -> tuple[Rule, ...]:
    """The rules of a language's code, in the order in which they are written; none where it has no folder."""
    return _rules(language(code))


@cache
def _rules(known: Language) -> tuple[Rule, ...]:
    named = _named(known)
    return tuple(_rule(known, row, named) for row in known.rows("rule"))


def _named(known: Language) -> dict[str, str]:
    """The patterns that rules name in braces: those written, and for each table the words it has."""
    named: dict[str, str] = {}
    for name, pattern in known.table("patterns").items():
        named[name] = f"(?:{_filled(pattern, known, named)})"
    return named


def _filled(pattern: str, known: Language, named: dict[str, str]) -> str:
    return NAMED.sub(lambda found: named.get(found[1]) or _any_of(known.table(found[1])), pattern)


def _any_of(table: dict[str, Any]) -> str:
    """Any word of a table, the longest first; a table that is not there would match everywhere."""
    if not table:
        raise LookupError("a rule names a table that its language has not")
    return "(?:" + "|".join(map(re.escape, sorted(table, key=lambda word: (-len(word), word)))) + ")"


def _rule(known: Language, row: dict[str, Any], named: dict[str, str]) -> Rule:
    inner = _filled(row["printed"], known, named)
    pattern = inner if row.get("within") else rf"(?<!\w)(?:{inner})(?!\w)"
    flags = re.IGNORECASE if row.get("any_case") else re.NOFLAG
    return Rule(row["name"], re.compile(pattern, flags), _saying(known, row["said"]))


def _saying(known: Language, template: str) -> Say:
    return lambda found: FIELD.sub(lambda field: _read(known, found, field), template)


def _read(known: Language, found: re.Match[str], field: re.Match[str]) -> str:
    values = tuple(found[name] or "" for name in field[1].split("+"))
    if not values[0]:
        return ""
    return READINGS[field[2]](known, values, field[3] or "") if field[2] else values[0]
