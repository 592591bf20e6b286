"""Takes in what readers said by one click while the desk was away: the reader process kept it in files for us."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from django.conf import settings

from newsdesk.newsletter.asking.leaving import leave
from newsdesk.newsletter.links import NotOurs, unsign
from newsdesk.press.serving.leaves import FOLDER


def due(limit: int) -> Sequence[Path]:
    """Files that wait; those still being written have another ending."""
    return list(islice((Path(settings.NEWSDESK_DATA) / FOLDER).glob("*.leave"), limit))


def take_in(file: Path) -> None:
    """Leaves, and only then forgets the file: whoever dies between leaves twice, which changes nothing."""
    with suppress(FileNotFoundError, NotOurs, UnicodeDecodeError):
        leave(unsign(file.read_text("ascii")), "one click")
    file.unlink(missing_ok=True)
