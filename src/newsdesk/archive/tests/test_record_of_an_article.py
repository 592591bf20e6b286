"""What the record keeps of an article, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.models import Change, EditionRow
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import COURTS, START, article_id, edition
from newsdesk.article.correction import Correction

pytestmark = pytest.mark.django_db

NOTE = Correction("correction", "The letter was sent in February.", START + timedelta(days=1))


def changes() -> list[str]:
    keys = list(Change.objects.order_by("id").values_list("key", flat=True))
    Change.objects.all().delete()
    return keys


def test_an_edition_that_says_nothing_new_is_not_added() -> None:
    record.add(edition(1))
    changes()
    again = record.add(replace(edition(1), published_at=START + timedelta(days=3)))
    assert (again.number, EditionRow.objects.count(), changes()) == (1, 1, [])


def test_body_fix_names_the_edition_alone() -> None:
    record.add(edition(1))
    changes()
    assert record.add(replace(edition(1), body=())).number == 2
    assert changes() == [f"edition:{article_id(1)}"]


def test_retagged_article_leaves_old_front() -> None:
    record.add(edition(1))
    record.add(replace(edition(1), section=COURTS))
    archive = Archive()
    assert archive.front("section-harbour").articles == ()
    assert archive.front("section-courts").articles == (article_id(1),)


def test_permalink_is_never_given_twice() -> None:
    record.add(edition(1, slug="fire"))
    record.withdraw(article_id(1), "unpublish")
    record.add(edition(2, slug="fire"))
    archive = Archive()
    assert archive.permalink(article_id(1)) is None
    assert archive.permalink(article_id(2)) == "/2026/03/01/fire-2/"


def test_unpublished_article_returns_where_it_stood() -> None:
    record.add(edition(1))
    record.withdraw(article_id(1), "unpublish")
    assert Archive().edition(article_id(1)) is None
    assert record.add(edition(1, headline="Again")).number == 2
    assert Archive().permalink(article_id(1)) == "/2026/03/01/story-1/"
    assert Archive().front("river").articles == (article_id(1),)


def test_kill_after_unpublish_leaves_a_notice() -> None:
    record.add(edition(1))
    record.withdraw(article_id(1), "unpublish")
    changes()
    record.withdraw(article_id(1), "kill", "libel")
    assert Archive().state(article_id(1)) == "killed"
    assert changes() == [f"edition:{article_id(1)}"]


def test_embargoed_edition_is_refused() -> None:
    ahead = timezone.now() + timedelta(hours=1)
    with pytest.raises(record.Embargoed):
        record.add(edition(1, embargoed_until=ahead))
    assert Archive().state(article_id(1)) is None
    assert changes() == []


def test_correction_stays_when_the_desk_publishes_again() -> None:
    record.add(edition(1))
    assert record.correct(article_id(1), NOTE).corrections == (NOTE,)
    assert record.add(edition(1, headline="Another headline")).corrections == (NOTE,)
    assert Archive().front("corrections").articles == (article_id(1),)


def test_what_is_not_live_cannot_be_corrected() -> None:
    with pytest.raises(LookupError):
        record.correct(article_id(1), NOTE)


def test_imported_old_articles_leave_the_front_as_it_was() -> None:
    for number in range(1000, 1050):
        record.add(edition(number))
    before = Archive().front("river").articles
    for number in range(90):
        record.add(edition(number))
    assert Archive().front("river").articles == before


def test_keys_are_noted_also_for_what_is_not_there() -> None:
    archive = Archive()
    with archive.noting() as noted:
        assert archive.card(article_id(9)) is None
        assert archive.author("nobody") is None
    assert noted == {f"card:{article_id(9)}", "author:nobody"}
