"""Each rule finds what it is about, and leaves alone what only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.sources.quotations import altered
from newsdesk.sources.rules import Account, Printed, Said, find
from newsdesk.sources.spelling import nearly_the_same

MAYOR, AIDE = ("person", "Ada Brink"), ("anonymous", "an aide")
COURIER, GAZETTE = ("outlet", "Coast Courier"), ("outlet", "Averra Gazette")


def found(*statements: Said, printed: tuple[Printed, ...] = (), **account: tuple[str, ...]) -> list[str]:
    return [doubt.rule for doubt in find(Account(statements, **account), printed)]


def said(*chain: tuple[str, str], words: str = "The pier is safe", quotation: bool = False) -> Said:
    return Said(words, quotation, chain)


def test_a_story_with_named_sources_has_no_doubts() -> None:
    assert found(said(MAYOR, COURIER), said(MAYOR)) == []


def test_a_hedge_without_a_source_is_told_once() -> None:
    assert found(said(MAYOR), hedges=("reportedly", "reportedly")) == ["unsourced_hedge"]


def test_each_unnamed_source_is_told_once_also_beside_named_ones() -> None:
    official = said(("anonymous", "an official"))
    assert found(said(MAYOR), said(AIDE, COURIER), said(AIDE), official) == ["only_unnamed", "only_unnamed"]
    assert found(said(("group", "residents"))) == []


def test_an_unnamed_source_is_no_doubt_once_readers_are_told_why() -> None:
    explained = replace(said(AIDE), explained=True)
    assert found(explained) == []
    assert found(explained, said(("anonymous", "an official"))) == ["only_unnamed"]


def test_two_outlets_with_what_one_source_told_them_are_told() -> None:
    assert found(said(MAYOR, COURIER), said(MAYOR, GAZETTE)) == ["one_origin"]
    assert found(said(MAYOR, COURIER), said(MAYOR, COURIER)) == []
    assert found(said(MAYOR, COURIER), said(("person", "Bo Linde"), GAZETTE)) == []


def test_words_that_are_gone_are_told() -> None:
    assert found(said(MAYOR), gone=("The pier was safe",)) == ["words_gone"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Kim Yong-Hyun", "Kim Yong Hyun", True),
        ("José Alvaro", "Jose Alvaro", True),
        ("Maren Tolle", "Marne Tolle", False),
        ("Bridget Hallam", "Brigdet Hallam", True),
        ("Ana Costa", "Ana Castro", False),
        ("Ada Brink", "Ada Brink", False),
        ("Ada Brink", "Brink", False),
        ("Jon Reed", "Jan Reed", False),
        ("", "", False),
    ],
)
def test_a_name_spelt_in_two_ways_is_told_from_two_names(one: str, other: str, same: bool) -> None:
    assert nearly_the_same(one, other) == same
    assert nearly_the_same(other, one) == same


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_names_can_be_compared(one: str, other: str) -> None:
    assert nearly_the_same(one, other) == nearly_the_same(other, one)


QUOTE = "“We will open the pier again before the first ferry sails on Friday”"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("“We will open the pier before the first ferry sails on Friday”", True),
        ("“We will open the pier again after the first ferry sails on Friday”", True),
        ("“We will open the pier again before the first ferry”", False),
        ("“We will open the pier again, before the first ferry sails on Friday!”", False),
        ("“The council never asked us about the cranes at all”", False),
        ("“We will”", False),
    ],
)
def test_a_quotation_in_other_words_is_told_from_a_part_of_it(words: str, told: bool) -> None:
    earlier = (Printed(QUOTE, "Ada Brink", "Pier to open"),)
    assert found(said(MAYOR, words=words, quotation=True), printed=earlier) == ["altered_quote"] * told
    assert found(said(AIDE, MAYOR, words=words, quotation=True), printed=earlier)[1:] == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_part_of_a_quotation_is_never_another_one(one: str, other: str) -> None:
    assert not altered(one, one)
    assert not altered(one, f"{one} {other}") or not one.split()
