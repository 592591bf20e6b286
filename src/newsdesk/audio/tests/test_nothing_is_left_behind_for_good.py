"""What killed workers and given-up attempts leave goes after its time, and nothing that somebody may be at."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from newsdesk.audio import leftovers
from newsdesk.audio.models import Made

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(settings: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files; the data folder is ``data`` in it."""
    settings.NEWSDESK_DATA = tmp_path / "data"  # type: ignore[attr-defined]
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left(folder: Path, age: timedelta) -> Path:
    folder.mkdir(parents=True)
    (folder / "speech.raw").write_bytes(b"sound")
    at = (timezone.now() - age).timestamp()
    os.utime(folder, (at, at))
    return folder


HOURS, DAYS = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize("name", ["newsdesk-clip-a1", "newsdesk-listen-a1"])
def test_the_folder_of_a_killed_worker_goes_after_a_day(place: Path, name: str) -> None:
    old, new = left(place / name, 25 * HOURS), left(place / f"{name}-new", 23 * HOURS)
    leftovers.sweep()
    assert (old.exists(), new.exists()) == (False, True)


def test_speech_that_was_paid_for_goes_after_a_week(place: Path) -> None:
    voices = place / "data" / "run" / "voices"
    old, new = left(voices / ("a" * 64), 8 * DAYS), left(voices / ("b" * 64), 6 * DAYS)
    leftovers.sweep()
    assert (old.exists(), new.exists()) == (False, True)


def test_what_is_not_ours_stays(place: Path) -> None:
    elsewhere = left(place / "somebody", 9 * DAYS)
    (place / "newsdesk-clip-link").symlink_to(elsewhere)
    file = place / "newsdesk-clip-file"
    file.write_text("words")
    os.utime(file, (0, 0))
    os.utime(place / "newsdesk-clip-link", (0, 0), follow_symlinks=False)
    leftovers.sweep()
    assert (elsewhere / "speech.raw").exists()
    assert file.exists()


def made(at: datetime) -> Made:
    return Made.objects.create(of="today", at=at, voice="espeak", seconds=1.0, characters=1)


def test_notes_of_what_was_made_go_after_a_year(place: Path) -> None:
    made(timezone.now() - 367 * DAYS)
    kept = made(timezone.now() - 360 * DAYS)
    leftovers.sweep()
    leftovers.sweep()
    assert list(Made.objects.all()) == [kept]
