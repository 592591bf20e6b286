"""What is read aloud is what stands on the page, in its order, and each sentence leads back to its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.body import (
    PLAIN,
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
)
from newsdesk.article.byline import Credit
from newsdesk.article.correction import Correction
from newsdesk.article.edition import Edition
from newsdesk.article.spoken import TITLE, Sentence, digest, sentences, unread_tables

NOON = datetime(2026, 3, 17, 12, tzinfo=UTC)
EVERY: tuple[Block, ...] = (
    Paragraph((Run("The ferry sank. "), Run("Nobody", strong=True), Run(" was hurt."))),
    Heading("What is known. So far"),
    BulletList(((Run("One. Two."),), (Run("Three"),))),
    PullQuote("Nobody was hurt"),
    PictureUse("p1", caption="The pier. At night."),
    Gallery((PictureUse("p2", caption="A boat"), PictureUse("p3")), title="Boats"),
    Embed("https://example.org", "A film"),
    Table((("Pier", "Boats"), ("North", "3")), caption="Boats by pier"),
    Table(tuple((str(row), "x") for row in range(30)), caption="All boats"),
    FactBox("The ferry", ((Run("Built in 1990. Sold."),), (Run("Steel"),))),
    RelatedCard("other"),
)
EDITION = Edition(
    article="a",
    kind="news",
    language="en",
    slugline="FERRY",
    slug="ferry",
    headline="Ferry sinks. Nobody hurt",
    first_published=NOON,
    published_at=NOON,
    standfirst="It was old. It was slow.",
    byline=(
        Credit("1", "Ada Berg"),
        Credit("2", "the desk", is_desk=True),
        Credit("3", "Ida Dahl", role="photographs"),
    ),
    picture=PictureUse("p0", caption="The ferry in 2019."),
    body=EVERY,
    corrections=(
        Correction("clarification", "It was moored.", NOON),
        Correction("correction", "An earlier version was wrong. It sank.", NOON, on_top=True),
    ),
)


def told(edition: Edition) -> list[tuple[str, str]]:
    return [(one.part, one.text) for one in sentences(edition)]


def test_the_order_is_that_of_the_page() -> None:
    assert told(EDITION) == [
        ("headline", "Ferry sinks. Nobody hurt"),
        ("byline", "Ada Berg, the desk; photographs: Ida Dahl"),
        ("date", "2026-03-17T12:00:00+00:00"),
        ("correction", "An earlier version was wrong."),
        ("correction", "It sank."),
        ("standfirst", "It was old."),
        ("standfirst", "It was slow."),
        ("caption", "The ferry in 2019."),
        ("body", "The ferry sank."),
        ("body", "Nobody was hurt."),
        ("body", "What is known. So far"),
        ("body", "One."),
        ("body", "Two."),
        ("body", "Three"),
        ("caption", "The pier."),
        ("caption", "At night."),
        ("caption", "Boats"),
        ("caption", "A boat"),
        ("body", "Boats by pier"),
        ("body", "Pier\tBoats"),
        ("body", "North\t3"),
        ("body", "All boats"),
        ("body", "The ferry"),
        ("body", "Built in 1990."),
        ("body", "Sold."),
        ("body", "Steel"),
        ("correction", "It was moored."),
    ]
    assert unread_tables(EDITION) == (8,)


def test_places_lead_back_to_the_words() -> None:
    found = {one.text: one for one in sentences(EDITION)}
    assert found["Nobody was hurt."] == Sentence("body", "Nobody was hurt.", 0, 0, 16, 32)
    assert found["Three"] == Sentence("body", "Three", 2, 1, 0, 5)
    assert found["North\t3"] == Sentence("body", "North\t3", 7, 1, 0, 7)
    assert found["The ferry"] == Sentence("body", "The ferry", 9, TITLE, 0, 9, heading=True)
    assert found["It sank."] == Sentence("correction", "It sank.", -1, 1, 30, 38)


def test_a_quotation_is_known_by_its_marks() -> None:
    body = (Paragraph((Run("He spoke. “It rained. It stopped.” He left."),)),)
    quoted = {one.text: one.quote for one in sentences(replace(EDITION, body=body)) if one.part == "body"}
    assert quoted == {"He spoke.": False, "“It rained.": True, "It stopped.”": True, "He left.": False}


def test_the_digest_changes_with_what_is_heard_and_with_nothing_else() -> None:
    same = replace(EDITION, number=7, topics=(), urgency=1, published_at=datetime(2027, 1, 1, tzinfo=UTC))
    assert digest(same) == digest(EDITION)
    marked = (Paragraph((Run("The ferry sank. Nobody was hurt."),)), *EVERY[1:])
    assert digest(replace(EDITION, body=marked)) == digest(EDITION)
    changed = [
        replace(EDITION, headline="Ferry sinks"),
        replace(EDITION, language="uk"),
        replace(EDITION, byline=()),
        replace(EDITION, corrections=()),
        replace(EDITION, body=EVERY[:-2]),
        replace(EDITION, body=(*EVERY, *EVERY[8:9])),
        replace(EDITION, first_published=datetime(2026, 3, 18, tzinfo=UTC)),
    ]
    assert len({digest(edition) for edition in [EDITION, *changed]}) == len(changed) + 1


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(words, st.lists(words, max_size=4))
def test_every_sentence_is_the_words_at_its_place(headline: str, texts: list[str]) -> None:
    body = (*(Paragraph((Run(text),)) for text in texts), Heading(headline))
    edition = replace(EDITION, headline=headline, body=body)
    for one in sentences(edition):
        if one.part == "body":
            assert one.text == PLAIN[body[one.block].kind](body[one.block])[one.start : one.end]
            assert any(map(str.isalnum, one.text))


def test_no_text_at_all_has_a_date() -> None:
    bare = replace(EDITION, headline="", standfirst="", byline=(), picture=None, body=(), corrections=())
    assert [part for part, _ in told(bare)] == ["date"]
    assert len(digest(bare)) == 64
