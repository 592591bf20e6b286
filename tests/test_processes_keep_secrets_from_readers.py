"""The processes that face everyone are not told the database's address, the mail server's, or the secret key."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdesk.processes.children import newsroom
from newsdesk.processes.house import Child


def test_readers_are_told_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDESK_DATABASE_URL", "postgres://somebody:secret@localhost/paper")
    monkeypatch.setenv("NEWSDESK_SECRET_KEY_FILE", "somewhere")
    monkeypatch.setenv("NEWSDESK_SITE_NAME", "The Paper")
    reader, *_ = newsroom("127.0.0.1", 1, 1, 2)
    told = tmp_path / "told"
    say = f"import os; open({str(told)!r}, 'w').write(' '.join(sorted(os.environ)))"
    child = Child("teller", ("-c", say), without=reader.without)
    child.start()
    assert child.process and child.process.wait(20) == 0
    names = told.read_text().split()
    assert "NEWSDESK_SITE_NAME" in names
    assert not {"NEWSDESK_DATABASE_URL", "NEWSDESK_SECRET_KEY_FILE"} & set(names)


def test_worker_and_desk_know_the_database() -> None:
    assert [child.name for child in newsroom("127.0.0.1", 1, 1, 2) if child.without] == ["reader 1"]
