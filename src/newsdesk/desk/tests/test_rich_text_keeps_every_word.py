"""Rich text becomes runs: no word is lost, no tag survives, no harmful link is kept."""

from __future__ import annotations

from html import escape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.body import BulletList, Paragraph, Run, words_of
from newsdesk.desk.richtext import blocks, texts

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=20)
MARKS = st.lists(st.sampled_from(["b", "i", "strong", "em", 'a href="https://example.org/"']), max_size=3)


def marked(words: str, marks: list[str]) -> str:
    for mark in marks:
        words = f"<{mark}>{words}</{mark.split()[0]}>"
    return words


@given(st.lists(st.lists(st.tuples(WORDS, MARKS), min_size=1, max_size=4), max_size=5))
def test_paragraphs_keep_their_words_in_order(paragraphs: list[list[tuple[str, list[str]]]]) -> None:
    html = "".join(f"<p>{''.join(marked(escape(w), m) for w, m in words)}</p>" for words in paragraphs)
    found = [words_of(text) for text in texts(html)]
    assert found == ["".join(words for words, _marks in paragraph) for paragraph in paragraphs]


@given(st.text())
def test_nothing_makes_it_fail_and_neighbours_differ(html: str) -> None:
    for text in texts(html):
        assert words_of(text) == words_of(text).strip() != ""
        pairs = pairwise(text)
        assert all((a.strong, a.emphasis, a.href) != (b.strong, b.emphasis, b.href) for a, b in pairs)


def test_marks_and_links_become_runs() -> None:
    (paragraph,) = blocks('<p>Plain <b>strong <i>both</i></b> <a href="https://example.org/">out</a>.</p>')
    assert paragraph == Paragraph(
        (
            Run("Plain "),
            Run("strong ", strong=True),
            Run("both", strong=True, emphasis=True),
            Run(" "),
            Run("out", href="https://example.org/"),
            Run("."),
        )
    )


def test_a_link_to_a_page_is_kept_as_a_reference() -> None:
    (text,) = texts('<p><a linktype="page" id="7">here</a></p>', {7: "article:abc"}.__getitem__)
    assert text == (Run("here", href="article:abc"),)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "/relative/", "//host/", "https://[", ""])
def test_of_a_harmful_link_only_the_words_stay(href: str) -> None:
    assert texts(f'<p><a href="{href}">words</a></p>') == ((Run("words"),),)


def test_lists_keep_order_and_take_in_lists_within() -> None:
    found = blocks("<p>First</p><ol><li>one</li><li>two<ul><li>three</li></ul></li></ol><ul><li>four</li></ul>")
    assert found == (
        Paragraph((Run("First"),)),
        BulletList(((Run("one"),), (Run("two"),), (Run("three"),)), ordered=True),
        BulletList(((Run("four"),),)),
    )


def test_empty_paragraphs_are_left_out_and_breaks_kept() -> None:
    assert texts("<p></p><p> <b> </b></p><p>a<br/>b</p>") == ((Run("a\nb"),),)
