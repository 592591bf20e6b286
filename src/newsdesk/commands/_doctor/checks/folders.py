"""Folders that must be there and can be written to, and keys that only we can read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from newsdesk.commands._doctor.finding import Finding, fail, ok, warn
from newsdesk.commands._newsroom.ready import has_key

OTHERS = 0o077
KEYS = ("secret.key", "seal.key")


def check() -> Iterator[Finding]:
    from django.conf import settings

    for name in ("NEWSDESK_DATA", "NEWSDESK_SHELF", "NEWSDESK_ORIGINALS"):
        yield _writable(name, getattr(settings, name))
    if not has_key():
        yield fail("there is no newsroom here yet: the secret key is missing", "run: newsdesk init")
        return
    for name in KEYS:
        yield _kept(settings.NEWSDESK_DATA / name)


def _kept(key: Path) -> Finding:
    if key.exists() and key.stat().st_mode & OTHERS:
        return warn(f"others on this machine can read {key}", f"run: chmod 600 {key}")
    return ok(f"{key.name} is kept to ourselves" if key.exists() else f"{key.name} comes from a setting")


def _writable(name: str, folder: Path) -> Finding:
    if not folder.is_dir():
        return warn(f"{name}: {folder} is not there yet", "run: newsdesk init, then newsdesk press all")
    try:
        with tempfile.TemporaryFile(dir=folder):
            return ok(f"{name}: {folder} can be written to")
    except OSError as error:
        return fail(f"{name}: {folder}: {error.strerror}", f"run: chown -R {_user()} {folder}")


def _user() -> str:
    import getpass

    return getpass.getuser()
