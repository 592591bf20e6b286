"""Whoever edits the example's files by hand is told which file and which line to mend."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from newsdesk.example.problem import ReadError
from newsdesk.example.read import HERE, read_newsroom


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("*.py", "tests", "photographs", "__pycache__")
    return Path(shutil.copytree(HERE, tmp_path / "example", ignore=ignored))


MISTAKES = [
    ("newsroom.toml", 'time_zone = "Europe/Lisbon"', 'time_zone = "Europe/Averra"', "no time zone"),
    ("newsroom.toml", 'short_name = "the Packet"', "", "short_name: is missing"),
    ("newsroom.toml", 'strapline = "Ind', "strapline = Ind", "Invalid value"),
    ("contributors.toml", 'portrait = "portrait-jonas-velt"', 'portrait = "nobody"', "picture:nobody"),
    ("letters.toml", 'days = ["saturday"]', 'days = ["caturday"]', "no such day"),
    ("front.toml", '"gate-inspections", "flood-night-minutes", "branda', '"no-such", "branda', "article:no-such"),
    ("photographs.toml", 'caption = "Sardine boats come into Sant Elm at dawn."', 'caption = ""', "caption: is empty"),
    ("stories/mill-jobs.md", 'kind = "news"', 'kind = "gossip"', "is none of"),
    ("stories/mill-jobs.md", "urgency = 3", "urgency = 30", "from 1"),
    ("stories/mill-jobs.md", 'section = "economy"', 'section = "gossip"', "section:gossip"),
    ("stories/mill-jobs.md", "published = 2026-10-01T15:30:00", "published = 2026-10-01T15:30:00Z", "local time"),
    ("stories/mill-jobs.md", 'dateline = "Alcorra"', 'datline = "Alcorra"', "datline: unknown"),
    ("stories/regional-budget.md", '"+3d"', '"in three days"', "counted from the day of loading"),
    ("stories/regional-budget.md", "(article:serrada-inquiry)", "(article:nothing)", "article:nothing"),
    ("stories/short-let-levy.md", 'kind = "clarification"', 'kind = "excuse"', "is none of"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "complaint"), MISTAKES)
def test_mistake_is_found_where_it_stands(folder: Path, name: str, right: str, wrong: str, complaint: str) -> None:
    path = folder / name
    words = path.read_text(encoding="utf-8")
    assert words.count(right) == 1
    path.write_text(words.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ReadError, match=complaint) as caught:
        read_newsroom(folder)
    assert caught.value.path == path
    if wrong:
        assert caught.value.line == words[: words.index(right)].count("\n") + 1


def test_headline_too_long_to_publish(folder: Path) -> None:
    path = folder / "stories" / "mill-jobs.md"
    path.write_text(path.read_text(encoding="utf-8").replace('headline = "', f'headline = "{"long " * 20}'))
    with pytest.raises(ReadError, match="more than 110"):
        read_newsroom(folder)
