"""A writer killed between any two steps leaves the old sheet or the new one, never a body under a wrong status."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.press.shelves import Printed
from newsdesk.press.shelves.disk import DiskShelf
from newsdesk.press.shelves.printing import files_of, read_notice

ARTICLE = Printed(b"<p>An article that was published.</p>" * 40)
REWRITTEN = Printed(b"<p>The same article, corrected since.</p>" * 30)
SHORT = Printed(b"short")
GONE = Printed(b"<p>This article was withdrawn.</p>" * 20, status=410)
MOVED = Printed(b"moved", status=301, location="/2026/11/there/")


class Killed(BaseException):
    """Stands for SIGKILL: nothing catches it."""


def _kill_after(steps: int, patch: pytest.MonkeyPatch) -> None:
    """The first ``steps`` renames and removals in the shelf happen; the next one never returns."""
    left = iter(range(steps))

    def counting(real: object) -> object:
        def step(path: Path, *args: object, **kwargs: object) -> object:
            if next(left, None) is None:
                raise Killed
            return real(path, *args, **kwargs)  # type: ignore[operator]

        return step

    for name in ("rename", "unlink"):
        patch.setattr(Path, name, counting(getattr(Path, name)))


def _readable(shelf: DiskShelf) -> Iterator[tuple[int, bytes]]:
    """(status, body) for each file of the sheet as the reader's rule lets it out."""
    notice_file = shelf.notices / "a" / "index.html.json"
    notice = read_notice(notice_file.read_bytes()) if notice_file.exists() else None
    for file in (shelf.public / "a").iterdir():
        body = file.read_bytes()
        if notice is None:
            yield 200, body
        elif hashlib.sha256(body).hexdigest() in notice.bodies:
            yield notice.status, body


@pytest.mark.parametrize("before", [ARTICLE, GONE, MOVED, SHORT], ids=["article", "gone", "moved", "short"])
@pytest.mark.parametrize("after", [REWRITTEN, GONE, MOVED, SHORT], ids=["rewritten", "gone", "moved", "short"])
def test_killed_between_any_two_steps(tmp_path: Path, before: Printed, after: Printed) -> None:
    fair = set()
    for sheet in (before, after):
        files = files_of("index.html", sheet)
        fair |= {(sheet.status, body) for body in (files.plain, *files.twins.values())}
    for steps in range(12):
        shelf = DiskShelf(tmp_path / str(steps))
        shelf.put("/a/", before, sync=False)
        with pytest.MonkeyPatch.context() as patch:
            _kill_after(steps, patch)
            try:
                shelf.put("/a/", after, sync=False)
                finished = True
            except Killed:
                finished = False
        assert set(_readable(shelf)) <= fair
        shelf.put("/a/", after, sync=False)
        assert shelf.holds("/a/", after)
    assert finished, "twelve steps are enough for any sheet"


def test_no_file_is_reachable_before_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = DiskShelf(tmp_path)
    _kill_after(0, monkeypatch)
    with pytest.raises(Killed):
        shelf.put("/a/", ARTICLE, sync=True)
    assert list(shelf.paths()) == []


def test_a_killed_writers_leavings_are_swept_by_the_next_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = DiskShelf(tmp_path)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "tmp" / "1-1").write_bytes(b"half")
    monkeypatch.setattr("newsdesk.press.shelves.durable._FORGOTTEN", -1.0)
    shelf.put("/a/", ARTICLE, sync=False)
    assert list((tmp_path / "tmp").iterdir()) == []
