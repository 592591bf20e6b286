"""What is kept in memory is bounded, lets go of what nobody asks for, and logs stay within their bounds too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdesk.press.serving import logs
from newsdesk.press.serving.hot import Hot, Shown, answers
from newsdesk.press.serving.stock import KEPT, Stock
from newsdesk.press.shelves import Printed
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.press.shelves.paths import parts_of


def shown(shelf: DiskShelf, stock: Stock, path: str, size: int) -> Shown:
    shelf.put(path, Printed(bytes(size), content_type="image/x-icon"), sync=False)
    found = stock.find(parts_of(path))
    assert found is not None
    return Shown(found, answers(path, found, 200, "file", False), 0.0)


def test_least_recently_asked_for_goes_first(tmp_path: Path) -> None:
    shelf, stock = DiskShelf(tmp_path), Stock(tmp_path)
    hot = Hot(stock, 75_000)
    for name in "abcd":
        hot.put(f"/{name}/", shown(shelf, stock, f"/{name}/", 20_000))
        assert hot.get("/a/", 0.0) is not None
        assert hot.weight <= 75_000
    assert hot.get("/b/", 0.0) is None
    assert all(hot.get(f"/{name}/", 0.0) for name in "acd")
    for name in "acd":
        hot.drop(f"/{name}/")
    assert hot.weight == 0


def test_large_bodies_are_not_kept(tmp_path: Path) -> None:
    shelf, stock = DiskShelf(tmp_path), Stock(tmp_path)
    kept = shown(shelf, stock, "/kept/", KEPT).answers["identity"].copy
    large = shown(shelf, stock, "/large/", KEPT + 1).answers["identity"].copy
    assert kept.body is not None and large.body is None and large.etag


def test_full_log_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_TOO_LARGE", 300)
    log = logs.Log(str(tmp_path / "log" / "access.jsonl"))
    for number in range(10):
        log.request((0.0, "GET", f'/"{number}"\n', 200, 1, 0.001, "br", ""))
        log.flush()
    old, new = (tmp_path / "log" / name for name in ("access.jsonl.1", "access.jsonl"))
    assert old.stat().st_size < 600
    paths = [json.loads(line)["path"] for file in (old, new) if file.exists() for line in file.read_text().splitlines()]
    assert paths[-1] == '/"9"\n'


def test_address_is_logged_only_where_it_is_given(tmp_path: Path) -> None:
    line = json.loads(logs.as_json((0.0, "GET", "/", 200, 1, 0.002, "", "192.0.2.7")))
    assert (line["address"], line["ms"]) == ("192.0.2.7", 2.0)


def test_log_that_cannot_be_written_costs_no_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    log = logs.Log(str(tmp_path / "log" / "access.jsonl"))
    log.tell("OSError", path="/a/")
    log.flush()
    assert "cannot write" in capsys.readouterr().err


def test_a_full_log_is_moved_once_by_whoever_finds_it_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_TOO_LARGE", 10)
    file = tmp_path / "access.jsonl"
    file.write_text("more than ten bytes\n")
    with file.open("a") as theirs:
        with file.open("a") as mine:
            logs._turn_over(mine.fileno(), file)
        logs._turn_over(theirs.fileno(), file)  # the file it writes to has another name by now
    assert [one.name for one in tmp_path.iterdir()] == ["access.jsonl.1"]
