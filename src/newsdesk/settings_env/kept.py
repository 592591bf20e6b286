"""Secrets in files of the data folder, each written once."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def keep(file: Path, secret: bytes) -> None:
    """Writes ``secret``, whole or not at all, readable by us alone, and never over another: two who need one at once
    end with the same.
    """
    new = file.with_name(f".{file.name}.{os.urandom(4).hex()}")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(secret)
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(new, file)
    finally:
        new.unlink(missing_ok=True)
