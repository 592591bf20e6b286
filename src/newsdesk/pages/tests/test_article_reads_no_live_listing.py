"""What a sheet reads decides what a publish costs: an article reads no listing, and nobody but it reads its edition."""

import pytest

from newsdesk.article.body import Paragraph, RelatedCard, Run
from newsdesk.pages.tests.made import article, edition, page, paper

LISTS = ("front:", "leaf:", "placement:", "picks")


def test_article_reads_its_own_things_only():
    archive = paper(edition("a1", body=(Paragraph((Run("x", href="article:a2"),)), RelatedCard("a3"))), edition("a2"))
    article(archive)
    assert archive.read == {
        "edition:a1", "clip:a1", "author:c1", "author:c2", "label:s1", "label:t1", "picture:p1", "permalink:a2",
        "card:a3",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("recipe", "path", "args"),
    [
        ("home", "/", ""),
        ("feed", "/feed/", ""),
        ("section", "/harbour/", "s1"),
        ("topic", "/topics/ferries/", "t1"),
        ("author", "/authors/ines-halvard/", "c1"),
        ("corrections", "/corrections/", ""),
        ("rail", "/_/rail.html", ""),
        ("picks", "/_/picks.html", ""),
        ("more", "/_/more/harbour.html", "s1"),
        ("page", "/about/", "g1"),
        ("404", "/404.html", ""),
    ],
)
def test_no_other_sheet_reads_an_edition(recipe, path, args):
    archive = paper(*(edition(f"a{number}") for number in range(1, 30)))
    archive.placements = {"home": ("a3",), "picks": ("a4",), "section-s1": ("a5",)}
    assert page(archive, recipe, path, args) is not None
    assert not [key for key in archive.read if key.startswith("edition:")]


@pytest.mark.parametrize("recipe", ["feed", "rail", "picks"])
def test_long_lists_read_cards_and_their_listing_alone(recipe):
    archive = paper(*(edition(f"a{number}") for number in range(1, 30)))
    page(archive, recipe, {"feed": "/feed/", "rail": "/_/rail.html", "picks": "/_/picks.html"}[recipe])
    assert {key.partition(":")[0] for key in archive.read} <= {"card", "front", "picks"}
