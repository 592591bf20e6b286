"""What is put on the shelf is what any web server finds there, and can be asked for, compared and taken away again."""

from __future__ import annotations

import errno
import gzip
from pathlib import Path

import brotli
import pytest

from newsdesk.press.shelves import Printed, ShelfError, opened
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.press.shelves.media import content_type

PAGE = Printed("<p>Повінь на річці.</p>".encode() * 50)


@pytest.fixture
def shelf(tmp_path: Path) -> DiskShelf:
    return DiskShelf(tmp_path / "shelf")


def test_page_stands_with_both_twins_and_no_notice(shelf: DiskShelf) -> None:
    shelf.put("/2026/11/flood/", PAGE, sync=True)
    file = shelf.public / "2026/11/flood/index.html"
    assert file.read_bytes() == PAGE.body
    assert gzip.decompress(file.with_name("index.html.gz").read_bytes()) == PAGE.body
    assert brotli.decompress(file.with_name("index.html.br").read_bytes()) == PAGE.body
    assert not shelf.notices.exists()
    assert shelf.get("/2026/11/flood/") == PAGE


def test_twins_exist_only_where_they_are_smaller(shelf: DiskShelf) -> None:
    shelf.put("/a.txt", PAGE_TXT, sync=False)
    shelf.put("/a.txt", Printed(b"ok", content_type=content_type("a.txt")), sync=False)
    assert [file.name for file in shelf.public.iterdir()] == ["a.txt"]


PAGE_TXT = Printed(b"word " * 200, content_type=content_type("a.txt"))


def test_what_stands_there_is_told_from_what_does_not(shelf: DiskShelf) -> None:
    shelf.put_file("/pictures/a/160.webp", b"picture")
    assert [shelf.has(path) for path in ("/pictures/a/160.webp", "/pictures/a/", "/pictures/b")] == [True, False, False]


def test_picture_has_no_twins(shelf: DiskShelf) -> None:
    shelf.put_file("/pictures/ab/800.jpeg", b"\xff\xd8" + bytes(500))
    assert list(shelf.paths()) == ["/pictures/ab/800.jpeg"]
    assert [file.name for file in (shelf.public / "pictures/ab").iterdir()] == ["800.jpeg"]
    shelf.delete_file("/pictures/ab/800.jpeg")
    assert list(shelf.public.iterdir()) == []


@pytest.mark.parametrize(
    "printed",
    [
        Printed(b"gone", status=410),
        Printed(b"", status=301, location="/there/"),
        Printed(b"{}" * 100, content_type="application/feed+json"),
    ],
)
def test_what_is_no_plain_200_comes_back_whole(shelf: DiskShelf, printed: Printed) -> None:
    shelf.put("/x.json", printed, sync=True)
    assert shelf.get("/x.json") == printed
    assert shelf.holds("/x.json", printed)
    shelf.delete("/x.json")
    assert shelf.get("/x.json") is None
    assert not list(shelf.notices.iterdir())


@pytest.mark.parametrize("damage", ["index.html", "index.html.gz", "index.html.br"])
def test_holds_sees_damage_in_any_file(shelf: DiskShelf, damage: str) -> None:
    shelf.put("/a/", PAGE, sync=False)
    assert shelf.holds("/a/", PAGE)
    (shelf.public / "a" / damage).write_bytes(b"damaged")
    assert not shelf.holds("/a/", PAGE)
    shelf.put("/a/", PAGE, sync=False)
    (shelf.public / "a" / damage).unlink()
    assert not shelf.holds("/a/", PAGE)
    assert not shelf.holds("/a/", Printed(PAGE.body, status=410))


def test_delete_prunes_only_empty_folders(shelf: DiskShelf) -> None:
    for path in ("/a/b/c/", "/a/d/"):
        shelf.put(path, PAGE, sync=False)
    shelf.delete("/a/b/c/")
    assert not (shelf.public / "a/b").exists()
    assert list(shelf.paths()) == ["/a/d/"]
    shelf.delete("/never/was/")


def test_equal_bytes_have_equal_times_and_others_do_not(shelf: DiskShelf) -> None:
    for path, body in (("/a.txt", b"one"), ("/b.txt", b"one"), ("/c.txt", b"two")):
        shelf.put(path, Printed(body, content_type=content_type(path)), sync=False)
    times = [(shelf.public / name).stat().st_mtime for name in ("a.txt", "b.txt", "c.txt")]
    assert times[0] == times[1] != times[2]


@pytest.mark.parametrize(
    "path",
    ["", "a", "//a", "/../a", "/a/./b", "/a\\b", "/a\0b", "/a//", "/index.html", "/a.gz", "/e\u0301/", "/" + "a" * 250],
)
def test_paths_that_are_no_sheet_are_refused(shelf: DiskShelf, path: str) -> None:
    for act in (shelf.get, shelf.delete, lambda p: shelf.put(p, PAGE, sync=False)):
        with pytest.raises(ShelfError):
            act(path)
    assert not shelf.public.exists()


def test_full_disk_tells_the_press_to_stop(shelf: DiskShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.put("/a/", PAGE, sync=False)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.utime", full)
    with pytest.raises(ShelfError) as told:
        shelf.put("/a/", Printed(b"new"), sync=False)
    assert told.value.full
    monkeypatch.undo()
    assert shelf.holds("/a/", PAGE)
    assert not list(shelf.tmp.iterdir())


def test_free_bytes_and_sync_work_before_anything_was_put(shelf: DiskShelf) -> None:
    free, total = shelf.free_bytes()
    assert 0 < free <= total
    shelf.sync()
    shelf.put("/a/", PAGE, sync=False)
    shelf.sync()


def test_shelf_is_found_by_its_name(tmp_path: Path) -> None:
    assert isinstance(opened("disk", tmp_path), DiskShelf)
    with pytest.raises(ShelfError):
        opened("cellar", tmp_path)
