"""Files that hold addresses."""

from __future__ import annotations

import os
from pathlib import Path

from newsdesk.settings_env.refused import Refused


def new(file: Path) -> int:
    """A handle of a file that was not there before, readable by us alone."""
    try:
        return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise Refused(f"{file}: {error.strerror}; name a new file") from None
