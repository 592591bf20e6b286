"""Kill -9 of the worker that posts letters, fifty times at random: nobody gets an issue twice, and who gets none is
among those of whom the rows say that nobody knows.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checks import postgres
from tests.own_newsroom import HERE, environment, on_sqlite

KILLS = "50"


def posted(variables: dict[str, str], workers: str) -> None:
    seed = str(int.from_bytes(os.urandom(2), "big"))
    command = [sys.executable, str(HERE / "posting_ground.py"), KILLS, seed, workers]
    ended = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, f"seed {seed}\n{ended.stdout}\n{ended.stderr[-4000:]}"
    print(ended.stdout)


def test_killed_worker_sends_nobody_twice(tmp_path: Path) -> None:
    posted(on_sqlite(tmp_path, NEWSDESK_LOG_LEVEL="error"), workers="1")


@pytest.mark.slow
def test_two_killed_workers_on_postgresql_send_nobody_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with postgres.cluster() as url:
        monkeypatch.setenv("NEWSDESK_DATABASE_URL", url)
        with environment(tmp_path, NEWSDESK_LOG_LEVEL="error") as variables:
            posted(variables, workers="2")
