"""With the desk down, a reader's one click to leave is on the disk before it is answered; no log shows whose."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from newsdesk.press.serving import leaves
from newsdesk.press.tests.serve_running import running, until

LINK = "B" * 75


def test_click_is_kept_once_and_answered_without_a_cookie(tmp_path: Path) -> None:
    with running(tmp_path, "--desk-port", "9") as reader:
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "26"}
        for _ in range(2):
            got = reader.ask("POST", f"/letters/leave/{LINK}/", kind, b"List-Unsubscribe=One-Click")
            assert got.status == 200 and "set-cookie" not in got.headers and "location" not in got.headers
        assert reader.get(f"/letters/leave/{LINK}/").status == 503
        assert reader.ask("POST", "/letters/sign-up/", {"Content-Length": "0"}).status == 503
        reader.signal(signal.SIGKILL)
    (file,) = (tmp_path / leaves.FOLDER).iterdir()
    assert file.read_text() == LINK and file.suffix == ".leave"


def test_no_more_are_kept_than_there_is_room_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaves, "MOST", 2)
    assert [leaves.keep(tmp_path, str(number) * 75) for number in range(3)] == [True, True, False]
    assert leaves.keep(tmp_path, "0" * 75)


def test_what_was_not_written_whole_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(leaves.os, "fsync", fail)
    with pytest.raises(OSError, match="full"):
        leaves.keep(tmp_path, LINK)
    assert not list((tmp_path / leaves.FOLDER).iterdir())


def test_access_log_shows_no_token(tmp_path: Path) -> None:
    with running(
        tmp_path, "--desk-port", "9", NEWSDESK_ACCESS_LOG="access.log", NEWSDESK_ERROR_LOG="error.log"
    ) as reader:
        for door in ("confirm", "not-me", "leave", "keep", "preferences"):
            reader.get(f"/letters/{door}/{LINK}/?x={LINK}")
        for spoilt in (f"/letters/confirm/{LINK}", f"//letters//confirm/{LINK}/", f"/letters%2Fconfirm%2f{LINK}/"):
            reader.get(spoilt)
        log = tmp_path / "access.log"
        until(lambda: log.exists() and log.read_text().count("confirm") == 4)
    assert LINK not in log.read_text()


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
def test_only_a_post_leaves(method: str) -> None:
    assert leaves.link_of(method, f"/letters/leave/{LINK}/") == ""
    assert leaves.link_of("POST", f"/letters/leave/{LINK}/") == LINK
    assert leaves.link_of("POST", "/letters/leave/../../../etc/passwd/") == ""
