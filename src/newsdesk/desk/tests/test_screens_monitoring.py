"""The desk's home: who has what in work, what waits and why, what comes out when, what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from newsdesk.desk import schedule
from newsdesk.desk.models import ArticlePage
from newsdesk.desk.screens.monitoring.board import Board, board
from newsdesk.desk.screens.rows import Row
from newsdesk.desk.tests.conftest import Begin
from newsdesk.desk.tests.pictures import photograph
from newsdesk.pictures.models import Original
from newsdesk.press import room
from newsdesk.press.models import Purge, PurgeTrouble, Sheet

HOME = "/desk/"
Look = Callable[[], Board]


def headlines(rows: list[Row]) -> list[str]:
    return [row.headline for row in rows]


@pytest.fixture
def look(editor: User) -> Look:
    def now() -> Board:
        return board(editor)

    return now


def test_each_article_stands_where_it_belongs(look: Look, begin: Begin, reporter: User) -> None:
    begin("Begun")
    soon = timezone.now() + timedelta(hours=3)
    begin("Embargoed", embargoed_until=soon).get_latest_revision().publish()
    begin("Out").get_latest_revision().publish()
    changed = begin("Out, being mended")
    changed.get_latest_revision().publish()
    ArticlePage.objects.get(pk=changed.pk).save_revision()
    submitted = begin("Submitted", owner=reporter)
    submitted.get_workflow().start(submitted, reporter)
    shown = look()
    assert headlines(shown.in_work) == ["Out, being mended", "Begun"]
    assert headlines(shown.waiting) == ["Submitted"]
    assert headlines(shown.planned) == ["Embargoed"]
    assert shown.planned[0].state.value == "embargoed"
    assert headlines(shown.live_today) == ["Out, being mended", "Out"]


def test_what_nobody_touched_for_weeks_is_no_longer_in_work(look: Look, begin: Begin) -> None:
    page = begin("Forgotten")
    ArticlePage.objects.filter(pk=page.pk).update(worked_at=timezone.now() - timedelta(days=15))
    assert look().in_work == []


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Lets the newsroom's clock run ahead."""
    began = timezone.now()

    def run(ahead: timedelta) -> None:
        monkeypatch.setattr(timezone, "now", lambda: began + ahead)

    run(timedelta(0))
    return run


def test_what_could_not_come_out_waits_with_its_reason(
    look: Look, begin: Begin, later: Callable[[timedelta], None]
) -> None:
    page = begin("No text", body=[], publish_at=timezone.now() + timedelta(hours=1))
    page.get_latest_revision().publish()
    later(timedelta(hours=1, minutes=5))
    schedule.do_one(page.pk)
    shown = look()
    assert headlines(shown.waiting) == ["No text"]
    assert "There is no text." in shown.waiting[0].reason
    assert shown.planned == []


def test_how_late_it_came_out_is_said(look: Look, begin: Begin, later: Callable[[timedelta], None]) -> None:
    page = begin("Late", publish_at=timezone.now() + timedelta(hours=1))
    page.get_latest_revision().publish()
    later(timedelta(hours=1, minutes=11, seconds=30))
    schedule.do_one(page.pk)
    assert look().live_today[0].minutes_late == 12
    assert "came out 12 min late" in render_to_string(
        "newsdesk_desk/monitoring/when.html", {"row": look().live_today[0], "when": "live"}
    )


def test_a_sheet_that_failed_is_shown_with_its_reason(at_editor: Client) -> None:
    Sheet.objects.create(path="/2026/11/23/bridge/", recipe="article", error="KeyError: 'label'", attempts=3)
    Sheet.objects.create(path="/fine/", recipe="article")
    text = at_editor.get(HOME).content.decode()
    assert "/2026/11/23/bridge/" in text
    assert "KeyError: &#x27;label&#x27;" in text
    assert "3 times" in text
    assert "/fine/" not in text


def test_a_press_that_stands_still_says_why(at_editor: Client) -> None:
    room.halted("The press has stopped: 12 MB free on the disk of the shelf.")
    assert "12 MB free on the disk of the shelf" in at_editor.get(HOME).content.decode()


def test_a_cdn_that_does_not_hear_says_why(at_editor: Client, settings: Settings) -> None:
    PurgeTrouble.objects.create(error="it answered 503", next_attempt_at=timezone.now())
    Purge.objects.create(path="/")
    assert "503" not in at_editor.get(HOME).content.decode()  # what was left by a CDN that is gone
    settings.NEWSDESK_PURGE_CDN = "varnish"
    assert "it answered 503. Sheets to be told of: 1." in at_editor.get(HOME).content.decode()


def test_pictures_without_files(look: Look) -> None:
    picture = photograph()
    picture.ask_for_files()
    assert look().pictures == []
    Original.objects.update(attempts=2, error="the child died")
    assert [(one.id, one.error, one.attempts) for one in look().pictures] == [(picture.pk, "the child died", 2)]
    Original.objects.update(attempts=0, error="", asked_at=timezone.now() - timedelta(hours=1))
    assert len(look().pictures) == 1


def test_an_empty_desk_teaches(at_editor: Client) -> None:
    text = at_editor.get(HOME).content.decode()
    assert "Nothing is planned." in text
    assert "New brief" in text


def test_a_dozen_queries_however_much_there_is(look: Look, begin: Begin) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            look()
        return len(queries)

    begin("One").get_latest_revision().publish()
    few = cost()
    for number in range(8):
        page = begin(f"Article {number}", publish_at=timezone.now() + timedelta(hours=number - 3 or 1))
        page.get_latest_revision().publish()
    begin("Draft")
    photograph().ask_for_files()
    Original.objects.update(attempts=2)
    assert cost() <= few + 1 <= 16
