"""``./newsdesk test``: every test on SQLite, then most of them on PostgreSQL; with arguments, pytest alone."""

from __future__ import annotations

import os
import subprocess
import sys

from checks import needs, postgres

ALL: list[str] = []
ON_POSTGRESQL = ["-m", "not browser and not slow"]


def main(arguments: list[str]) -> int:
    """The exit status of the first run that failed, else 0."""
    if not needs.provide_all(required=not arguments):
        return 2
    if arguments:
        return _pytest(arguments)
    status = _pytest(ALL)
    print("\nThe same on PostgreSQL:", flush=True)
    with postgres.cluster() as url:
        return _pytest(ON_POSTGRESQL, NEWSDESK_DATABASE_URL=url) or status


def _pytest(arguments: list[str], **environment: str) -> int:
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.run(command, env={**os.environ, **environment}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
