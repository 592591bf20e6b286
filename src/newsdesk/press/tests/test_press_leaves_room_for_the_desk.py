"""On a nearly full disk the press stops, old files stand, the desk is told and can still write."""

from __future__ import annotations

import pytest

from newsdesk.archive import record
from newsdesk.archive.tests.makers import edition
from newsdesk.press.models import Halt, Sheet
from newsdesk.press.room import NoRoom, check
from newsdesk.press.run import Press, run
from newsdesk.press.shelves.base import Printed, ShelfError

MB = 1000 * 1000


@pytest.mark.django_db
def test_press_stops_before_the_disk_is_full(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    record.add(edition(1))
    run(press)
    old = press.shelf.get("/")
    monkeypatch.setattr(press.shelf, "free_bytes", lambda: (150 * MB, 8000 * MB))
    record.add(edition(2))
    with pytest.raises(NoRoom):
        run(press)
    assert press.shelf.get("/") == old
    assert "150 MB free" in Halt.objects.get().reason
    assert Sheet.objects.filter(due__isnull=False).exists(), "what is due stays due"

    monkeypatch.setattr(press.shelf, "free_bytes", lambda: (4000 * MB, 8000 * MB))
    assert run(press).drawn
    assert not Halt.objects.exists()


@pytest.mark.django_db
def test_disk_that_fills_up_while_writing_stops_the_press(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    record.add(edition(1))
    run(press)

    def full(path: str, printed: Printed, *, sync: bool) -> None:
        raise ShelfError(f"{path}: No space left on device", full=True)

    monkeypatch.setattr(press.shelf, "put", full)
    record.add(edition(2))
    with pytest.raises(NoRoom):
        run(press)
    assert Halt.objects.exists()


@pytest.mark.parametrize(("free", "total", "stops"), [(250, 8_000, False), (250, 20_000, True), (199, 1_000, True)])
def test_room_is_the_larger_of_200_megabytes_and_two_percent(free: int, total: int, stops: bool) -> None:
    if stops:
        with pytest.raises(NoRoom):
            check(free * MB, total * MB)
    else:
        check(free * MB, total * MB)
