"""A backup holds what cannot be made again and no secret; a bad one changes nothing."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from newsdesk.commands._backup import database, manifest, restore, write
from newsdesk.settings_env.refused import Refused

NAME = "database.sqlite3"
PHOTOGRAPH = "originals/ab/abcdef"
RECORDING = f"recordings/{'a' * 64}"


@pytest.fixture
def newsroom(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom of one article, one photograph and one session, in files."""
    data = tmp_path / "data"
    (data / "originals" / "ab").mkdir(parents=True)
    (data / "media").mkdir()
    (data / "run").mkdir()
    (data / "secret.key").write_text("never to leave this machine")
    (data / PHOTOGRAPH).write_bytes(b"a photograph")
    (data / "recordings").mkdir()
    (data / RECORDING).write_bytes(b"a reading")
    with closing(sqlite3.connect(data / "newsdesk.sqlite3")) as made, made:
        made.execute("CREATE TABLE article (headline)")
        made.execute("INSERT INTO article VALUES ('Ferry is late')")
        made.execute("CREATE TABLE django_session (key)")
        made.execute("INSERT INTO django_session VALUES ('lets its holder in')")
    monkeypatch.setattr(database, "kind", lambda: "sqlite")
    monkeypatch.setattr(database, "settings", lambda: {"NAME": str(data / "newsdesk.sqlite3")})
    _use(settings, data)
    return data


def _use(settings: Settings, data: Path) -> None:
    settings.NEWSDESK_DATA = data
    settings.NEWSDESK_ORIGINALS = data / "originals"
    settings.MEDIA_ROOT = data / "media"


def _headlines(data: Path) -> list[str]:
    with closing(sqlite3.connect(data / "newsdesk.sqlite3")) as opened:
        return [row[0] for row in opened.execute("SELECT headline FROM article")]


def test_what_was_kept_comes_back(newsroom: Path, tmp_path: Path) -> None:
    assert write.write(tmp_path / "backup.zip") == 3
    with closing(sqlite3.connect(newsroom / "newsdesk.sqlite3")) as opened, opened:
        opened.execute("UPDATE article SET headline = 'spoilt'")
    (newsroom / PHOTOGRAPH).write_bytes(b"spoilt")
    (newsroom / RECORDING).unlink()

    aside = restore.restore(tmp_path / "backup.zip", force=True)

    assert _headlines(newsroom) == ["Ferry is late"]
    assert (newsroom / PHOTOGRAPH).read_bytes() == b"a photograph"
    assert (newsroom / RECORDING).read_bytes() == b"a reading"
    assert aside is not None
    assert (aside / PHOTOGRAPH).read_bytes() == b"spoilt"


def test_no_secret_is_in_it(newsroom: Path, tmp_path: Path) -> None:
    write.write(tmp_path / "backup.zip")
    with ZipFile(tmp_path / "backup.zip") as kept:
        assert sorted(kept.namelist()) == [NAME, "manifest.json", PHOTOGRAPH, RECORDING]
        (tmp_path / NAME).write_bytes(kept.read(NAME))
    with closing(sqlite3.connect(tmp_path / NAME)) as copy:
        assert copy.execute("SELECT count(*) FROM django_session").fetchone() == (0,)
    assert (tmp_path / "backup.zip").stat().st_mode & 0o077 == 0


def test_a_newsroom_is_not_written_over_unasked(newsroom: Path, tmp_path: Path) -> None:
    write.write(tmp_path / "backup.zip")
    with pytest.raises(Refused, match="--force"):
        restore.restore(tmp_path / "backup.zip", force=False)
    with pytest.raises(Refused, match="exists already"):
        write.write(tmp_path / "backup.zip")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({PHOTOGRAPH: b"another photograph"}, "is damaged"),
        ({"manifest.json": b"{}"}, "no backup of Newsdesk"),
        ({"manifest.json": None}, "no backup of Newsdesk"),
        ({PHOTOGRAPH: None}, "cannot be restored"),
    ],
)
def test_a_backup_that_was_tampered_with_changes_nothing(
    newsroom: Path, tmp_path: Path, change: dict[str, bytes | None], words: str
) -> None:
    write.write(tmp_path / "backup.zip")
    _rewritten(tmp_path / "backup.zip", change)
    with pytest.raises(Refused, match=words):
        restore.restore(tmp_path / "backup.zip", force=True)
    assert _headlines(newsroom) == ["Ferry is late"]
    assert not list(newsroom.glob("before-restore-*"))


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/cron.d/evil", "originals/../../evil", "run/evil", "secret.key", "originals"]
)
def test_a_member_cannot_be_written_elsewhere(newsroom: Path, tmp_path: Path, name: str) -> None:
    write.write(tmp_path / "backup.zip")
    with ZipFile(tmp_path / "backup.zip") as kept:
        told = json.loads(kept.read("manifest.json"))
    told["members"][name] = "0" * 64
    _rewritten(tmp_path / "backup.zip", {"manifest.json": json.dumps(told).encode(), name: b"evil"})
    with pytest.raises(Refused, match="cannot be restored"):
        restore.restore(tmp_path / "backup.zip", force=True)
    assert not (tmp_path / "evil").exists()


@given(st.text() | st.lists(st.sampled_from(["..", ".", "", "/", "originals", "media", "a"])).map("/".join))
def test_a_safe_name_stays_below_its_folder(name: str) -> None:
    if manifest.is_safe(name):
        assert Path("/data", name).resolve().is_relative_to("/data")
        assert Path(name).parts[0] in (*manifest.FOLDERS, *manifest.DATABASES.values())


def test_a_file_that_is_no_backup_is_refused(newsroom: Path, tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8 sun")
    with pytest.raises(Refused, match="no backup"):
        restore.restore(tmp_path / "holiday.jpg", force=True)


def _rewritten(file: Path, change: dict[str, bytes | None]) -> None:
    with ZipFile(file) as kept:
        members: dict[str, bytes | None] = {name: kept.read(name) for name in kept.namelist()} | change
    with ZipFile(file, "w") as new:
        for name, data in members.items():
            if data is not None:
                new.writestr(name, data)
