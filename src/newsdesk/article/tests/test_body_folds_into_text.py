"""One fold over all kinds of block; an output that forgets a kind fails at once."""

from __future__ import annotations

import pytest

from newsdesk.article.body import (
    KINDS,
    PLAIN,
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
    fold,
    plain_text,
    reading_minutes,
    references,
)

BODY = (
    Paragraph((Run("The board "), Run("met", href="article:1"), Run("."))),
    Heading("What now"),
    BulletList(((Run("one"),), (Run("two", href="https://x.example/"),))),
    PullQuote("The board met", "Ekdal"),
    PictureUse("p1"),
    Gallery((PictureUse("p2"), PictureUse("p3"))),
    Embed("https://x.example/", "A video"),
    Table((("a", "b"), ("1", "2"))),
    FactBox("Facts", ((Run("Fact."),),)),
    RelatedCard("2"),
)


def test_plain_text_has_each_word_once() -> None:
    assert plain_text(BODY) == "The board met.\n\nWhat now\n\none\ntwo\n\na\tb\n1\t2\n\nFacts\nFact."


def test_every_reference_is_found_in_order() -> None:
    assert list(references(BODY)) == [
        "article:1", "https://x.example/", "picture:p1", "picture:p2", "picture:p3", "article:2",
    ]  # fmt: skip


def test_every_kind_has_plain_words() -> None:
    assert PLAIN.keys() == KINDS.keys() == {block.kind for block in BODY}


def test_output_that_forgets_a_kind_fails() -> None:
    with pytest.raises(KeyError, match="heading"):
        fold(BODY, {"paragraph": lambda block: block})


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (200, 1), (301, 2), (420, 2)])
def test_reading_time_is_in_whole_minutes(words: int, minutes: int) -> None:
    assert reading_minutes((Paragraph((Run("word " * words),)),)) == minutes
