"""``newsdesk sources read`` prints who said what, for people and for programs, and refuses what it cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdesk import cli

TEXT = "The pier is safe, Mara Olin told Coast Radio on Monday. Two people were reportedly hurt.\n"
PUBLISHED = ("--published", "2026-03-17")


@pytest.fixture
def draft(tmp_path: Path) -> str:
    file = tmp_path / "draft.txt"
    file.write_text(TEXT, "utf8")
    return str(file)


def test_a_person_reads_statement_chain_and_day(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sources", "read", draft, *PUBLISHED]) == 0
    told = capsys.readouterr().out
    assert "1. indirect, 2026-03-16\n   The pier is safe\n   told: Mara Olin (person) → Coast Radio (outlet)" in told
    assert "hedges without a source: reportedly" in told


def test_a_program_reads_the_whole_record(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sources", "read", draft, *PUBLISHED, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [span["text"] for span in record["unsourced_hedges"]] == ["reportedly"]
    assert [link["name"] for link in record["statements"][0]["chain"]] == ["Mara Olin", "Coast Radio"]


def test_a_file_that_is_not_there_is_refused_with_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sources", "read", "/nowhere/draft.txt", *PUBLISHED]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_day_that_is_none_is_refused(draft: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["sources", "read", draft, "--published", "Monday"])
    assert "write it as 2026-03-17" in capsys.readouterr().err
