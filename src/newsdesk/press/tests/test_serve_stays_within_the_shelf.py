"""No path, however written, and no link planted in the shelf leads to a file outside of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdesk.press.serving.stock import Stock
from newsdesk.press.shelves import Printed, ShelfError
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.press.shelves.paths import parts_of, path_of

from .serve_running import Running, running

SECRET = b"the desk's secret key"
NAMES = [
    "..",
    ".",
    "",
    "a",
    "b",
    "index.html",
    "link",
    "up",
    "pipe",
    "secret.key",
    "public",
    "notices",
    "\0",
    "\\",
    "%2e%2e",
]
_name = st.sampled_from(NAMES) | st.text(max_size=4)
nasty_paths = st.lists(_name, max_size=6).map("/".join).map("/".__add__) | st.text(max_size=12)


def _encoded(path: str, doubly: bool) -> str:
    hidden = path.replace(".", "%2e").replace("/", "%2f").replace("\\", "%5c")
    return hidden.replace("%", "%25") if doubly else hidden


nasty_targets = st.builds(_encoded, nasty_paths, st.booleans()) | nasty_paths


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf that holds /a/ and, planted in it, links and a pipe."""
    place: Path = tmp_path_factory.mktemp("newsroom")
    (place / "secret.key").write_bytes(SECRET)
    shelf = DiskShelf(place / "shelf")
    for path in ("/a/", "/a/b.txt", "/real/x.txt"):
        shelf.put(path, Printed(b"printed"), sync=False)
    (shelf.public / "link").symlink_to(place / "secret.key")
    (shelf.public / "a" / "link.html").symlink_to("../../../secret.key")
    (shelf.public / "up").symlink_to("../..", target_is_directory=True)
    (shelf.public / "around").symlink_to("real", target_is_directory=True)
    (shelf.public / "real" / "x.txt.br").unlink(missing_ok=True)
    (shelf.public / "real" / "x.txt.br").symlink_to(place / "secret.key")
    os.mkfifo(shelf.public / "pipe")
    return place


@given(path=nasty_paths)
@example("/link")
@example("/up/secret.key")
@example("/around/x.txt")
@example("/a/link.html")
@example("/pipe")
def test_nothing_but_plain_files_of_the_shelf_is_found(data: Path, path: str) -> None:
    try:
        parts = parts_of(path)
    except ShelfError:
        return
    found = Stock(data / "shelf").find(parts)
    assert found is None or path in ("/a/", "/a/b.txt", "/real/x.txt")


@given(path=nasty_paths)
def test_a_path_has_one_spelling_and_no_way_up(path: str) -> None:
    try:
        parts = parts_of(path)
    except ShelfError:
        return
    assert path_of(parts) == path
    assert not {"", ".", ".."} & set(parts)
    assert not any("/" in part or "\0" in part or "\\" in part for part in parts)


@pytest.fixture(scope="module")
def site(data: Path) -> Iterator[Running]:
    with running(data) as started:
        yield started


@given(target=nasty_targets)
@example("/%2e%2e/%2e%2e/secret.key")
@example("/..%2f..%2fsecret.key")
@example("/up/secret.key")
@example("/link")
@example("/a/..%5c..%5c..%5csecret.key")
@example("/%252e%252e/secret.key")
@example("/a%00.html")
@example("/%ff%fe")
@example("//etc/passwd")
def test_no_request_gets_anything_but_what_was_printed(site: Running, target: str) -> None:
    got = site.get("/" + quote(target.lstrip("/"), safe="/%", errors="replace"))
    assert SECRET not in got.body
    assert got.status in (200, 301, 400, 404)
    if got.status == 200:
        assert got.body == b"printed"
    if got.status == 301:
        assert got.headers["location"] in ("/a/",)


def test_planted_twin_is_left_out_and_the_sheet_served(site: Running) -> None:
    got = site.get("/real/x.txt", accept_encoding="br")
    assert (got.status, got.body) == (200, b"printed")


def test_decoding_happens_once(site: Running) -> None:
    assert unquote("/%2561/") == "/%61/"
    assert site.get("/%61/").status == 200
    assert site.get("/%2561/").status == 404
