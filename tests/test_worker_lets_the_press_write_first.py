"""The worker of letters asks whether the press has something to write before it writes anything itself."""

from __future__ import annotations

from typing import Any

from newsdesk import jobs
from newsdesk.press.run import has_work


def test_letters_ask_the_press() -> None:
    post: Any = next(job for job in jobs.heavy_jobs() if job.name == "letters").do_one
    assert post.__self__.courtesy.busy is has_work
