"""A newsroom that this very code got ready is opened without a look at its tables."""

from pathlib import Path

import pytest
from pytest_django import Settings

from newsdesk.commands._newsroom import folders, opening, ready, stamp
from newsdesk.settings_env.refused import Refused


@pytest.fixture
def data(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDESK_DATA", str(tmp_path))
    settings.NEWSDESK_DATA = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    monkeypatch.setitem(
        settings.DATABASES,
        "default",
        {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "newsdesk.sqlite3")},
    )
    return tmp_path


def _made(data: Path) -> None:
    (data / "newsdesk.sqlite3").touch()
    (data / "static").mkdir(exist_ok=True)
    (data / "static" / "staticfiles.json").touch()
    for what in ("database", "static"):
        stamp.write(what)


def test_a_second_opening_loads_no_app(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _made(data)
    monkeypatch.setattr(ready, "set_up", lambda: pytest.fail("the apps were loaded"))
    opening.open_newsroom()


def test_what_django_fills_in_is_no_change(data: Path, settings: Settings) -> None:
    _made(data)
    settings.DATABASES["default"] |= {"HOST": "", "PORT": "", "USER": ""}
    assert stamp.is_current("database")


@pytest.mark.parametrize("gone", ["newsdesk.sqlite3", "run/database.stamp"])
def test_a_database_that_is_gone_is_made_again(data: Path, gone: str) -> None:
    _made(data)
    (data / gone).unlink()
    assert not stamp.is_current("database")


def test_another_database_is_not_taken_for_the_one_that_is_ready(data: Path, settings: Settings) -> None:
    _made(data)
    settings.DATABASES["default"]["NAME"] = str(data / "static" / "staticfiles.json")
    assert not stamp.is_current("database")


def test_the_secret_key_is_made_once_and_for_us_alone(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSDESK_SECRET_KEY")
    folders.make()
    key = data / "secret.key"
    first = key.read_text()
    folders.make()
    assert key.read_text() == first
    assert len(first.strip()) >= 32
    assert key.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in data.iterdir()) == ["c2pa.pem", "media", "run", "secret.key"]


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("NEWSDESK_DATA", str(tmp_path / "file" / "data"))
    with pytest.raises(Refused, match=r"NEWSDESK_DATA: .*name a folder that you can write to"):
        folders.make()
