"""Which sheets a change brings, which it retires, and what stands at a path that has changed hands."""

from dataclasses import replace

import pytest

from newsdesk.article.correction import Correction
from newsdesk.article.listing import Leaf, LeafLink
from newsdesk.article.redirect import Redirect
from newsdesk.pages.recipes.gone import write
from newsdesk.pages.tests.made import drawn, edition, frame, page, paper
from newsdesk.pages.tests.paper import at
from newsdesk.press.recipe import recipes

PATH = "/2026/03/17/story-1/"
NAMED = (("section", "s1"), ("topic", "t1"), ("author", "c1"), ("page", "g1"))


def wanted(archive, kind, id):
    return {
        (name, one.path)
        for name, recipe in recipes().items()
        if recipe.gather.__module__.startswith("newsdesk.pages")
        for one in recipe.sheets_for(archive, kind, id)
    }


def test_publishing_brings_the_article_alone():
    assert wanted(paper(edition("a1")), "edition", "a1") == {("article", PATH)}


@pytest.mark.parametrize("state", ["killed", "takedown"])
def test_killed_article_is_replaced_by_a_notice(state):
    archive = paper(edition("a1"))
    archive.states["a1"] = state
    assert wanted(archive, "edition", "a1") == {("gone", PATH)}
    assert page(archive, "article", PATH, "a1") is None
    html = drawn(archive, "gone", PATH, "a1")
    assert "withdrawn" in html and "Story 1" not in html


def test_notice_has_status_410():
    archive = paper(edition("a1"))
    archive.states["a1"] = "killed"
    assert write(page(archive, "gone", PATH, "a1"), frame()).status == 410


def test_unpublished_article_leaves_nothing():
    archive = paper(edition("a1"))
    archive.states["a1"] = "unpublished"
    assert wanted(archive, "edition", "a1") == set()
    assert page(archive, "article", PATH, "a1") is None and page(archive, "gone", PATH, "a1") is None


def test_section_brings_its_front_and_its_fragment():
    assert wanted(paper(), "address", "section:s1") == {("section", "/harbour/"), ("more", "/_/more/harbour.html")}


def test_renamed_path_is_retired():
    archive = paper(edition("a1"))
    archive.subjects["s1"] = replace(archive.subjects["s1"], slug="port")
    assert page(archive, "section", "/harbour/", "s1") is None
    assert page(archive, "more", "/_/more/harbour.html", "s1") is None
    assert page(archive, "section", "/port/", "s1") is not None


def test_redirect_leads_to_where_its_article_stands_today():
    archive = paper(edition("a1"))
    archive.redirects["/old/"] = Redirect("article:a1")
    printed = page(archive, "redirect", "/old/", "/old/")
    assert (printed.status, printed.location) == (301, "https://courier.example" + PATH)
    archive.states["a1"] = "unpublished"
    assert page(archive, "redirect", "/old/", "/old/") is None


def test_every_sheet_that_a_change_brings_is_part_of_a_full_bake():
    archive = paper(edition("a1"), edition("a2"))
    archive.states["a2"] = "killed"
    archive.redirects["/old/"] = Redirect("article:a1")
    archive.closed[("topic-t1", 1)] = Leaf("topic-t1", 1, None, at(2026, 3, 17), ("a1",))
    archive.closed[("corrections", 1)] = Leaf("corrections", 1, None, at(2026, 3, 17), ("a1",))
    changes = [("edition", "a1"), ("edition", "a2"), ("redirect", "/old/"), ("leaf", "topic-t1/1"), ("frame", "")]
    archive.through["i1"] = ("article:a1", "https://tide.example/")
    changes += [("leaf", "corrections/1"), ("counted", "i1")]
    changes += [("address", f"{kind}:{id}") for kind, id in NAMED]
    brought = set().union(*(wanted(archive, *change) for change in changes))
    named = {
        (name, one.path)
        for name, recipe in recipes().items()
        if recipe.gather.__module__.startswith("newsdesk.pages")
        for one in recipe.every(archive)
    }
    assert brought <= named
    assert {
        ("leaf", "/topics/ferries/1/"),
        ("corrections leaf", "/corrections/1/"),
        ("counted", "/letters/i1/2/"),
    } <= brought
    assert {path for _, path in brought} >= {
        "/",
        "/feed/",
        "/corrections/",
        "/404.html",
        "/_/rail.html",
        "/_/picks.html",
    }


def test_leaf_links_to_its_neighbours_by_their_dates():
    archive = paper(edition("a1"))
    older = LeafLink(1, None, at(2026, 3, 1, 12))
    archive.closed[("river", 2)] = Leaf("river", 2, at(2026, 3, 1, 12), at(2026, 3, 17, 12), ("a1",), older)
    html = drawn(archive, "leaf", "/feed/2/", "river/2")
    assert "<h1>1 March 2026 to 17 March 2026</h1>" in html
    assert '<a rel="next" href="/feed/1/"><span>Older</span> up to 1 March 2026</a>' in html
    assert '<a rel="prev" href="/feed/">' in html


def test_months_and_unknown_listings_have_no_leaves_for_readers():
    archive = paper()
    assert list(recipes()["leaf"].sheets_for(archive, "leaf", "month-2026-03/1")) == []  # type: ignore[arg-type]
    assert list(recipes()["leaf"].sheets_for(archive, "leaf", "topic-nobody/1")) == []  # type: ignore[arg-type]


def test_corrections_page_shows_what_was_wrong_with_a_link():
    note = Correction("clarification", "The bridge has two decks.", at(2026, 3, 17, 12))
    html = drawn(paper(edition("a1", corrections=(note,)), edition("a2")), "corrections", "/corrections/")
    assert "The bridge has two decks." in html and "Clarification, <time" in html and f'href="{PATH}"' in html
    assert "Story 2" not in html


def test_contributor_can_be_written_to_from_their_page_and_from_no_article():
    archive = paper(edition("a1"))
    archive.authors["c1"] = replace(archive.authors["c1"], email="ines@courier.example")
    assert 'href="mailto:ines@courier.example"' in drawn(archive, "author", "/authors/ines-halvard/", "c1")
    assert "ines@courier.example" not in drawn(archive, "article", PATH, "a1")
