"""What a recipe says that a new sheet will read is what it reads: all but the cards and pictures found that way."""

from __future__ import annotations

import pytest

from newsdesk.archive import keys
from newsdesk.article.listing import Leaf
from newsdesk.pages.tests.made import edition, page, paper
from newsdesk.press.recipe import recipes

SHEETS = [
    ("section", "/harbour/", "s1"),
    ("topic", "/topics/ferries/", "t1"),
    ("author", "/authors/ines-halvard/", "c1"),
    ("leaf", "/topics/ferries/1/", "topic-t1/1"),
    ("leaf", "/authors/ines-halvard/1/", "author-c1/1"),
    ("leaf", "/feed/1/", "river/1"),
]


@pytest.mark.parametrize(("recipe", "path", "args"), SHEETS, ids=[path for _, path, _ in SHEETS])
def test_new_sheets_are_read_ahead(recipe: str, path: str, args: str) -> None:
    archive = paper(edition("a1"))
    for listing in ("topic-t1", "author-c1", "river"):
        archive.closed[(listing, 1)] = Leaf(listing, 1, None, None, ("a1",))
    assert page(archive, recipe, path, args)
    ahead = set(recipes()[recipe].opens(args))
    assert ahead and ahead <= archive.read
    assert {keys.parse(name)[0] for name in archive.read - ahead} <= {"card", "picture"}
