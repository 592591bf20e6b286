"""Whether the workers are at work: each touches a file in every round."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from newsdesk.commands._doctor.finding import Finding, fail, ok, warn

NEEDS_NEWSROOM = True
BEATS = {"worker": ("worker.beat", 60), "heavy worker": ("heavy.beat", 600)}
"""File in the run folder, and the seconds after which silence is no longer one long piece of work."""


def check() -> Iterator[Finding]:
    from django.conf import settings

    for name, (file, patience) in BEATS.items():
        yield _heard(name, settings.NEWSDESK_DATA / "run" / file, patience)


def _heard(name: str, beat: Path, patience: int) -> Finding:
    try:
        silent = time.time() - beat.stat().st_mtime
    except FileNotFoundError:
        return warn(f"the {name} has never been started", "run: newsdesk serve")
    if silent > patience:
        return fail(
            f"the {name} has been silent for {silent / 60:.0f} minutes", "run: newsdesk serve (it has both workers)"
        )
    return ok(f"the {name} is at work")
