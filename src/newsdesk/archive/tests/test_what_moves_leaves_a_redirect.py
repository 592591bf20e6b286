"""Whoever leaves an address leaves a redirect there, and whoever takes one ends it, by whichever door."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdesk.archive import keys, listings, record
from newsdesk.archive.keys import Lane
from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import FERRIES, article_id, edition
from newsdesk.article.people import Author, StandingPage, Subject
from newsdesk.article.redirect import Redirect
from newsdesk.article.source import Source

pytestmark = pytest.mark.django_db


def topic(slug: str, id: str = "t1") -> None:
    record.subject(Subject(id, "topic", "Ferries", slug))


def led(path: str) -> str:
    """What the redirect at an address leads to; empty where there is none."""
    found = Archive().redirect(path)
    return found.to if found else ""


def changed() -> list[tuple[str, int]]:
    found = list(Change.objects.order_by("id").values_list("key", "lane"))
    Change.objects.all().delete()
    return found


@pytest.mark.parametrize(
    ("name", "front", "reference"),
    [
        (lambda slug: record.subject(Subject("s1", "section", "Port", slug)), "/", "section:s1"),
        (lambda slug: record.subject(Subject("t1", "topic", "Port", slug)), "/topics/", "topic:t1"),
        (lambda slug: record.author(Author("c1", "Ines Halvard", slug)), "/authors/", "author:c1"),
        (lambda slug: record.page(StandingPage("g1", slug, "About", "en")), "/", "page:g1"),
    ],
    ids=["section", "topic", "contributor", "standing page"],
)
def test_old_address_leads_to_who_left_it(name, front, reference):
    name("a")
    assert led(f"{front}a/") == ""
    name("b")
    assert led(f"{front}a/") == reference
    assert Archive().address(reference) == f"{front}b/"


def test_new_address_is_named_last_and_before_the_renaming_of_what_prints_it():
    topic("a")
    changed()
    topic("b")
    assert changed() == [
        (keys.label("t1"), Lane.RENAME),
        (keys.redirect("/topics/a/"), Lane.EDITOR),
        (keys.address("topic:t1"), Lane.EDITOR),
    ]


def test_new_name_at_the_old_address_moves_nothing():
    topic("a")
    changed()
    record.subject(Subject("t1", "topic", "Boats", "a"))
    assert changed() == [(keys.label("t1"), Lane.RENAME)]


def test_two_moves_lead_straight_to_the_newest():
    for slug in ("a", "b", "c"):
        topic(slug)
    assert (led("/topics/a/"), led("/topics/b/")) == ("topic:t1", "topic:t1")
    assert Archive().address("topic:t1") == "/topics/c/"


def test_move_back_ends_the_redirect():
    for slug in ("a", "b", "a"):
        topic(slug)
    assert (led("/topics/a/"), led("/topics/b/")) == ("", "topic:t1")


def test_another_that_takes_the_address_wins_and_leaves_its_own():
    topic("a")
    topic("b")
    topic("a", id="t2")
    assert led("/topics/a/") == ""
    topic("c", id="t2")
    assert led("/topics/a/") == "topic:t2"


def test_section_and_standing_page_share_the_top_of_the_site():
    record.subject(Subject("s1", "section", "Port", "port"))
    record.subject(Subject("s1", "section", "Port", "harbour"))
    record.page(StandingPage("g1", "port", "Ports of the world", "en"))
    assert led("/port/") == ""


def test_redirect_knows_how_many_leaves_stood_there(monkeypatch):
    monkeypatch.setattr(listings, "FULL", 6)
    record.subject(Subject(FERRIES.id, "topic", "Ferries", "a"))
    for number in range(13):
        record.add(edition(number))
    record.subject(Subject(FERRIES.id, "topic", "Ferries", "b"))
    found = Archive().redirect("/topics/a/")
    assert found == Redirect(f"topic:{FERRIES.id}", len(Archive().serials(f"topic-{FERRIES.id}")))
    assert found.leaves > 1


def test_page_published_again_elsewhere_is_found_from_where_it_stood():
    record.page(StandingPage("g1", "about", "About", "en"))
    record.withdraw_page("g1")
    changed()
    record.page(StandingPage("g1", "about-us", "About", "en"))
    assert led("/about/") == "page:g1"
    assert keys.redirect("/about/") in dict(changed())


def test_what_leads_to_an_article_is_named_when_the_article_returns():
    record.add(edition(1))
    record.redirect("/old/", f"article:{article_id(1)}")
    record.withdraw(article_id(1), "unpublish")
    changed()
    record.add(edition(1))
    assert keys.redirect("/old/") in dict(changed())


def test_what_leads_to_a_source_is_named_when_its_page_returns():
    named = Source("c0", "outlet", "Coast Courier", "courier")
    record.source(replace(named, slug="coast-courier"))
    record.source(named)
    record.source(replace(named, slug=""))
    changed()
    record.source(named)
    assert keys.redirect("/sources/coast-courier/") in dict(changed())
