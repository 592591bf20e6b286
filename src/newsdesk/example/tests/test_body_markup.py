"""Each way to write a block becomes that block, and no text is lost or invented on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.body import (
    Block,
    BulletList,
    Embed,
    FactBox,
    Gallery,
    Heading,
    Paragraph,
    PictureUse,
    PullQuote,
    RelatedCard,
    Run,
    Table,
    words_of,
)
from newsdesk.example.inline import parse_text
from newsdesk.example.markup import parse_body
from newsdesk.example.problem import ReadError

HERE = Path("story.md")

WRITTEN: dict[str, Block] = {
    "Two\nlines.": Paragraph((Run("Two lines."),)),
    "## A heading": Heading("A heading"),
    "> Said so. — Rui Casbeira": PullQuote("Said so.", "Rui Casbeira"),
    "> Said so.": PullQuote("Said so."),
    "- one\n- two\n  and more": BulletList(((Run("one"),), (Run("two and more"),))),
    "1. one\n2. two": BulletList(((Run("one"),), (Run("two"),)), ordered=True),
    "::: picture dam\ncaption: The dam.\n:::": PictureUse("dam", "The dam."),
    "::: gallery Views\na | First.\nb\n:::": Gallery((PictureUse("a", "First."), PictureUse("b")), "Views"),
    "::: embed https://x.example/y\ntitle: T\nprovider: P\n:::": Embed("https://x.example/y", "T", "P"),
    "::: table Seats\nstub: yes\n| a | b |\n|---|---|\n| 1 | 2 |\n:::": Table(
        (("a", "b"), ("1", "2")), "Seats", has_stub=True
    ),
    "::: table Seats\n| 1 | 2 |\n:::": Table((("1", "2"),), "Seats", has_head=False),
    "::: fact-box Rules\nOne\nmore.\n\nTwo.\n:::": FactBox("Rules", ((Run("One more."),), (Run("Two."),))),
    "::: related dam-story\n:::": RelatedCard("dam-story"),
}


@pytest.mark.parametrize("written", WRITTEN)
def test_block_is_read_as_written(written: str) -> None:
    assert parse_body(written, HERE) == (WRITTEN[written],)


def test_all_blocks_one_after_another() -> None:
    assert parse_body("\n\n".join(WRITTEN), HERE) == tuple(WRITTEN.values())


def test_marks_within_marks() -> None:
    assert parse_text("a **b *c*** [d *e*](article:f)\\*") == (
        Run("a "),
        Run("b ", strong=True),
        Run("c", strong=True, emphasis=True),
        Run(" "),
        Run("d ", href="article:f"),
        Run("e", emphasis=True, href="article:f"),
        Run("*"),
    )


@given(st.text())
def test_escaped_words_come_back_unmarked(words: str) -> None:
    escaped = "".join(f"\\{c}" if c in "\\*[]" else c for c in words)
    text = parse_text(escaped)
    assert words_of(text) == " ".join(words.split())
    assert all(run == Run(run.text) for run in text)


@given(st.text(alphabet="ab \n*[]():|>#-1.\\", max_size=60))
def test_any_body_is_read_or_refused_by_line(words: str) -> None:
    try:
        parse_body(words, HERE)
    except ReadError as error:
        assert 1 <= error.line <= words.count("\n") + 2


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("::: picture dam", "never closed"),
        ("::: film dam\n:::", "no directive"),
        ("::: related\n:::", "needs a word"),
        ("::: picture dam\ncredit: X\n:::", "knows alt, caption"),
        ("::: table T\n| a | b |\n| c |\n:::", "equal length"),
        ("::: gallery G\na\n:::", "at least two"),
        ("[words](javascript:alert)", "no such kind of link"),
        ("a lone * here", "close the mark"),
        ("## Heading\ntext", "blank line"),
    ],
)
def test_mistake_is_named_with_its_line(written: str, complaint: str) -> None:
    with pytest.raises(ReadError, match=complaint) as caught:
        parse_body(f"First.\n\n{written}", HERE)
    assert caught.value.line == 3
