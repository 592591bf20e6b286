"""What is wrong with one document is told with its remedy, and all others come in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsdesk.desk.imports.ninjs import import_folder
from newsdesk.desk.imports.tests.bundles import PHOTO, item, write
from newsdesk.desk.imports.tests.reading import edition, page, seen
from newsdesk.desk.models import ArticlePage, Photograph


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"{", "it is not JSON"),
        (b"\xff\xfe{}", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "document: expected an object"),
        (b'{"uri": "urn:x", "urgency": 11}', "urgency: expected a whole number from 1 to 9"),
        (b'{"uri": "urn:x", "headlines": [{"value": "%s"}]}' % (b"x" * 300), "255"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, broken: bytes, reason: str) -> None:
    folder = write(tmp_path, item("a"))
    (folder / "0.json").write_bytes(broken)
    report = import_folder(folder, True)
    ((file, said),) = report.skipped
    assert (file, report.published) == ("0.json", 1)
    assert reason in said
    assert reason in str(report)
    assert ArticlePage.objects.count() == 1


def test_what_no_text_may_hold_is_left_out_and_told(tmp_path: Path) -> None:
    body = {"contentType": "text/html", "value": "<p>It\x0b sa&#1;iled\ud800 \U0001f6a2.</p>"}
    strange = item(
        "a", headlines=[{"value": "A\x00bout\x93"}], bodies=[body], subjects=[{"name": "S\x00ea", "rel": "primary"}]
    )
    report = import_folder(write(tmp_path, strange), True)
    assert (report.published, [file for file, _ in report.held]) == (1, ["1.json"])
    assert "5 characters" in report.held[0][1]
    shown = edition("a")
    assert (shown.headline, shown.section and shown.section.name) == ("About", "Sea")
    assert "It sailed \U0001f6a2." in str(shown.body)


def test_what_is_incomplete_stays_a_draft(tmp_path: Path) -> None:
    report = import_folder(write(tmp_path, item("a", subjects=[]), item("b")), True)
    assert (report.created, report.published) == (2, 1)
    assert [file for file, _ in report.held] == ["1.json"]
    assert "section" in report.held[0][1]
    assert not page("a").live
    assert page("a").first_published_at is None


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("../secret.jpg", "leads out of the folder"),
        ("%2e%2e/secret.jpg", "leads out of the folder"),
        ("link.jpg", "leads out of the folder"),
        ("/etc/passwd", "leads out of the folder"),
        ("missing.jpg", "There is no file"),
        ("https://agency.example/ferry.jpg", "is not beside the document"),
        ("1.json", "not a picture"),
    ],
)
def test_no_file_but_a_picture_of_the_folder_is_taken(tmp_path: Path, href: str, reason: str) -> None:
    photo: dict[str, Any] = PHOTO | {"renditions": [{"name": "original", "href": href}]}
    folder = write(tmp_path / "bundle", item("a", associations=[photo]))
    (tmp_path / "secret.jpg").write_bytes((folder / "ferry.jpg").read_bytes())
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    report = import_folder(folder, True)
    assert (report.published, len(report.held)) == (1, 1)
    assert reason in report.held[0][1]
    assert not Photograph.objects.exists()
    assert edition("a").picture is None


def test_a_photograph_of_its_own_document_is_found_by_its_uri(tmp_path: Path) -> None:
    named = {"name": "main", "uri": PHOTO["uri"], "type": "picture"}
    own = {name: value for name, value in PHOTO.items() if name != "name"}
    report = import_folder(write(tmp_path, item("a", associations=[named]), own), True)
    assert (report.held, report.skipped) == ([], [])
    picture = edition("a").picture
    assert picture
    assert Photograph.objects.get().archive_id == picture.picture


def test_what_an_agency_withholds_or_cancels_reaches_no_reader(tmp_path: Path) -> None:
    report = import_folder(write(tmp_path, item("a", pubStatus="withheld"), item("b", pubStatus="canceled")), True)
    assert (report.published, len(report.held), len(report.skipped)) == (0, 1, 1)
    assert not page("a").live
    assert ArticlePage.objects.count() == 1
    import_folder(write(tmp_path, item("a"), item("b")), True)
    assert seen("a")
    report = import_folder(write(tmp_path, item("a"), item("b", pubStatus="canceled")), False)
    assert "taken off the site" in report.held[0][1]
    assert seen("a")
    assert not seen("b")


def test_an_embargo_ahead_schedules_and_one_behind_dates(tmp_path: Path) -> None:
    ahead = item("a", embargoedUntil="2199-01-01T00:00:00Z")
    behind = item("b", embargoedUntil="2026-03-17T11:00:00Z")
    report = import_folder(write(tmp_path, ahead, behind), True)
    assert (report.published, report.scheduled, report.held) == (1, 1, [])
    assert not seen("a")
    assert page("a").get_latest_revision().approved_go_live_at.year == 2199
    assert edition("b").first_published.hour == 11


def test_what_has_expired_is_not_published(tmp_path: Path) -> None:
    report = import_folder(write(tmp_path, item("a", expires="2026-03-18T00:00:00Z")), True)
    assert (report.published, len(report.held)) == (0, 1)
    assert not seen("a")


def test_progress_is_told_for_each_document(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    import_folder(write(tmp_path, item("a"), item("b")), False, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
