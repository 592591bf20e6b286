"""Remembers what was installed, so that it is installed again only when a lock file or Python itself changed."""

from __future__ import annotations

import os
from hashlib import sha256

from bootstrap.places import PYTHON, ROOT, VENV


def is_current(lock: str) -> bool:
    """Whether everything in the lock file is in ``.venv``, under the Python that is there now."""
    try:
        stamped = (VENV / f"{lock}.stamp").read_text(encoding="ascii")
    except OSError:
        return False
    return stamped == _stamp(lock) and PYTHON.exists()


def write(lock: str) -> None:
    """Says that the lock file is installed; written last, so that a set-up cut short is done again."""
    (VENV / f"{lock}.stamp").write_text(_stamp(lock), encoding="ascii")


def _stamp(lock: str) -> str:
    digest = sha256((ROOT / lock).read_bytes()).hexdigest()
    return f"{digest} {sha256(os.path.realpath(PYTHON).encode()).hexdigest()[:16]}\n"
