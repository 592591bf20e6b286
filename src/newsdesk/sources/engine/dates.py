"""The day a statement is tied to, found in the words of its attribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from newsdesk.sources.engine.days import days
from newsdesk.sources.engine.grammar import VERB
from newsdesk.sources.engine.language import Language
from newsdesk.sources.engine.lexicon import verbs
from newsdesk.sources.engine.text import Text

REACH = 7
"""How many words before a day are asked whether it is another event's."""

BREAKS = frozenset(",;:—–()")


def said_on(text: Text, published: date, ranges: Iterable[range]) -> date | None:
    """The first day that the words of an attribution name, or None.

    ``ranges`` are tokens without those of the content, the utterance before its report. A day that belongs to an event
    ("elected on Monday", "after the vote on Tuesday") is not the statement's.
    """
    for words in ranges:
        for index, end, day in _times(text, published, words):
            if day and day <= published and _is_theirs(text, words, index, end):
                return day
    return None


def day_at(text: Text, published: date, index: int) -> tuple[int, date | None] | None:
    """How many words a time has that begins at ``index``, with what opens it ("on"), and its day.

    The day is None where the words name none ("last week", "in August").
    """
    return days(text.language).at(text.low, index, published)


def _times(text: Text, published: date, words: range) -> Iterator[tuple[int, int, date | None]]:
    reader, low, end = days(text.language), text.low, words.start
    for index in words:
        found = reader.at(low, index, published) if index >= end else None
        if found:
            end = index + found[0]
            yield index, end, found[1]


def _is_theirs(text: Text, words: range, index: int, end: int) -> bool:
    blockers, events, tied, utterances = _rules(text.language)
    low = text.low
    if low[end : end + 1] == ["'s"]:
        return any(word in utterances for word in low[end + 1 : end + 4])
    if index == words.start:
        return True
    before = low[index - 1]
    if before in blockers or (
        text.tags[index - 1] == VERB and before not in tied and before not in verbs(text.language)
    ):
        return False
    return not any(word in events for word in _clause_before(low, words.start, index))


def _clause_before(low: Sequence[str], first: int, index: int) -> Iterator[str]:
    for place in range(index - 1, max(first, index - REACH) - 1, -1):
        if low[place] in BREAKS:
            return
        yield low[place]


@cache
def _rules(language: Language) -> list[frozenset[str]]:
    return [language.words("dates", key) for key in ("blockers", "events", "tied", "utterances")]
