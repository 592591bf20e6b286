"""What is scheduled or embargoed comes out at its time, late after downtime with a note, and never before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.archive.models import CardRow, EditionRow, ValueRow
from newsdesk.archive.reader import Archive
from newsdesk.desk import schedule
from newsdesk.desk.due import IN_TIME, due_time, late_by
from newsdesk.desk.models import ArticlePage, Overdue
from newsdesk.desk.tests.conftest import Begin, editions, headline_readers_see, state
from newsdesk.desk.tests.forms import form_of

NOON = datetime(2030, 3, 17, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TIMES = st.none() | st.datetimes(timezones=st.just(UTC))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    def set_to(now: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now)

    set_to(NOON)
    return set_to


def waiting(begin: Begin, headline: str = "Ferry late", **fields: Any) -> ArticlePage:
    page = begin(headline, **({"publish_at": NOON + HOUR} | fields))
    page.get_latest_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


@given(TIMES, TIMES)
def test_due_is_never_before_either_time(publish_at: datetime | None, embargoed_until: datetime | None) -> None:
    due = due_time(publish_at, embargoed_until)
    assert (due is None) == (publish_at is None and embargoed_until is None)
    assert due is None or all(due >= time for time in (publish_at, embargoed_until) if time)


@given(st.integers(-1000, 1000))
def test_a_minute_late_is_in_time(seconds: int) -> None:
    assert late_by(NOON, NOON + timedelta(seconds=seconds)) == (seconds if seconds > IN_TIME else 0)


def test_comes_out_at_its_time(clock: Any, begin: Begin) -> None:
    page = waiting(begin)
    assert (schedule.due(10), editions(page)) == ([], 0)
    clock(NOON + HOUR)
    assert schedule.due(10) == [page.pk]
    schedule.do_one(page.pk)
    schedule.do_one(page.pk)
    assert (editions(page), state(page), schedule.due(10)) == (1, "live", [])


def test_an_embargo_outlasts_the_planned_time_and_reaches_no_table(clock: Any, begin: Begin) -> None:
    page = waiting(begin, "Peace signed", embargoed_until=NOON + 2 * HOUR)
    clock(NOON + HOUR)
    assert schedule.due(10) == []
    tables = (EditionRow, CardRow, ValueRow)
    assert not any("Peace signed" in str(row) for table in tables for row in table.objects.values())
    clock(NOON + 2 * HOUR)
    schedule.do_one(page.pk)
    assert state(page) == "live"


def test_late_after_downtime_with_a_note(clock: Any, begin: Begin) -> None:
    page = waiting(begin)
    clock(NOON + 3 * HOUR)
    schedule.do_one(page.pk)
    edition = Archive().edition(page.archive_id)
    assert edition
    assert edition.late_by == 7200
    mended = ArticlePage.objects.get(pk=page.pk)
    mended.title = "Mended"
    mended.save_revision().publish()
    edition = Archive().edition(page.archive_id)
    assert edition
    assert (edition.headline, edition.late_by) == ("Mended", 0)


def test_what_cannot_come_out_stays_with_the_reason(clock: Any, begin: Begin) -> None:
    page = waiting(begin)
    revision = page.scheduled_revision
    revision.content = {**revision.content, "body": "[]"}
    revision.save()
    clock(NOON + HOUR)
    schedule.do_one(page.pk)
    overdue = Overdue.objects.get(page_id=page.pk)
    assert (editions(page), overdue.attempts) == (0, 1)
    assert "There is no text." in overdue.error
    assert schedule.due(10) == []
    clock(NOON + 2 * HOUR)
    assert schedule.due(10) == [page.pk]
    page.save_revision().publish()
    schedule.do_one(page.pk)
    assert (editions(page), Overdue.objects.count()) == (1, 0)


def test_a_schedule_taken_back_is_no_longer_overdue(clock: Any, at_editor: Client, begin: Begin) -> None:
    page = waiting(begin)
    Overdue.objects.create(page_id=page.pk, next_attempt_at=NOON, error="x")
    url = reverse("wagtailadmin_pages:revisions_unschedule", args=(page.pk, page.scheduled_revision.pk))
    at_editor.post(url)
    clock(NOON + HOUR)
    assert (schedule.due(10), Overdue.objects.count(), editions(page)) == ([], 0, 0)


def test_one_that_fails_stops_no_other(clock: Any, begin: Begin) -> None:
    broken, good = waiting(begin, "Broken"), waiting(begin, "Good")
    revision = broken.scheduled_revision
    revision.content = {**revision.content, "section": None}
    revision.save()
    clock(NOON + HOUR)
    for page_id in schedule.due(10):
        schedule.do_one(page_id)
    assert (editions(broken), editions(good)) == (0, 1)


def test_expiry_withdraws(clock: Any, begin: Begin) -> None:
    page = begin(expire_at=NOON + HOUR)
    page.get_latest_revision().publish()
    assert state(page) == "live"
    clock(NOON + HOUR)
    assert schedule.due(10) == [page.pk]
    schedule.do_one(page.pk)
    assert (state(page), ArticlePage.objects.get(pk=page.pk).expired, schedule.due(10)) == ("unpublished", True, [])


def test_what_expired_while_waiting_does_not_flash_up(clock: Any, begin: Begin) -> None:
    page = waiting(begin, expire_at=NOON + 2 * HOUR)
    clock(NOON + 3 * HOUR)
    schedule.do_one(page.pk)
    assert (editions(page), Overdue.objects.count()) == (0, 1)


def test_a_scheduled_article_can_be_mended(clock: Any, at_editor: Client, begin: Begin) -> None:
    page = waiting(begin)
    url = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    times = {"publish_at": timezone.localtime(NOON + HOUR).strftime("%Y-%m-%d %H:%M")}
    answer = at_editor.post(url, form_of(page, title="Mended", **times) | {"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    clock(NOON + HOUR)
    schedule.do_one(page.pk)
    assert headline_readers_see(page) == "Mended"


def test_autosave_does_not_take_the_time_away(clock: Any, begin: Begin) -> None:
    page = waiting(begin)
    page.title = "Still typing"
    page.save_revision(overwrite_revision=page.scheduled_revision, clean=False)
    clock(NOON + HOUR)
    schedule.do_one(page.pk)
    assert headline_readers_see(page) == "Ferry late"


def test_an_update_can_wait_for_its_time(clock: Any, begin: Begin) -> None:
    page = begin()
    page.get_latest_revision().publish()
    page = ArticlePage.objects.get(pk=page.pk)
    page.title, page.publish_at = "Update", NOON + HOUR
    page.save_revision().publish()
    assert (headline_readers_see(page), editions(page)) == ("Ferry late", 1)
    clock(NOON + HOUR)
    schedule.do_one(page.pk)
    assert (headline_readers_see(page), editions(page)) == ("Update", 2)


def test_an_embargo_holds_whatever_a_revision_says(clock: Any, begin: Begin) -> None:
    page = begin(embargoed_until=NOON + HOUR)
    revision = page.get_latest_revision()
    revision.content = {**revision.content, "go_live_at": None}
    revision.save()
    revision.publish()
    assert (state(page), ArticlePage.objects.get(pk=page.pk).live) == (None, False)


def test_the_rules_hold_in_code(begin: Begin) -> None:
    page = begin(body=[])
    with pytest.raises(ValidationError, match="There is no text"):
        page.get_latest_revision().publish()
    assert (state(page), ArticlePage.objects.get(pk=page.pk).live) == (None, False)
