"""Room to write: the press stops below max(200 MB, 2 %), so that the desk can still work."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from newsdesk.commands._doctor.finding import Finding, fail, ok, warn

LEAST = 200 * 1000**2
EARLY = 5
"""How many times what the press needs is too little for comfort."""


def check() -> Iterator[Finding]:
    from django.conf import settings

    for name in ("NEWSDESK_DATA", "NEWSDESK_SHELF", "NEWSDESK_ORIGINALS"):
        folder: Path = getattr(settings, name)
        place = next(one for one in (folder, *folder.parents) if one.exists())
        yield _room(name, place)


def _room(name: str, place: Path) -> Finding:
    usage = shutil.disk_usage(place)
    least = max(LEAST, usage.total // 50)
    free = f"{name}: {usage.free / 1000**3:.1f} GB free"
    if usage.free < least:
        return fail(f"{free}: the press has stopped", f"make room on the disk that holds {place}")
    if usage.free < EARLY * least:
        return warn(free, f"the press stops at {least / 1000**3:.1f} GB; make room on the disk that holds {place}")
    return ok(free)
