"""A newsroom of its own for a child process: its environment, and a script run in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

import psycopg

HERE = Path(__file__).parent


def on_sqlite(data: Path, **more: str) -> dict[str, str]:
    """An environment without any setting of ours but these; the database is a file in ``data``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSDESK_")}
    ours = {
        "NEWSDESK_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "newsdesk.settings",
        "PYTHONPATH": f"{HERE.parent / 'src'}{os.pathsep}{HERE.parent}",
    }
    return kept | ours | more


def ran(data: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What became of a script of Python in such an environment, within 300 s."""
    command, environment = [sys.executable, "-c", script], on_sqlite(data, **more)
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)


@contextmanager
def environment(data: Path, **more: str) -> Iterator[dict[str, str]]:
    """With an empty database on the kind these tests run on: on the same PostgreSQL, dropped afterwards, or SQLite."""
    kept = on_sqlite(data)
    url = os.environ.get("NEWSDESK_DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield kept | more
        return
    name = f"own_{token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield kept | {"NEWSDESK_DATABASE_URL": _named(url, name)} | more
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _named(url: str, name: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(url)._replace(path=f"/{name}").geturl()
