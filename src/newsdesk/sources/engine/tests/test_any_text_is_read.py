"""Whatever it is given, the engine returns what it can: verbatim, in order, and in a time that grows with the text."""

from __future__ import annotations

import re
import sys
from datetime import date
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.sources.engine import Record, Span, for_scoring, read

DAY = date(2026, 3, 17)
SAID = """
said told Kim Olin he she they the a minister who that and but according to Reuters AFP reported citing quoted as saying
on Monday Oct. 4 reportedly likely adding denied study shows officials of in not would U.S. Mr. I you 12 3.5 's
, . ; : ? ! ( ) - – — … ' " “ ” ‘ ’ « » „ `` ''
"""
WORDS = [*re.split(r"\s+", SAID.strip()), "\n\n"]
ARTICLE = """“We waited,” said Mara Olin, the harbour minister. “Nobody came.”

The bridge will likely stay shut until May, Olin told lawmakers on Monday, the Coast Radio news agency reported. She
said the mayor had told her that it was unsafe, according to AFP.

"They knew," a port official said, citing two letters, "and they did nothing." Six people were reportedly hurt.

"""
STRANGE = [
    "",
    " ",
    "word",
    '"',
    "“””„«",
    "said",
    "said said said",
    "«Ми готові», — сказав міністр Олійник у понеділок, повідомляє Укрінформ. «Чекаємо».",
    "部长说：“我们准备好了。”据新华社报道。",
    "\ufeff\u200b\u0000\ud800",
    "'''''''''''''",
    "Kim said:",
    ': "a" said, "',
    "According to",
    "İstanbul’da said “ﬃ” ẞ",
    "a\r\nb\u2028c",
]


def spans(record: Record) -> list[Span]:
    found = list(record.unsourced_hedges)
    for statement in record.statements:
        found += [*statement.content, *statement.hedges, *(link.mention for link in statement.chain)]
        found += [statement.cue] if statement.cue else []
    return found


def check(text: str) -> None:
    record = read(text, DAY)
    for span in spans(record):
        assert 0 <= span.start < span.end <= len(text)
        assert span.text == text[span.start : span.end]
    for statement in record.statements:
        assert list(statement.content) == sorted(statement.content)
        assert all(one.end <= other.start for one, other in zip(statement.content, statement.content[1:], strict=False))
        assert statement.chain
    firsts = [statement.content[0].start for statement in record.statements]
    assert firsts == sorted(firsts)
    for_scoring(text)


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_is_read(text: str) -> None:
    check(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_words_of_reporting_in_any_order_are_read(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_are_read(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(ARTICLE)), st.integers(0, len(ARTICLE)))
def test_torn_articles_are_read(first: int, end: int) -> None:
    check(ARTICLE[min(first, end) : max(first, end)])


@pytest.mark.parametrize(
    "piece",
    [
        ARTICLE,
        "Kim said that he told AFP that they ",
        '"Yes," he said, "',
        "“ ‘ ",
        "reportedly the minister, who said, ",
        "Kim Olin and Mara Kim, the minister, ",
        "«Так», — сказав він. ",
        "said\n\n",
    ],
)
def test_steps_grow_with_the_text(piece: str) -> None:
    """Counted in lines run, not in seconds: twice the text is about twice the work."""
    read(piece, DAY)  # loads the words of the language
    short, long = steps(piece * 30), steps(piece * 120)
    assert long < 4.6 * short


def steps(text: str) -> int:
    count = 0

    def local(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return local

    before = sys.gettrace()
    sys.settrace(local)
    try:
        read(text, DAY)
    finally:
        sys.settrace(before)
    return count
