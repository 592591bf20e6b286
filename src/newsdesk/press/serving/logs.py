"""Logs of JSON lines, gathered in memory and written once a second: no query string, and no address unless asked for.

A query may carry a token, and who reads what is nobody's business. A log that reaches 64 MB is moved to ``….1``.
"""

from __future__ import annotations

import fcntl
import os
import re
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path

from newsdesk.settings_env.logs import SIGNED

_TOO_LARGE = 64 * 1024 * 1024
_TOO_MANY = 50_000
_LINK = re.compile(f"{SIGNED}[^/]+")
_wall = time.time() - time.monotonic()

Line = tuple[float, str, str, int, int, float, str, str]


class Log:
    """Lines for ``target``: a file, ``-`` for stderr, or empty for none."""

    def __init__(self, target: str) -> None:
        self.on = bool(target)
        self._target = target
        self._lines: list[str] = []
        self._asked: list[Line] = []

    def request(self, line: Line) -> None:
        """(monotonic start, method, path, status, bytes, monotonic end, coding, address or empty); cheap."""
        if len(self._asked) < _TOO_MANY:
            self._asked.append(line)

    def tell(self, event: str, **facts: str) -> None:
        """Something that went wrong; at most 50,000 lines are held between two writes."""
        if self.on and len(self._lines) < _TOO_MANY:
            pairs = "".join(f",{quoted(name)}:{quoted(fact)}" for name, fact in facts.items())
            self._lines.append(f'{{"ts":"{_stamp(time.time())}","event":{quoted(event)}{pairs}}}\n')

    def flush(self) -> None:
        """Write what was gathered; a log that cannot be written is not worth an answer, so an error goes to stderr."""
        asked, self._asked = self._asked, []
        lines, self._lines = self._lines, []
        if asked or lines:
            try:
                self._write("".join([*lines, *map(as_json, asked)]).encode())
            except OSError as error:
                sys.stderr.write(f"newsdesk: cannot write {self._target}: {error.strerror}\n")

    def _write(self, data: bytes) -> None:
        if self._target == "-":
            sys.stderr.write(data.decode())
            sys.stderr.flush()
            return
        file = Path(self._target)
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o640)
        try:
            os.write(handle, data)
            _turn_over(handle, file)
        finally:
            os.close(handle)


def as_json(line: Line) -> str:
    """One request as a line."""
    began, method, path, status, size, ended, coding, address = line
    whom = f',"address":{quoted(address)}' if address else ""
    return (
        f'{{"ts":"{_stamp(began + _wall)}","method":{quoted(method)},"path":{quoted(path)},"status":{status},'
        f'"bytes":{size},"ms":{(ended - began) * 1000:.2f},"encoding":"{coding}"{whom}}}\n'
    )


def masked(path: str) -> str:
    """``path`` without what would open somebody's letters to whoever reads the log."""
    return _LINK.sub(r"\1…", path) if "letters" in path.casefold() else path


def _stamp(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def _turn_over(handle: int, file: Path) -> None:
    """Of several workers one moves a full log; the others see that it is another file by then."""
    if os.fstat(handle).st_size > _TOO_LARGE:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):  # another one has just moved it, and nobody has written since
            if os.fstat(handle).st_ino == file.stat().st_ino:
                file.replace(file.with_name(file.name + ".1"))
