"""A table a language of what is printed and how it is said, ``cases/en.toml``; other languages' words after a bar."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsdesk.audio.script.clean import cleaned
from newsdesk.audio.script.saying import Speaker

CASES = Path(__file__).parent / "cases"
WRITTEN = [
    pytest.param(file.stem, printed, said, id=f"{file.stem}: {printed}")
    for file in sorted(CASES.glob("*.toml"))
    for cases in tomllib.loads(file.read_text("utf-8")).values()
    for printed, said in cases.items()
]


def heard(printed: str, code: str) -> str:
    said = Speaker(code).say(cleaned(printed))
    return " | ".join(one.text if one.language == code else f"[{one.language}] {one.text}" for one in said)


@pytest.mark.parametrize(("code", "printed", "said"), WRITTEN)
def test_it_is_said_so(code: str, printed: str, said: str) -> None:
    assert heard(printed, code) == said


@pytest.mark.parametrize(("code", "least"), [("en", 220), ("uk", 80)])
def test_there_are_cases_enough(code: str, least: int) -> None:
    assert sum(case.values[0] == code for case in WRITTEN) >= least
