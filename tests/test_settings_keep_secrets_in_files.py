"""A secret may stand in a file, so that it is in no environment that others can list."""

from pathlib import Path

import pytest

from newsdesk.settings_env import table
from newsdesk.settings_env.refused import Refused

KEY = "k" * 40


def test_a_secret_is_read_from_the_file_that_is_named(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(f"{KEY}\n")
    assert table.SECRET_KEY.value({"NEWSDESK_SECRET_KEY_FILE": str(file)}) == KEY


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="NEWSDESK_SECRET_KEY_FILE: cannot read"):
        table.SECRET_KEY.value({"NEWSDESK_SECRET_KEY_FILE": str(tmp_path / "none")})


def test_two_sources_of_one_secret_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="given twice"):
        table.SECRET_KEY.value({"NEWSDESK_SECRET_KEY": KEY, "NEWSDESK_SECRET_KEY_FILE": str(tmp_path / "key")})


def test_what_is_no_secret_has_no_file(tmp_path: Path) -> None:
    assert table.SITE_NAME.value({"NEWSDESK_SITE_NAME_FILE": str(tmp_path)}) == table.SITE_NAME.default


@pytest.mark.parametrize("setting", [table.DATABASE_URL, table.EMAIL_URL, table.SECRET_KEY], ids=lambda one: one.name)
def test_whatever_may_hold_a_password_is_a_secret(setting: table.Setting[str]) -> None:
    assert setting.secret
