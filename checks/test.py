"""``./newsdesk test``: every test on SQLite, and beside them on PostgreSQL those that touch the database; with
arguments, pytest alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from typing import IO

from checks import needs, postgres

MOST = ["-m", "not browser"]
ON_POSTGRESQL = ["-m", "database and not browser and not slow"]
"""``database`` marks what asks for it; ``conftest.py`` sees to that."""
IN_A_BROWSER = ["-m", "browser"]


def main(arguments: list[str]) -> int:
    """The exit status of the first run that failed, else 0."""
    if not needs.provide_all(required=not arguments):
        return 2
    if arguments:
        return _pytest(arguments).wait()
    return _all()


def _all() -> int:
    """Two rows of runs, one on each processor and about as long; the second speaks when the first has ended."""
    with postgres.cluster() as url, tempfile.TemporaryFile("w+") as told, ThreadPoolExecutor() as beside:
        second = beside.submit(_second, url, told)
        first = _pytest(MOST).wait()
        print("\nDatabase tests on PostgreSQL, then those in a browser on SQLite:", flush=True)
        other = second.result()
        told.seek(0)
        shutil.copyfileobj(told, sys.stdout)
        return first or other


def _second(url: str, told: IO[str]) -> int:
    on_postgresql = _pytest(ON_POSTGRESQL, told.fileno(), NEWSDESK_DATABASE_URL=url).wait()
    if on_postgresql > 1:
        return on_postgresql  # interrupted, or never begun
    return _pytest(IN_A_BROWSER, told.fileno()).wait() or on_postgresql


def _pytest(arguments: list[str], output: int | None = None, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.Popen(command, env={**os.environ, **environment}, stdout=output, stderr=output)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
