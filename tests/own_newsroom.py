"""The environment of a newsroom of its own for a child process, on the kind of database these tests run on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

import psycopg

HERE = Path(__file__).parent


@contextmanager
def environment(data: Path, **more: str) -> Iterator[dict[str, str]]:
    """With an empty database on the same PostgreSQL, dropped afterwards; on SQLite it is a file in ``data``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSDESK_")}
    kept |= {
        "NEWSDESK_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "newsdesk.settings",
        "PYTHONPATH": f"{HERE.parent / 'src'}{os.pathsep}{HERE.parent}",
    }
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
