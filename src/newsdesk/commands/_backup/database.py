"""The database as one consistent file, while editors go on working, and back again.

SQLite copies itself as of one moment (https://www.sqlite.org/lang_vacuum.html#vacuuminto), as pg_dump does.
Sessions are left out: they would let in whoever holds the backup.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from newsdesk.settings_env.refused import Refused

SESSIONS = "django_session"


def kind() -> str:
    """``sqlite`` or ``postgresql``."""
    from django.db import connection

    return connection.vendor


def save(file: Path) -> None:
    """Writes a snapshot to ``file``, which must not exist; raises ``Refused``."""
    _save_sqlite(file) if kind() == "sqlite" else _postgres("pg_dump", "-Fc", "--no-owner", "--no-privileges",
        f"--exclude-table-data={SESSIONS}", "--file", str(file))  # fmt: skip


def load(file: Path) -> None:
    """Replaces the database by a snapshot; SQLite's old file must have been put aside; raises ``Refused``."""
    from django.db import connections

    connections.close_all()
    if kind() == "sqlite":
        shutil.move(file, settings()["NAME"])
    else:
        _postgres("pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction",
            "--exit-on-error", "--dbname", str(settings()["NAME"]), str(file))  # fmt: skip


def _save_sqlite(file: Path) -> None:
    with closing(
        sqlite3.connect(f"{Path(settings()['NAME']).absolute().as_uri()}?mode=ro", uri=True, timeout=60)
    ) as source:
        source.execute("VACUUM INTO ?", [str(file)])
    with closing(sqlite3.connect(file)) as copy, copy:
        copy.execute(f"DELETE FROM {SESSIONS}")  # noqa: S608  a constant


def _postgres(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if not found:
        raise Refused(
            f"{program} is not on PATH; install PostgreSQL's client (Debian: apt-get install postgresql-client)"
        )
    done = subprocess.run(
        [found, "--no-password", *arguments], env=_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Refused(f"{program} failed: {(done.stderr.strip() or 'it said nothing').splitlines()[-1]}")


def _environment() -> dict[str, str]:
    """How libpq is told where the database is: no password on a command line, where others could read it."""
    known = settings()
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    given = {variable: str(known[name]) for variable, name in names.items() if known.get(name)}
    if mode := known.get("OPTIONS", {}).get("sslmode"):
        given["PGSSLMODE"] = mode
    return {**os.environ, **given}


def settings() -> dict[str, Any]:
    """Django's own description of the database at hand."""
    from django.db import connection

    return connection.settings_dict
