"""A sheet that cannot be drawn keeps its old file and its reads, tells why, and holds up no other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.keys import Lane
from newsdesk.archive.tests.makers import edition
from newsdesk.press import recipe
from newsdesk.press.models import Sheet
from newsdesk.press.recipe import Wanted
from newsdesk.press.run import Press, run
from newsdesk.press.shelves.base import ShelfError
from newsdesk.press.tests import paper

pytestmark = pytest.mark.django_db

FIRST, SECOND = "/2026/03/01/story-1/", "/2026/03/01/story-2/"


def break_article(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    def gather(archive: Any, frame: Any, wanted: Wanted) -> Any:
        page = paper.gather_article(archive, frame, wanted)
        if wanted.path == path:
            raise ZeroDivisionError("the table has no columns")
        return page

    broken = replace(paper.RECIPES["article"], gather=gather)
    monkeypatch.setattr(recipe, "_recipes", paper.RECIPES | {"article": broken})


def test_failed_sheet_keeps_its_old_file(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    record.add(edition(1))
    record.add(edition(2))
    run(press)
    old = press.shelf.get(FIRST)
    break_article(monkeypatch, FIRST)
    record.add(edition(1, headline="Mended"))
    record.add(edition(2, headline="Also mended"))
    assert run(press).failed == 1
    assert press.shelf.get(FIRST) == old
    assert b"Also mended" in press.shelf.get(SECOND).body  # type: ignore[union-attr]
    sheet = Sheet.objects.get(path=FIRST)
    assert "the table has no columns" in sheet.error
    assert (sheet.attempts, sheet.due is None) == (1, False)


def test_failed_sheet_is_drawn_when_it_is_mended(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    break_article(monkeypatch, FIRST)
    record.add(edition(1))
    run(press)
    assert press.shelf.get(FIRST) is None
    monkeypatch.setattr(recipe, "_recipes", dict(paper.RECIPES))
    assert not run(press).drawn, "it waits before the next attempt"
    record.add(edition(1, headline="Mended"))
    assert run(press).failed == 0
    assert b"Mended" in press.shelf.get(FIRST).body  # type: ignore[union-attr]
    assert not Sheet.objects.filter(attempts__gt=0).exists()


def test_failed_sheet_is_tried_again_after_a_growing_pause(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    break_article(monkeypatch, FIRST)
    record.add(edition(1))
    pauses = []
    for _ in range(3):
        run(press)
        sheet = Sheet.objects.get(path=FIRST)
        pauses.append(round((sheet.next_attempt_at - timezone.now()).total_seconds()))  # type: ignore[operator]
        Sheet.objects.update(next_attempt_at=timezone.now())
    assert pauses == sorted(pauses) and pauses[-1] > 10 * pauses[0]


def test_template_that_asks_the_database_fails(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(page: Any, frame: Any) -> Any:
        Sheet.objects.count()

    monkeypatch.setattr(recipe, "_recipes", paper.RECIPES | {"home": replace(paper.RECIPES["home"], write=write)})
    record.add(edition(1))
    assert run(press).failed == 1
    assert "QueryWhileDrawing" in Sheet.objects.get(path="/").error


@pytest.mark.parametrize("lane", [Lane.EDITOR, Lane.RENAME], ids=["several hands", "one hand"])
def test_sheet_that_the_shelf_refuses_fails_alone(press: Press, monkeypatch: pytest.MonkeyPatch, lane: Lane) -> None:
    put = press.shelf.put

    def refuse(path: str, *rest: Any, **more: Any) -> None:
        if path == FIRST:
            raise ShelfError(f"{path}: Permission denied")
        put(path, *rest, **more)

    monkeypatch.setattr(press.shelf, "put", refuse)
    run(press)
    record.add(edition(1), lane)
    record.add(edition(2), lane)
    assert run(press).failed == 1
    assert "Permission denied" in Sheet.objects.get(path=FIRST).error
    assert press.shelf.get(FIRST) is None and press.shelf.get(SECOND)
