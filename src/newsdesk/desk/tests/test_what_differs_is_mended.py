"""The sweep brings the archive in step with what is live in Wagtail, and touches nothing else."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from newsdesk.archive import record
from newsdesk.archive.models import CardRow, EditionRow
from newsdesk.archive.reader import Archive
from newsdesk.desk import filing, reconcile
from newsdesk.desk.models import ArticlePage, InfoPage, StandingPagesPage
from newsdesk.desk.tests.conftest import editions, headline_readers_see, state


def test_nothing_to_mend(published: ArticlePage) -> None:
    assert reconcile.sweep(contents=True) == reconcile.Mended((), ())
    assert editions(published) == 1


def test_live_and_unknown_is_added(published: ArticlePage) -> None:
    CardRow.objects.all().delete()
    EditionRow.objects.all().delete()
    assert reconcile.sweep().added == (published.archive_id,)
    assert state(published) == "live"


def test_recorded_and_not_live_is_withdrawn(published: ArticlePage) -> None:
    Page.objects.filter(pk=published.pk).update(live=False)
    assert reconcile.sweep().withdrawn == (published.archive_id,)
    assert state(published) == "unpublished"


def test_another_text_is_filed(published: ArticlePage) -> None:
    Page.objects.filter(pk=published.pk).update(title="Changed behind its back")
    assert reconcile.sweep().added == ()
    assert reconcile.sweep(contents=True).added == (published.archive_id,)
    assert headline_readers_see(published) == "Changed behind its back"


def test_what_is_killed_stays_killed(published: ArticlePage) -> None:
    record.withdraw(published.archive_id, "kill", "wrong")
    assert reconcile.sweep(contents=True) == reconcile.Mended((), ())
    with pytest.raises(ValidationError, match="for good"):
        published.save_revision(clean=False).publish()
    assert state(published) == "killed"


def test_an_article_without_a_page_is_left_alone(published: ArticlePage) -> None:
    stranger = replace(filing.file(published), article=str(uuid4()), slug="from-elsewhere")
    record.add(stranger)
    assert reconcile.sweep() == reconcile.Mended((), ())
    assert Archive().state(stranger.article) == "live"


@pytest.fixture
def about(desk: None) -> InfoPage:
    page = InfoPage(title="About", slug="about", live=False)
    StandingPagesPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return InfoPage.objects.get(pk=page.pk)


def test_a_standing_page_is_added_as_it_is(about: InfoPage) -> None:
    assert reconcile.sweep() == reconcile.Mended((), ())
    record.withdraw_page(about.archive_id)
    assert reconcile.sweep().added == (about.archive_id,)
    Page.objects.filter(pk=about.pk).update(title="About us")
    assert reconcile.sweep().added == (about.archive_id,)
    assert Archive().page(about.archive_id) == filing.file_standing(InfoPage.objects.get())


def test_a_standing_page_that_is_not_live_is_withdrawn(about: InfoPage) -> None:
    Page.objects.filter(pk=about.pk).update(live=False)
    assert reconcile.sweep().withdrawn == (about.archive_id,)
    assert Archive().page(about.archive_id) is None
    assert reconcile.sweep() == reconcile.Mended((), ())
