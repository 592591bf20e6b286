"""``./newsdesk test``: every test on SQLite, and beside it on PostgreSQL those that touch the database; with arguments,
pytest alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile

from checks import needs, postgres

ON_POSTGRESQL = ["-m", "database and not browser and not slow"]
"""``database`` marks what asks for it; ``conftest.py`` sees to that."""


def main(arguments: list[str]) -> int:
    """The exit status of the first run that failed, else 0."""
    if not needs.provide_all(required=not arguments):
        return 2
    if arguments:
        return _pytest(arguments).wait()
    return _both()


def _both() -> int:
    """The two at once, each on a processor; what the second said is told when the first has ended."""
    with postgres.cluster() as url, tempfile.TemporaryFile("w+") as told:
        beside = _pytest(ON_POSTGRESQL, told.fileno(), NEWSDESK_DATABASE_URL=url)
        try:
            status = _pytest([]).wait()
            print("\nThe same on PostgreSQL:", flush=True)
            other = beside.wait()
        finally:
            beside.terminate()
            beside.wait()
        told.seek(0)
        shutil.copyfileobj(told, sys.stdout)
        return status or other


def _pytest(arguments: list[str], output: int | None = None, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.Popen(command, env={**os.environ, **environment}, stdout=output, stderr=output)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
