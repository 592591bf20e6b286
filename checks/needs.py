"""What the tests need from Debian, found by the programs themselves."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bootstrap.debian import provide
from bootstrap.failure import Failure

PACKAGES = {
    "chromium": ["chromium", "fonts-liberation"],
    "exiftool": ["libimage-exiftool-perl"],
    "initdb": ["postgresql"],
    "ffmpeg": ["ffmpeg"],
    "msgfmt": ["gettext"],
    "newsboat": ["newsboat"],
    "nginx": ["nginx-light"],
    "caddy": ["caddy"],
    "postfix": ["postfix"],
    "varnishd": ["varnish", "varnish-modules"],
    "spamassassin": ["spamassassin", "libmail-dkim-perl"],
    "dkimverify": ["python3-dkim"],
    "flufl.bounce": ["python3-flufl.bounce"],
}
BOUNCES = Path("/usr/lib/python3/dist-packages/flufl/bounce/tests/data")
"""Real bounces of many kinds of servers; no program, but what a test reads."""


def missing() -> list[str]:
    """Debian's names of what is not there."""
    return [package for program, packages in PACKAGES.items() if not where(program) for package in packages]


def where(program: str) -> str | None:
    """Where a program is; PostgreSQL's stand in a folder for each version, bounces are none."""
    if program == "flufl.bounce":
        return str(BOUNCES) if BOUNCES.is_dir() else None
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), key=lambda path: int(path.parts[-3]))
    return shutil.which(program) or (str(newest[-1]) if newest else None)


def provide_all(*, required: bool) -> bool:
    """Installs what is missing; whether everything is there. Says what to do where we may not install."""
    absent = missing()
    if absent:
        try:
            provide(absent, "the tests need some of Debian's packages")
        except Failure as failure:
            print(f"newsdesk: {failure}", file=sys.stderr)
            return not required
    return True
