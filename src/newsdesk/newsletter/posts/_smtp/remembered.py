"""Whether the mail server takes internationalised addresses (SMTPUTF8, RFC 6531), as it said when it greeted last.

Whoever hands mail over notes it; whoever is asked for such an address reads it. A file of the newsroom, one line.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from django.conf import settings


def note(server: str, takes: bool) -> None:
    """``server`` is ``host:port``."""
    said = f"{server} {'yes' if takes else 'no'}"
    if _said() == said:
        return
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(f".{token_hex(4)}")  # couriers greet at once, each with its own
    new.write_text(said)
    new.replace(file)


def refuses(server: str) -> bool:
    """Whether this server said that it does not; one that was never asked may."""
    return _said() == f"{server} no"


def _said() -> str:
    with suppress(OSError):
        return _file().read_text()
    return ""


def _file() -> Path:
    return Path(settings.NEWSDESK_DATA) / "run" / "smtputf8"
