"""The reader server counts visits to a letter's redirects: sums by path and day, in a file, and nothing of who."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdesk.press.serving import visits
from newsdesk.press.serving.visits import FOLDER, Visits
from newsdesk.press.shelves import Printed
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.press.tests.serve_running import running

ISSUE = "/letters/8d3f1d4e-0c1a-4f0e-9a55-3d1f0a2b7c11/"
LINK = f"{ISSUE}2/"


def written(data: Path) -> list[str]:
    return [file.read_text() for file in (data / FOLDER).iterdir()]


def test_visits_are_summed_by_path_and_day(tmp_path: Path) -> None:
    shelf = DiskShelf(tmp_path / "shelf")
    shelf.put(LINK, Printed(b"on", status=302, location="https://tide.example/"), sync=False)
    shelf.put(ISSUE, Printed(b"<p>The issue</p>"), sync=False)
    with running(tmp_path) as reader:
        for _ in range(3):
            assert reader.get(LINK + "?who=ines", user_agent="Boat").status == 302
        assert reader.ask("HEAD", LINK).status == 302
        assert reader.get(f"{ISSUE}3/").status == 404 and reader.get(ISSUE).status == 200
    (told,) = written(tmp_path)
    ((day, counts),) = json.loads(told).items()
    assert len(day) == len("2026-11-25") and counts == {LINK: 3}
    assert "ines" not in told and "Boat" not in told and "127.0.0.1" not in told


def test_what_nobody_takes_in_stays_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "MOST", 2)
    counted = Visits(tmp_path)
    for _ in range(5):
        counted.note(LINK)
        counted.flush(now=True)
    assert len(written(tmp_path)) == 2
    next((tmp_path / FOLDER).iterdir()).unlink()
    counted.flush(now=True)
    assert sum(json.loads(told).popitem()[1][LINK] for told in written(tmp_path)) == 4


def test_nothing_is_written_within_the_minute(tmp_path: Path) -> None:
    counted = Visits(tmp_path)
    counted.note(LINK)
    counted.flush()
    assert not (tmp_path / FOLDER).exists()
