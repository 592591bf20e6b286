"""Tells whether database and files were got ready by this very code, so that a start need not look again."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import newsdesk

PACKAGE = Path(newsdesk.__file__).parent
WATCHED = {"database": "*/migrations/*.py", "static": "desk/static/**/*", "example": ""}
"""The files each is made from, as a pattern; the example is loaded once, whatever becomes of its files."""


def is_current(what: str) -> bool:
    """Whether ``what`` (a name of ``WATCHED``) was made from what is installed now."""
    try:
        return _file(what).read_text(encoding="ascii") == _digest(what) and _stands(what)
    except OSError:
        return False


def write(what: str) -> None:
    """Says that ``what`` is ready."""
    _file(what).parent.mkdir(parents=True, exist_ok=True)
    _file(what).write_text(_digest(what), encoding="ascii")


def _file(what: str) -> Path:
    from django.conf import settings

    return Path(settings.NEWSDESK_DATA, "run", f"{what}.stamp")


def _stands(what: str) -> bool:
    """Whether the thing itself is still there, as far as a look at a file can tell."""
    from django.conf import settings

    if what == "static":
        return Path(settings.STATIC_ROOT, "staticfiles.json").is_file()
    default = settings.DATABASES["default"]  # for the example too: it is gone when the database is
    return "sqlite" not in default["ENGINE"] or Path(default["NAME"]).is_file()


def _digest(what: str) -> str:
    import django
    import wagtail
    from django.conf import settings

    default = settings.DATABASES["default"]
    place = [
        str(default.get(part) or "") for part in ("ENGINE", "HOST", "PORT", "NAME")
    ]  # Django fills in the empty ones
    total = sha256(repr([place, newsdesk.__version__, django.__version__, wagtail.__version__]).encode())
    for file in sorted(PACKAGE.glob(WATCHED[what])) if WATCHED[what] else ():
        if file.is_file():
            total.update(str(file.relative_to(PACKAGE)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()
