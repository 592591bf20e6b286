"""Hedges: which words take something back, and which of them stand for a source."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.sources.engine.hedges import hedges, unsourced
from newsdesk.sources.engine.language import language
from newsdesk.sources.engine.text import Text, parse


def read(words: str) -> Text:
    return parse(words, language("en"))


def hearsay(words: str) -> list[str]:
    text = read(words)
    return [text.span(hedge.first, hedge.end).text for hedge in hedges(text) if hedge.unsourced]


def doubts(words: str) -> list[str]:
    text = read(words)
    return [text.span(hedge.first, hedge.end).text for hedge in hedges(text) if not hedge.unsourced]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Two goats were reportedly lost.", ["reportedly"]),
        ("He allegedly sold the boat twice.", ["allegedly"]),
        ("Apparently nobody had the key.", ["Apparently"]),
        ("The owner is believed to be abroad.", ["is believed"]),
        ("The owner is widely believed to be abroad.", ["is widely believed"]),
        ("It is understood that the sale failed.", ["is understood"]),
        ("The piano is said to be cursed.", ["is said"]),
        ("They were thought to have drowned.", ["were thought"]),
        ("A merger is rumoured to be close.", ["is rumoured"]),
        ("A man believed to be the driver fled.", ["believed"]),
        ("There have been reports of looting.", ["reports of"]),
        ("Schools closed amid unconfirmed reports of a leak.", ["reports of"]),
    ],
)
def test_hearsay_is_found(words: str, expected: list[str]) -> None:
    assert hearsay(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "She said to her sister that it was late.",
        "The bell is believed by residents to be cracked.",
        "Police reports of thefts rose by a tenth.",
        "The singer is known to like tea.",
        "He reported to the office at nine.",
        "They thought about the offer.",
        "The company reports quarterly.",
    ],
)
def test_what_only_looks_like_hearsay_is_left(words: str) -> None:
    assert hearsay(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It will likely rain and may snow.", ["likely", "may"]),
        ("The dam could burst, perhaps within days.", ["could", "perhaps"]),
        ("The valve appears to be stuck.", ["appears"]),
        ("He appears in court today.", []),
        ("The election in May was close.", []),
        ("She could not find the door.", []),
        ("They pulled with all their might.", []),
    ],
)
def test_doubt_is_told_from_months_and_powers(words: str, expected: list[str]) -> None:
    assert doubts(words) == expected


def test_a_hedge_in_a_sourced_clause_is_no_unsourced_hedge() -> None:
    text = read("Six were reportedly killed, and the mayor said ten were allegedly hurt.")
    found = unsourced(hedges(text), [range(6, len(text.tokens))])
    assert [text.span(hedge.first, hedge.end).text for hedge in found] == ["reportedly"]


WORDS = st.sampled_from(
    [
        "is",
        "was",
        "believed",
        "thought",
        "said",
        "to",
        "that",
        "it",
        "reportedly",
        "reports",
        "of",
        "may",
        "May",
        "could",
        "not",
        "might",
        "likely",
        "by",
        ",",
        ".",
    ]
)


@given(st.lists(WORDS, max_size=40))
def test_hedges_are_in_order_and_never_overlap(words: list[str]) -> None:
    text = read(" ".join(words))
    found = hedges(text)
    assert all(hedge.first < hedge.end <= len(text.tokens) for hedge in found)
    assert all(one.end <= other.first for one, other in itertools.pairwise(found))
