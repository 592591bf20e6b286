"""Each thing an editor must mend is named, with where, and whether it blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from newsdesk.article.body import Gallery, Paragraph, PictureUse, Run
from newsdesk.article.byline import Credit
from newsdesk.article.edition import Edition, Label
from newsdesk.article.picture import Picture
from newsdesk.desk.problems import Facts, find

NOON = datetime(2026, 3, 17, 12, tzinfo=UTC)
GOOD = Edition(
    article="a",
    kind="news",
    language="en",
    slugline="",
    slug="ferry-late",
    headline="Ferry late",
    first_published=NOON,
    published_at=NOON,
    byline=(Credit("c", "Ada Holm"),),
    section=Label("s", "Harbour"),
    topics=(Label("t", "Ferries"),),
    picture=PictureUse("p"),
    body=(Paragraph((Run("The ferry was late.", href="article:b"),)),),
)
PICTURE = Picture("p", "ab", 64, 48, "A ferry", "A ferry", "Mara Lind", "Mara Lind / AFP")
FACTS = Facts({"p": PICTURE})


def found(edition: Edition, facts: Facts = FACTS) -> list[tuple[str, bool]]:
    return [(problem.where, problem.blocks_publication) for problem in find(edition, facts)]


def test_a_complete_article_has_none() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("change", "where", "blocks"),
    [
        ({"headline": " "}, "title", True),
        ({"headline": "x" * 111}, "title", False),
        ({"body": ()}, "body", True),
        ({"byline": ()}, "contributors", True),
        ({"section": None}, "section", True),
        ({"topics": ()}, "topics", False),
        ({"slug": "Паром"}, "slug", True),
        ({"related": ("gone",)}, "related", False),
    ],
)
def test_one_thing_missing(change: dict[str, Any], where: str, blocks: bool) -> None:
    facts = replace(FACTS, dead=frozenset({"article:gone"}))
    assert found(replace(GOOD, **change), facts) == [(where, blocks)]


def test_a_headline_of_110_characters_will_do() -> None:
    assert found(replace(GOOD, headline="x" * 110)) == []


def test_a_dead_link_is_shown_where_it_stands() -> None:
    assert found(GOOD, replace(FACTS, dead=frozenset({"article:b"}))) == [("body", False)]


@pytest.mark.parametrize("missing", ["caption", "alt", "creator", "credit"])
def test_words_missing_on_any_photograph_block(missing: str) -> None:
    facts = Facts({"p": replace(PICTURE, **{missing: ""})})
    assert found(GOOD, facts) == [("picture", True)]
    assert found(replace(GOOD, picture=None, body=(Gallery((PictureUse("p"),)),)), facts) == [("body", True)]


def test_words_of_this_use_stand_in_for_the_photographs_own() -> None:
    bare = Facts({"p": replace(PICTURE, caption="", alt="")})
    assert found(replace(GOOD, picture=PictureUse("p", "Here", "A pier")), bare) == []


def test_a_brief_asks_for_neither_byline_nor_section() -> None:
    assert found(replace(GOOD, kind="brief", byline=(), section=None)) == []


@pytest.mark.parametrize(("state", "problems"), [("killed", 1), ("takedown", 1), ("unpublished", 0), ("live", 0)])
def test_only_what_was_unpublished_may_return(state: str, problems: int) -> None:
    assert len(found(GOOD, replace(FACTS, state=state))) == problems


def test_blocking_ones_come_first() -> None:
    assert [blocks for _where, blocks in found(replace(GOOD, topics=(), body=()))] == [True, False]
