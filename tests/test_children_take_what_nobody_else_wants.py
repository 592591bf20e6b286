"""Work nobody waits for gets the processor when nobody else has any use for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SAYS = "import os; from newsdesk import confined; confined.step_back(); print(os.nice(0), os.sched_getscheduler(0))"


@pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="needs Linux")
def test_child_steps_back() -> None:
    said = subprocess.run([sys.executable, "-c", SAYS], check=True, capture_output=True, text=True).stdout
    niceness, policy = map(int, said.split())
    assert niceness == min(19, os.nice(0) + 10) and policy == os.SCHED_IDLE
