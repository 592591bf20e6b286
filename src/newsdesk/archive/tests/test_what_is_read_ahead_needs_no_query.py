"""A block's values are read ahead in a few queries, are what reading one by one would give, and are noted all the
same.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsdesk.archive import keys, listings, record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import FERRIES, INES, article_id, edition
from newsdesk.article.people import Author, Subject

pytestmark = pytest.mark.django_db

No = Callable[[int], AbstractContextManager[object]]
LISTINGS = ("river", "topic-ferries", "author-ines", "topic-empty")


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifteen articles in listings that close a leaf of three at six, the last one withdrawn."""
    monkeypatch.setattr(listings, "FULL", 6)
    record.subject(Subject(FERRIES.id, "topic", "Ferries", "ferries"))
    record.author(Author(INES.contributor, INES.name, "ines"))
    record.place("topic-ferries", (article_id(3),))
    for number in range(1, 16):
        record.add(edition(number, related=(article_id(1), article_id(15))))
    record.withdraw(article_id(15), "unpublish")


def read(archive: Archive) -> list[Any]:
    """Everything a sheet might ask for."""
    ids = [article_id(number) for number in range(1, 17)]
    articles = [archive.edition(id) for id in ids], archive.cards(ids)
    leaves = [archive.leaf(listing, serial) for listing in LISTINGS for serial in (1, 2, 3, 99)]
    fronts = [archive.front(listing) for listing in LISTINGS]
    values = (
        archive.subject("ferries"),
        archive.subject("gone"),
        archive.author("ines"),
        archive.placed("topic-ferries"),
    )
    return [articles, leaves, fronts, values]


def test_read_ahead_is_what_reading_one_by_one_gives(paper: None, django_assert_num_queries: No) -> None:
    cold, ahead = Archive(), Archive()
    with cold.noting() as asked:
        one_by_one = read(cold)
    ahead.warm(asked)
    with django_assert_num_queries(0), ahead.noting() as noted:
        assert read(ahead) == one_by_one
    assert noted == asked


def test_what_values_lead_to_is_read_with_them(paper: None, django_assert_num_queries: No) -> None:
    archive = Archive()
    archive.warm([keys.edition(article_id(2)), keys.leaf("topic-ferries", 1)])
    with django_assert_num_queries(0):
        edition = archive.edition(article_id(2))
        assert edition and list(archive.cards(edition.related)) == [article_id(1)]
        assert archive.subject("ferries") and archive.author("ines")
        leaf = archive.leaf("topic-ferries", 1)
        assert leaf and len(archive.cards(leaf.articles)) == 3


def test_many_leaves_take_as_many_queries_as_one(paper: None) -> None:
    def queries(names: list[str]) -> int:
        with CaptureQueriesContext(connection) as seen:
            Archive().warm(names)
        return len(seen)

    every = [keys.leaf(*one) for one in Archive().leaves()]
    assert queries(every) == queries(every[:1])
    assert len(every) > 6


def test_leaves_lead_to_one_another_from_the_front_to_the_oldest(paper: None) -> None:
    archive = Archive()
    front = archive.front("topic-ferries")
    serials, newer, link = [], None, front.older
    while link and (leaf := archive.leaf("topic-ferries", link.serial)):
        assert (leaf.newer and leaf.newer.serial) == newer
        assert (link.since, link.until) == (leaf.since, leaf.until)
        serials, newer, link = [*serials, leaf.serial], leaf.serial, leaf.older
    assert serials == [4, 3, 2, 1]


def test_a_changed_value_is_not_remembered_as_it_was(paper: None) -> None:
    assert Archive().cards([article_id(1)])[article_id(1)].headline == "Story 1"
    record.add(edition(1, headline="Mended"))
    assert Archive().cards([article_id(1)])[article_id(1)].headline == "Mended"
