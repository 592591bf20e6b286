"""A PostgreSQL of our own for the length of a test run: in a temporary folder, on a Unix socket only, never as root.

https://www.postgresql.org/docs/15/app-initdb.html; without fsync, since nothing in it outlives the run.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from checks.needs import where

OWNER = "newsdesk"
UNPRIVILEGED = "nobody"
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=40 -c listen_addresses="


@contextmanager
def cluster() -> Iterator[str]:
    """The URL of an empty database; raises ``subprocess.CalledProcessError`` with PostgreSQL's words where it fails."""
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-pg-"))
    account: dict[str, Any] = {}
    if os.geteuid() == 0:
        entry = pwd.getpwnam(UNPRIVILEGED)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
        account = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": ()}
    data, options = folder / "data", f"{FAST} -c unix_socket_directories={folder}"
    try:
        _run(
            account,
            "initdb",
            "-D",
            str(data),
            "-U",
            OWNER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        _run(account, "pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://{OWNER}@{quote(str(folder), safe='')}/postgres"
        finally:
            _run(account, "pg_ctl", "-D", str(data), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(account: dict[str, Any], program: str, *arguments: str) -> None:
    command = [where(program) or program, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **account)
