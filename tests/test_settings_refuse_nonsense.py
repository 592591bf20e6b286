"""A setting that cannot be understood stops the start with one line that says what would have been."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.settings_env.refused import Refused
from newsdesk.settings_env.setting import Setting
from newsdesk.settings_env.table import SETTINGS, unknown

NONSENSE = {
    "NEWSDESK_SITE_NAME": ["two\nlines"],
    "NEWSDESK_TAGLINE": ["a\ttab"],
    "NEWSDESK_SITE_URL": [
        "paper.example",
        "ftp://paper.example",
        "https://paper.example/news",
        "http://:80",
        "http://a:b",
    ],
    "NEWSDESK_TIME_ZONE": ["Kyiv", "../etc/passwd", "+02:00"],
    "NEWSDESK_LANGUAGE": ["en-GB", "fr"],
    "NEWSDESK_THEME": ["no.such.theme", "../theme", "sys"],
    "NEWSDESK_DATABASE_URL": ["mysql://u:p@h/d", "postgresql://host", "sqlite://host/file", "nothing"],
    "NEWSDESK_DATABASE_POOL": ["0", "101", "many", "-1", "1.5", "²"],
    "NEWSDESK_EMAIL_URL": ["paper@example.org", "smtp:", "smtp://host:port", "file:///", "imap://host"],
    "NEWSDESK_EMAIL_FROM": ["nobody", "a@b@c"],
    "NEWSDESK_SECRET_KEY": ["too short"],
    "NEWSDESK_CONFIDENTIAL_KEY": ["a passphrase", "c2hvcnQ=", "é" * 44, "A" * 43],
    "NEWSDESK_HOSTS": ["https://paper.example", "a b", "*"],
    "NEWSDESK_UPLOAD_MEGABYTES": ["0", "201"],
    "NEWSDESK_UPLOAD_MEGAPIXELS": ["401"],
    "NEWSDESK_READER_WORKERS": ["0", "65"],
    "NEWSDESK_DESK_PORT": ["65536", "-1", "desk"],
    "NEWSDESK_READER_MEGABYTES": ["0", "1e3"],
    "NEWSDESK_FORWARD_AT_ONCE": ["0"],
    "NEWSDESK_FORWARD_SECONDS": ["soon"],
    "NEWSDESK_C2PA_CERTIFICATE": ["two\nlines"],
    "NEWSDESK_C2PA_KEY": ["key.pem", "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----"],
    "NEWSDESK_C2PA_TIMESTAMP_URL": ["time.example"],
    "NEWSDESK_PIPER_MODELS": ["a\0b"],
    "NEWSDESK_PIPER_URL": ["http://models.example/v1", "models.example", "https://user:password@models.example"],
    "NEWSDESK_SPEECH_URL": ["https://api.example/v1", "http://api.example/v1/audio/speech", "speech"],
    "NEWSDESK_SPEECH_KEY": ["too short", "a key with blanks in it"],
    "NEWSDESK_SPEECH_MODEL": ["two\nlines"],
    "NEWSDESK_SPEECH_VOICE": ["a\ttab"],
    "NEWSDESK_SPEECH_COST": ["free", "-1", "1001", "1e2", "0,015", "²"],
    "NEWSDESK_ACCESS_LOG": ["log/"],
    "NEWSDESK_ERROR_LOG": ["log/"],
    "NEWSDESK_LOG_ADDRESSES": ["maybe"],
    "NEWSDESK_LOG_LEVEL": ["loud"],
    "NEWSDESK_DEBUG": ["2"],
}
BY_NAME = {setting.name: setting for setting in SETTINGS}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in NONSENSE.items() for value in values])
def test_nonsense_is_refused_in_one_line(name: str, value: str) -> None:
    with pytest.raises(Refused) as refused:
        BY_NAME[name].value({name: value})
    line = str(refused.value)
    assert line.startswith(f"{name}: ")
    assert "\n" not in line
    assert " is not " in line


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_nothing_given_is_the_default(setting: Setting[object]) -> None:
    assert setting.value({}) == setting.value({setting.name: "  "}) == setting.parse(setting.default)


@given(st.sampled_from(SETTINGS), st.text())
def test_any_text_is_a_value_or_refused(setting: Setting[object], text: str) -> None:
    try:
        setting.value({setting.name: text})
    except Refused as refused:
        assert str(refused).startswith(setting.name)


@pytest.mark.parametrize("name", [setting.name for setting in SETTINGS if setting.secret])
def test_a_refused_secret_is_not_shown(name: str) -> None:
    with pytest.raises(Refused) as refused:
        BY_NAME[name].value({name: "hunter2 "})
    assert "hunter2" not in str(refused.value)


def test_misspelt_settings_are_found() -> None:
    assert unknown(["NEWSDESK_SITENAME", "NEWSDESK_SITE_NAME", "NEWSDESK_SECRET_KEY_FILE", "PATH"]) == [
        "NEWSDESK_SITENAME"
    ]


def test_the_environment_is_the_only_source() -> None:
    source = re.compile(r"NEWSDESK_[A-Z0-9_]+")
    assert all(source.fullmatch(setting.name) for setting in SETTINGS)
    assert len(BY_NAME) == len(SETTINGS)
