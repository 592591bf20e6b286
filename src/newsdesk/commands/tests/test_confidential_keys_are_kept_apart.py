"""The key of confidential identities is made readable to us alone, outside whatever is copied, and never backed up."""

from __future__ import annotations

import os
import stat
from base64 import urlsafe_b64encode
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from newsdesk.commands._backup import database, write
from newsdesk.commands._confidential import key_file
from newsdesk.commands._doctor.checks import confidential
from newsdesk.settings_env import parsers
from newsdesk.settings_env.refused import Refused
from newsdesk.settings_env.table import CONFIDENTIAL_KEY
from newsdesk.sources.confidential import acts
from newsdesk.sources.confidential.resealing import reseal
from newsdesk.sources.models import SourceRow

OLD, NEW = b"o" * 32, b"n" * 32


@pytest.fixture
def data(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = tmp_path / "newsroom"
    for name in ("NEWSDESK_DATA", "NEWSDESK_SHELF", "NEWSDESK_ORIGINALS", "MEDIA_ROOT"):
        folder = data / ("" if name == "NEWSDESK_DATA" else name.lower())
        folder.mkdir(parents=True, exist_ok=True)
        setattr(settings, name, folder)
    monkeypatch.setenv("NEWSDESK_DATA", str(data))
    monkeypatch.setenv("NEWSDESK_ORIGINALS", str(tmp_path / "originals elsewhere"))
    return data


def held(file: Path) -> tuple[bytes, ...]:
    return CONFIDENTIAL_KEY.value({"NEWSDESK_CONFIDENTIAL_KEY_FILE": str(file)})


def test_a_key_is_written_for_us_alone_and_read_as_a_setting(data: Path, tmp_path: Path) -> None:
    os.umask(os.umask(0))
    key_file.make(tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert [len(key) for key in held(tmp_path / "key")] == [32]


@pytest.mark.parametrize("place", ["newsroom/key", "newsroom/media_root/key", "originals elsewhere/key", "way in/key"])
def test_no_key_is_made_in_a_folder_of_the_newsroom(data: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "originals elsewhere").mkdir()
    (tmp_path / "way in").symlink_to(data / "media_root")
    with pytest.raises(Refused, match="a place elsewhere"):
        key_file.make(tmp_path / place)
    assert not (tmp_path / place).exists()


def test_no_file_is_written_over(data: Path, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("a letter")
    with pytest.raises(Refused, match="exists already"):
        key_file.make(tmp_path / "key")
    with pytest.raises(Refused, match="name the file of keys"):
        key_file.rotate(tmp_path / "key")
    assert (tmp_path / "key").read_text() == "a letter"


def test_a_new_key_goes_first_and_the_others_stay(data: Path, tmp_path: Path) -> None:
    key_file.make(tmp_path / "key")
    before = held(tmp_path / "key")
    key_file.rotate(tmp_path / "key")
    first, *others = held(tmp_path / "key")
    assert (first not in before, tuple(others)) == (True, before)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert list(tmp_path.glob(".*")) == []


def test_a_passphrase_is_no_key() -> None:
    with pytest.raises(ValueError, match="confidential key FILE"):
        parsers.keys("correct horse battery staple")


def test_a_backup_holds_no_key_under_whatever_name(
    data: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (NEW, OLD)
    monkeypatch.setattr(database, "kind", lambda: "sqlite")
    monkeypatch.setattr(database, "save", lambda file: file.write_bytes(b"rows"))
    (data / "media_root" / "notes.txt").write_bytes(b"for the record: " + urlsafe_b64encode(OLD))
    (data / "media_root" / "paper.txt").write_bytes(b"minutes of a meeting")
    write.write(tmp_path / "backup.zip")
    with ZipFile(tmp_path / "backup.zip") as kept:
        assert sorted(kept.namelist()) == ["database.sqlite3", "manifest.json", "media/paper.txt"]


def levels() -> list[str]:
    return [found.level for found in confidential.check()]


@pytest.mark.django_db
def test_the_doctor_says_when_a_key_is_missing_or_old(data: Path, settings: Settings) -> None:
    assert levels() == ["ok"]
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (OLD,)
    rosa = User.objects.create_user("rosa")
    acts.tell(SourceRow.objects.create(kind="anonymous", name="a clerk"), "Ilmar", [rosa], rosa)
    assert levels() == ["ok"]
    settings.NEWSDESK_CONFIDENTIAL_KEYS = (NEW, OLD)
    assert levels() == ["warn"]
    reseal()
    assert levels() == ["ok"]
    settings.NEWSDESK_CONFIDENTIAL_KEYS = ()
    assert levels() == ["fail"]


@pytest.mark.django_db
def test_the_doctor_says_when_a_key_lies_open_or_is_copied_along(
    data: Path, settings: Settings, tmp_path: Path
) -> None:
    key_file.make(tmp_path / "key")
    settings.NEWSDESK_CONFIDENTIAL_KEY_FILE = tmp_path / "key"
    assert levels() == ["ok"]
    (tmp_path / "key").chmod(0o640)
    assert [found.remedy for found in confidential.check()] == [f"run: chmod 600 {tmp_path / 'key'}"]
    inside = (tmp_path / "key").rename(data / "key")
    inside.chmod(0o600)
    settings.NEWSDESK_CONFIDENTIAL_KEY_FILE = inside
    assert levels() == ["fail"]
