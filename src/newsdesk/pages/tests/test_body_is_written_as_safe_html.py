"""Each kind of block becomes HTML in which no word of an author can become markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article import body as blocks
from newsdesk.article.body import KINDS, Paragraph, Run
from newsdesk.pages.tests.made import edition, frame, paper
from newsdesk.pages.web import Web

EVIL = "<script>&\"'</p>"
words = st.text(max_size=40) | st.just(EVIL)
texts = st.lists(
    st.builds(Run, words, st.booleans(), st.booleans(), st.sampled_from(["", EVIL, "javascript:alert(1)"])),
    max_size=4,
).map(tuple)
uses = st.builds(blocks.PictureUse, st.just("p1"), words, words)
any_block = st.one_of(
    st.builds(blocks.Paragraph, texts),
    st.builds(blocks.BulletList, st.lists(texts, max_size=3).map(tuple), st.booleans()),
    st.builds(blocks.Heading, words),
    st.builds(blocks.PullQuote, words, words),
    uses,
    st.builds(blocks.Gallery, st.lists(uses, max_size=2).map(tuple), words),
    st.builds(blocks.Embed, words, words, words),
    st.builds(
        blocks.Table, st.lists(st.tuples(words, words), max_size=3).map(tuple), words, st.booleans(), st.booleans()
    ),
    st.builds(blocks.FactBox, words, st.lists(texts, max_size=2).map(tuple)),
    st.just(blocks.RelatedCard("a1")),
)
VOID = {"img", "source", "br"}


class Strict(HTMLParser):
    """Fails where an element is not closed in its turn, and remembers what it saw."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def html_of(*body: blocks.Block) -> str:
    archive = paper(edition("a1", EVIL, standfirst=EVIL))
    return Web(archive, frame()).html(body)  # type: ignore[arg-type]


def test_every_kind_of_block_is_written():
    assert set(Web(paper(), frame())._by_kind()) == set(KINDS)  # type: ignore[arg-type]


@given(st.lists(any_block, max_size=4))
def test_no_words_become_markup(body):
    parser = Strict()
    parser.feed(html_of(*body))
    assert not parser.open
    for tag, attributes in parser.seen:
        assert tag != "script"
        assert not {name for name in attributes if name.startswith("on") or name == "style"}
        assert not (attributes.get("href") or "").strip().lower().startswith("javascript")


@pytest.mark.parametrize(
    ("href", "is_link"),
    [("article:a1", True), ("article:no", False), ("page:g1", True), ("https://a.example/", True)],
)
def test_reference_that_leads_nowhere_leaves_bare_words(href, is_link):
    html = html_of(Paragraph((Run("words", href=href),)))
    assert ("<a " in html) is is_link
    assert re.sub(r"<[^>]+>", "", html) == "words"


def test_withdrawn_article_loses_its_card_and_the_links_to_it():
    archive = paper(edition("a1"))
    archive.states["a1"] = "killed"
    body = (blocks.RelatedCard("a1"), Paragraph((Run("told", href="article:a1"),)))
    assert Web(archive, frame()).html(body) == "<p>told</p>"  # type: ignore[arg-type]


def test_related_card_shows_summary_site_and_authors():
    html = Web(paper(edition("a1")), frame()).html((blocks.RelatedCard("a1"),))  # type: ignore[arg-type]
    assert "What happened in story 1." in html
    assert "The Courier · Ines Halvard and the night desk" in html


def test_table_marks_its_heads():
    html = html_of(blocks.Table((("Year", "Ships"), ("2025", "7")), has_stub=True))
    assert '<th scope="col">Year</th><th scope="col">Ships</th>' in html
    assert '<th scope="row">2025</th><td>7</td>' in html


def test_pull_quote_is_not_read_aloud_twice():
    assert 'aria-hidden="true"' in html_of(blocks.PullQuote("Words the text has."))
