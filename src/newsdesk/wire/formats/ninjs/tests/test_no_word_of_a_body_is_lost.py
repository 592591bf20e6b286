"""Markup becomes blocks by its meaning; what it means nothing by keeps its words, and scripts never get in."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.article.body import (
    Body,
    BulletList,
    Embed,
    Heading,
    Paragraph,
    PictureUse,
    Run,
    Table,
    plain_text,
    words_of,
)
from newsdesk.wire.formats.ninjs.markup import blocks


def texts(body: Body) -> list[str]:
    return [words_of(block.text) for block in body if isinstance(block, Paragraph)]


def test_marks_links_and_breaks() -> None:
    body = blocks(
        '<p>A <strong>b <em>c</em></strong><br/>\n<a href="https://x.example/?a=1&amp;b=2">d</a>&nbsp;&lt;e&gt;</p>'
    )
    assert body == (
        Paragraph(
            (
                Run("A "),
                Run("b ", strong=True),
                Run("c", strong=True, emphasis=True),
                Run("\n"),
                Run("d", href="https://x.example/?a=1&b=2"),
                Run("\xa0<e>"),
            )
        ),
    )


def test_headings_lists_and_quotations() -> None:
    body = blocks(
        "<h2>A <i>b</i></h2><ol><li><p>1</p></li><li>2<ul><li>3</li></ul></li></ol><blockquote><p>q</p></blockquote>"
    )
    assert body == (
        Heading("A b"),
        BulletList(((Run("1"),), (Run("2"),), (Run("3"),)), ordered=True),
        Paragraph((Run("q", emphasis=True),)),
    )


def test_tables_are_made_even_and_know_their_heads() -> None:
    body = blocks(
        "<table><caption>Boats</caption><thead><tr><th>Year</th><th>Trips</th></tr></thead>"
        "<tbody><tr><th>2025</th><td>1<br>2</td></tr><tr><th>2026</th></tr></tbody></table>"
    )
    assert body == (Table((("Year", "Trips"), ("2025", "1 2"), ("2026", "")), "Boats", has_head=True, has_stub=True),)


def test_figures_of_the_item_are_pictures_and_others_keep_their_words() -> None:
    figure = (
        '<figure><img src="{}" alt="Boat"/><div>Mari Lund</div><figcaption>At the <b>quay</b></figcaption></figure>'
    )
    assert blocks(figure.format("ferry.jpg"), {"ferry.jpg": "urn:p"}) == (PictureUse("urn:p", "At the quay", "Boat"),)
    assert texts(blocks(figure.format("https://x.example/f.jpg"))) == ["Mari Lund", "At the quay"]


def test_embeds_become_links() -> None:
    body = blocks(
        '<p>a</p><iframe src="https://video.example/1" title="Film"></iframe><iframe src="javascript:x"></iframe>'
    )
    assert body[1:] == (Embed("https://video.example/1", "Film", "video.example"),)


def test_loose_words_and_unknown_tags() -> None:
    assert texts(blocks("loose <x-tag>words</x-tag><div>in <section>between</section> and</div> after")) == [
        "loose words", "in", "between", "and", "after",
    ]  # fmt: skip


@pytest.mark.parametrize("markup", [
    "<script>bad()</script>", "<style>bad{}</style>", "<head><title>bad</title></head>",
    "<a href='javascript:bad()'></a>", "<img src=x onerror=bad()>", "<svg><script>bad()</script></svg>",
])  # fmt: skip
def test_no_script_gets_in(markup: str) -> None:
    assert "bad" not in repr(blocks(f"<p>good</p>{markup}"))


def test_markup_nested_beyond_reason_keeps_its_words() -> None:
    assert plain_text(blocks("<div><b>" * 3000 + "deep" + "</b></div>" * 3000)) == "deep"


WORDS = st.text(string.ascii_lowercase, min_size=1, max_size=6)
TAGS = st.sampled_from(
    ["p", "div", "b", "em", "ul", "li", "h2", "blockquote", "table", "td", "figure", "figcaption", "span", "a"]
)
NESTED = st.recursive(WORDS, lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)), max_leaves=12)


def markup_of(node: object) -> str:
    if isinstance(node, str):
        return f" {node} "
    tag, children = node
    return f"<{tag}>{''.join(map(markup_of, children))}</{tag}>"


def words_in(node: object) -> list[str]:
    return [node] if isinstance(node, str) else [word for child in node[1] for word in words_in(child)]


@settings(max_examples=200, deadline=None)
@given(st.lists(NESTED, max_size=4))
def test_every_word_is_in_the_plain_text(nodes: list[object]) -> None:
    body = blocks("".join(map(markup_of, nodes)))
    captions = [block.caption for block in body if isinstance(block, Table)]
    found = " ".join([plain_text(body), *captions]).split()
    assert sorted(found) == sorted(word for node in nodes for word in words_in(node))
