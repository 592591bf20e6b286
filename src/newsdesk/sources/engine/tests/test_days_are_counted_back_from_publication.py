"""Days: what a time names, and which of them a statement is tied to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.sources.engine.dates import day_at, said_on
from newsdesk.sources.engine.language import language
from newsdesk.sources.engine.text import Text, parse

WEDNESDAY = date(2026, 3, 4)


def read(words: str) -> Text:
    return parse(words, language("en"))


def day(words: str, published: date = WEDNESDAY) -> date | None:
    text = read(words)
    return said_on(text, published, [range(len(text.tokens))])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the harbour master said on Tuesday", date(2026, 3, 3)),
        ("she said Wednesday", date(2026, 3, 4)),
        ("she said last Wednesday", date(2026, 2, 25)),
        ("she said on Thursday", date(2026, 2, 26)),
        ("she said late on Friday night", date(2026, 2, 27)),
        ("he said on Monday last week", date(2026, 2, 23)),
        ("the council said on Sunday, 22 February", date(2026, 2, 22)),
        ("he wrote on 2 March", date(2026, 3, 2)),
        ("he wrote on March 2nd", date(2026, 3, 2)),
        ("he wrote on the 2nd of March", date(2026, 3, 2)),
        ("he wrote on 5 March", date(2025, 3, 5)),
        ("it reported on Oct. 4, citing", date(2025, 10, 4)),
        ("a letter dated 30 June 2019", date(2019, 6, 30)),
        ("a letter dated June 30, 2019", date(2019, 6, 30)),
        ("a memo dated 2025-12-24", date(2025, 12, 24)),
        ("they said yesterday afternoon", date(2026, 3, 3)),
        ("they said earlier today", date(2026, 3, 4)),
        ("they said three days ago", date(2026, 3, 1)),
        ("at Monday's hearing the clerk said", date(2026, 3, 2)),
        ("in a statement on Tuesday", date(2026, 3, 3)),
        ("a report published on Monday found", date(2026, 3, 2)),
        ("On Tuesday, the mayor said", date(2026, 3, 3)),
    ],
)
def test_a_named_day_is_the_latest_not_after_publication(words: str, expected: date) -> None:
    assert day(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "she said last week",
        "she said in August",
        "she said in 2019",
        "she said in August 2019",
        "she said",
        "the pilot, elected on Monday, said",
        "the mayor, who resigned on Monday, said",
        "he said after the vote on Tuesday",
        "she said since Tuesday",
        "he said until 5 April",
        "she said on 30 February",
        "he said next Tuesday",
        "Tuesday's storm",
        "she said over the weekend",
        "he said in May",
        "a speech of 12 April 2031",
    ],
)
def test_an_event_or_a_vague_time_gives_no_day(words: str) -> None:
    assert day(words) is None


def test_the_utterance_goes_before_its_report() -> None:
    text = read("on Monday she said , the paper reported on Tuesday")
    assert said_on(text, WEDNESDAY, [range(0, 4), range(5, 10)]) == date(2026, 3, 2)
    assert said_on(text, WEDNESDAY, [range(2, 4), range(5, 10)]) == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("words", "length", "named"),
    [
        ("on Tuesday morning the", 3, date(2026, 3, 3)),
        ("in August , he", 2, None),
        ("last week the", 2, None),
        ("2 March 2024 was", 3, date(2024, 3, 2)),
        ("early on Friday .", 3, date(2026, 2, 27)),
    ],
)
def test_a_time_is_measured_with_what_opens_it(words: str, length: int, named: date | None) -> None:
    assert day_at(read(words), WEDNESDAY, 0) == (length, named)


def test_29_february_may_lie_years_back() -> None:
    assert day("he wrote on 29 February", date(2027, 1, 1)) == date(2024, 2, 29)


WORDS = st.sampled_from(
    [
        "on",
        "Tuesday",
        "last",
        "4",
        "March",
        "31",
        "2024",
        "ago",
        "days",
        "two",
        ",",
        "'s",
        "of",
        "the",
        "early",
        "week",
        "next",
        "in",
        "said",
        "2024-13-40",
        "today",
    ]
)


@given(st.lists(WORDS, max_size=30), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_no_words_raise_and_no_day_is_after_publication(words: list[str], published: date) -> None:
    text = read(" ".join(words))
    found = said_on(text, published, [range(len(text.tokens))])
    assert found is None or found <= published
