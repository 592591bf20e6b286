"""Words are found again after the text around them was edited, and said to be gone when they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.sources.anchors import Quote, as_it_stands, find, find_all, quote

TEXT = "The ferry sails on Friday, the mayor said. The ferry sails on Friday, her deputy said."


def at(words: str, text: str = TEXT, after: int = 0) -> tuple[int, int]:
    start = text.index(words, after)
    return start, start + len(words)


def test_the_second_place_of_the_same_words_is_told_from_the_first() -> None:
    second = at("The ferry sails", after=10)
    anchor = quote(TEXT, *second)
    assert find(TEXT, anchor) == second
    assert find("An opening line. " + TEXT, anchor) == (second[0] + 17, second[1] + 17)


def test_of_places_that_are_alike_the_nearest_is_taken() -> None:
    text = " and so it went on until, she said. ".join(["One", "two", "three"])
    assert find(text, Quote("said", "she ", "."), near=len(text)) == at("said", text, after=40)
    assert find(text, Quote("said", "she ", ".")) == at("said", text)


def test_words_whose_surroundings_changed_are_still_found() -> None:
    anchor = quote(TEXT, *at("sails on Friday"))
    assert find("Nothing sails on Friday now.", anchor) == (8, 23)


def test_another_kind_of_quotation_mark_is_no_change() -> None:
    anchor = quote('He said "no" twice.', 8, 12)
    assert find("He said “no” twice.", anchor) == (8, 12)


def test_words_that_are_gone_are_not_found() -> None:
    assert find("Nothing of it.", quote(TEXT, *at("sails"))) is None
    assert find_all(TEXT, (Quote("sails"), Quote("sank"))) is None
    assert find(TEXT, Quote("")) is None


@pytest.mark.parametrize("breaks", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
def test_a_selection_over_lines_and_paragraphs_gets_the_breaks_of_the_text(breaks: str) -> None:
    text = "One.\n\n“We sail,” she said.\nThen:\u00a0no."
    selected = breaks.join(("One.", '"We sail,” she said.', "Then: no"))
    assert as_it_stands(text, selected) == text[:-1]
    assert as_it_stands(text, f"Gone.{breaks}We sail") == f"Gone.{breaks}We sail"


@given(st.text(max_size=200), st.data())
def test_what_was_anchored_is_found_in_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = find(text, quote(text, start, end))
    assert (found is None) == (start == end)
    if found:
        assert text[slice(*found)] == text[start:end] or len(text[slice(*found)]) == end - start
