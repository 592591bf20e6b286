"""Rings when there is work: a hint to wake a worker, never the work itself.

Lose every ring and the worker's next look finds the work all the same, because work is rows. One datagram on a Unix
socket in the data folder (``unix(7)``); where nobody listens, nothing happens.
"""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

from django.conf import settings
from django.db import transaction

EARS = ("light", "heavy")
"""The workers that may listen, one of each at a time."""


def _path(ear: str) -> Path:
    return Path(settings.NEWSDESK_DATA) / "run" / f"bell-{ear}"


def ring() -> None:
    """Wakes the worker when the transaction at hand has been committed."""
    transaction.on_commit(_ring, robust=True)


def _ring() -> None:
    for ear in EARS:
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.setblocking(False)
            sender.sendto(b"1", _address(_path(ear)))


class Listener:
    """A worker's ear. Of several workers of a kind on one machine the last one to start hears; the others look by
    themselves.
    """

    def __init__(self, ear: str) -> None:
        path = _path(ear)
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(_address(path))

    def wait(self, seconds: float) -> bool:
        """Returns at a ring or after so many seconds; whether it rang. Rings that gathered meanwhile count as one."""
        self._socket.settimeout(seconds)
        try:
            self._socket.recv(1)
        except TimeoutError:
            return False
        self._socket.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                self._socket.recv(1)
        return True

    def close(self) -> None:
        self._socket.close()


def _address(path: Path) -> str:
    """The socket's address; a path too long for one (108 bytes) is given relative to the working folder."""
    return min(str(path), os.path.relpath(path), key=len)
