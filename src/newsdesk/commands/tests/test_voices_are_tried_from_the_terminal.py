"""``newsdesk voice`` lists what can work here with its remedy, and has a voice read a text into a file."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import pytest

from newsdesk import cli


def test_each_voice_is_listed_with_what_it_lacks(
    settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.NEWSDESK_SPEECH_URL, settings.NEWSDESK_PIPER_MODELS = "", tmp_path
    assert cli.main(["voice", "list"]) == 0
    told = capsys.readouterr().out
    assert "espeak: can work here\n  formant, on this machine; GPL-3.0-or-later" in told
    assert "http: No service is named; set NEWSDESK_SPEECH_URL" in told
    assert "piper: " in told


def test_a_text_is_read_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "said.wav"
    assert cli.main(["voice", "try", "The council met. It was late.", "--language", "en", "--out", str(out)]) == 0
    with wave.open(str(out)) as file:
        assert 1 < file.getnframes() / file.getframerate() < 5
    assert "words a minute" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["***"], 1, "nothing to read aloud"),
        (["Hello.", "--voice", "nobody"], 2, "there is no voice 'nobody'; there are espeak, http, piper"),
        (["Hello.", "--language", "en", "--out", "/nowhere/said.wav"], 2, "cannot be written"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    arguments: list[str], status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["voice", "try", *arguments]) == status
    line = capsys.readouterr().err
    assert told in line
    assert line.count("\n") == 1
