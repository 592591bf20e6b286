"""Running text and places in blocks are two views of the same characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.body import Body, BulletList, Heading, Paragraph, PullQuote, Run, words_of
from newsdesk.article.prose import Place, prose

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
blocks = st.one_of(
    words.map(lambda text: Paragraph((Run(text),))),
    words.map(Heading),
    words.map(PullQuote),
    st.lists(words, max_size=3).map(lambda items: BulletList(tuple((Run(item),) for item in items))),
)
bodies = st.lists(blocks, max_size=6).map(tuple)


@given(bodies, st.data())
def test_any_stretch_of_the_text_leads_to_places_and_back(body: Body, data: st.DataObject) -> None:
    running = prose(body)
    start = data.draw(st.integers(0, len(running.text)))
    end = data.draw(st.integers(start, len(running.text)))
    for place in running.places(start, end):
        first, last = running.offset(place)
        assert start <= first < last <= end
        assert running.words(place) == running.text[first:last]


def test_a_place_is_counted_in_its_own_block() -> None:
    body: Body = (
        Heading("What we know"),
        Paragraph((Run("It rained. "), Run("Much.", strong=True))),
        Paragraph((Run("It ended."),)),
    )
    running = prose(body)
    assert running.text == "It rained. Much.\n\nIt ended."
    at = running.text.index("Much.")
    assert running.places(at, len(running.text)) == (Place(1, 11, 16), Place(2, 0, 9))
    assert words_of(body[1].text)[11:16] == "Much."  # type: ignore[union-attr]


def test_repeated_words_and_tables_are_not_read() -> None:
    assert prose((PullQuote("It rained."), Heading("Rain"))).text == ""
