"""Kill -9 at random points of publishing and printing, a hundred times: nothing published is missing, nothing is half
written, and in the end the shelf equals a full bake, byte for byte.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.own_newsroom import HERE, on_sqlite

KILLS = 100


@pytest.mark.slow
def test_killed_newsroom_loses_nothing(tmp_path: Path) -> None:
    environment = on_sqlite(tmp_path, NEWSDESK_LOG_LEVEL="error")
    seed = str(int.from_bytes(os.urandom(2), "big"))
    command = [sys.executable, str(HERE / "killing_ground.py"), str(KILLS), seed]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert ended.returncode == 0, f"seed {seed}\n{ended.stdout}\n{ended.stderr[-4000:]}"
    told = int(ended.stdout.split()[-5]) if "publications told" in ended.stdout else 0
    assert told > KILLS / 4, "the children were killed before they did anything"
