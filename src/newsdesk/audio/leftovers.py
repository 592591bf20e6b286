"""Deletes what audio leaves behind: the work of a process that was killed, speech that was paid for and is not asked
for any more, old notes of what was made.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import gettempdir

from django.conf import settings
from django.utils import timezone

from newsdesk.audio.models import Made

CLIP, LISTEN = "newsdesk-clip-", "newsdesk-listen-"
"""How the names of the folders begin that clips are made in, and what editors listen to."""
WORK = timedelta(days=1)
"""Far longer than anybody works: other newsrooms of this machine have theirs beside ours."""
PAID = timedelta(days=7)
NOTES = timedelta(days=366)


def sweep() -> None:
    """Safe to run at any time, and twice."""
    now = timezone.now()
    Made.objects.filter(at__lt=now - NOTES).delete()
    for start in (CLIP, LISTEN):
        _remove(Path(gettempdir()).glob(f"{start}*"), now - WORK)
    _remove((Path(settings.NEWSDESK_DATA) / "run" / "voices").glob("*"), now - PAID)


def _remove(folders: Iterable[Path], before: datetime) -> None:
    for folder in folders:
        if _is_ours(folder, before):
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path, before: datetime) -> bool:
    """Whether it is a folder of this user, and nothing was put into it since."""
    try:
        found = folder.lstat()
    except OSError:  # gone meanwhile
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and found.st_mtime < before.timestamp()
