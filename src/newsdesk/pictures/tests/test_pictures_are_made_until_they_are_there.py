"""What is asked for is made once, put on the shelf and told to the archive; what fails is tried again, ever later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from newsdesk.article.picture import file_path, social_path
from newsdesk.pictures import confined, job, metadata, store
from newsdesk.pictures.models import Original
from newsdesk.pictures.particulars import PictureMetadata
from newsdesk.pictures.tests import samples

pytestmark = pytest.mark.django_db
SAID = PictureMetadata(caption="A bridge", creator="Olena Koval", credit="Olena Koval / AFP")


class Newsroom:
    """A shelf in memory and an archive that remembers what it was told."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.told: list[tuple[str, tuple[int, ...], tuple[str, ...]]] = []

    def put_file(self, path: str, data: bytes) -> None:
        self.files[path] = data

    def has(self, path: str) -> bool:
        return path in self.files

    def pictured(self, digest: str, widths: tuple[int, ...], formats: tuple[str, ...]) -> None:
        self.told.append((digest, widths, formats))


@pytest.fixture
def newsroom(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Newsroom:
    room = Newsroom()
    settings.NEWSDESK_ORIGINALS, settings.NEWSDESK_DATA = tmp_path / "originals", tmp_path
    monkeypatch.setattr(job.shelves, "current", lambda: room)
    monkeypatch.setattr(job.record, "pictured", room.pictured)
    return room


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A child that makes one small file at once, or fails with the words given."""

    def answer(failure: str) -> None:
        def run(work: str, order: dict[str, Any]) -> dict[str, Any]:
            if failure:
                raise confined.ChildFailed(failure)
            for name in ("160.webp", "og.jpeg"):
                (Path(order["into"]) / name).write_bytes(order["metadata"]["credit"].encode())
            return {"widths": [160], "formats": ["webp"]}

        monkeypatch.setattr(job.confined, "run", run)

    answer("")
    return answer


def asked(said: PictureMetadata = SAID, **named: Any) -> Original:
    digest = store.keep(samples.saved(samples.scene(400, 300), "jpeg"))
    job.ask(digest, "jpeg", 400, 300, said, **named)
    return Original.objects.get(digest=digest)


def test_all_files_are_on_the_shelf_with_the_credit_in_them(newsroom: Newsroom) -> None:
    row = asked()
    assert job.due(10) == [row.id]
    job.make_one(row.id)
    widths, formats = (160, 320, 400), ("avif", "webp", "jpeg")
    wanted = {file_path(row.digest, width, format) for width in widths for format in formats}
    assert set(newsroom.files) == wanted | {social_path(row.digest)}
    assert {metadata.read(file).credit for file in newsroom.files.values()} == {SAID.credit}
    assert newsroom.told == [(row.digest, widths, formats)]
    row.refresh_from_db()
    assert (row.widths, row.error, job.due(10)) == ([160, 320, 400], "", [])
    assert row.began_at and row.made_at and row.began_at <= row.made_at


def test_made_once_however_often_it_is_asked_and_run(newsroom: Newsroom, quick: object) -> None:
    row = asked()
    for _ in range(2):
        job.make_one(row.id)
        asked()
    assert len(newsroom.told) == 1


@pytest.mark.parametrize("change", [{"said": replace(SAID, credit="Reuters")}, {"focal_point": (0.1, 0.9)}])
def test_changed_credit_or_focal_point_is_due_again(newsroom: Newsroom, quick: object, change: dict[str, Any]) -> None:
    job.make_one(asked().id)
    row = asked(**change)
    assert job.due(10) == [row.id]
    job.make_one(row.id)
    assert newsroom.files[social_path(row.digest)].decode() == change.get("said", SAID).credit


def test_credit_changed_while_being_made_is_not_lost(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    row = asked()

    def run(work: str, order: dict[str, Any]) -> dict[str, Any]:
        asked(replace(SAID, credit="Reuters"))
        (Path(order["into"]) / "og.jpeg").write_bytes(b"")
        return {"widths": [], "formats": []}

    monkeypatch.setattr(job.confined, "run", run)
    job.make_one(row.id)
    assert job.due(10) == [row.id]


def test_failure_is_told_and_tried_again_ever_later(newsroom: Newsroom, quick: Callable[[str], None]) -> None:
    row = asked()
    quick("OSError: broken")
    pauses = []
    for attempt in range(1, 13):
        Original.objects.update(next_attempt_at=timezone.now())
        before = timezone.now()
        job.make_one(row.id)
        row.refresh_from_db()
        assert (row.attempts, row.error, row.made_at, job.due(10)) == (attempt, "OSError: broken", None, [])
        pauses.append(round((row.next_attempt_at - before).total_seconds() / 30))
    assert pauses == sorted(pauses)
    assert pauses[:4] == [1, 2, 4, 8]
    assert pauses[-1] == job.LONGEST_PAUSE / job.FIRST_PAUSE
    quick("")
    Original.objects.update(next_attempt_at=timezone.now())
    job.make_one(row.id)
    row.refresh_from_db()
    assert row.made_at and not row.error


def test_missing_original_is_an_error_on_its_row(newsroom: Newsroom) -> None:
    row = asked()
    store.path_of(row.digest).unlink()
    job.make_one(row.id)
    row.refresh_from_db()
    assert "FileNotFoundError" in row.error


def test_two_workers_do_not_make_the_same_picture(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    row, runs = asked(), []

    def run(work: str, order: dict[str, Any]) -> dict[str, Any]:
        runs.append(work)
        job.make_one(row.id)
        (Path(order["into"]) / "og.jpeg").write_bytes(b"")
        return {"widths": [], "formats": []}

    monkeypatch.setattr(job.confined, "run", run)
    job.make_one(row.id)
    assert runs == ["make"]


def test_picture_of_a_worker_that_died_comes_back(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    row = asked()
    monkeypatch.setattr(job.confined, "run", lambda *args: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        job.make_one(row.id)
    assert job.due(10) == []
    later = timezone.now() + job.LEASE
    monkeypatch.setattr(job.timezone, "now", lambda: later)
    assert job.due(10) == [row.id]


def test_files_gone_from_the_shelf_are_made_again(newsroom: Newsroom) -> None:
    row = asked()
    assert job.look_for_lost() == 0  # not made yet is not lost
    job.make_one(row.id)
    whole = dict(newsroom.files)
    assert job.look_for_lost() == 0
    for path in whole:
        del newsroom.files[path]
        assert (job.look_for_lost(), job.due(10)) == (1, [row.id])
        job.make_one(row.id)
        assert newsroom.files == whole


def test_longest_waiting_first_and_no_more_than_asked_for(newsroom: Newsroom) -> None:
    for number in range(3):
        job.ask(f"{number:064x}", "jpeg", 10, 10, SAID)
    assert [Original.objects.get(id=id).digest[-1] for id in job.due(2)] == ["0", "1"]


def test_only_digests_can_be_asked_for(newsroom: Newsroom) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        job.ask("../../etc/passwd", "jpeg", 10, 10, SAID)
