"""Workers in processes of their own, as ``newsdesk serve`` starts them."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def worker(*more: str) -> Iterator[None]:
    """Ended afterwards; the heavy one has the priority that ``newsdesk serve`` gives it."""
    command = [sys.executable, "-m", "newsdesk", "work", *more]
    low = ["nice", "-n", "10"] if "--heavy" in more else []
    one = subprocess.Popen([*low, *command], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        one.send_signal(signal.SIGTERM)
        one.wait(120)
