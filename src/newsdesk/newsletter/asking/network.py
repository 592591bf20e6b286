"""Where a request came from, as no more than a mark that is worth nothing once the day's key is thrown away.

The keys stand in files under ``run/``, which no backup holds and no database keeps traces of; see docs/letters.md.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from newsdesk.settings_env.kept import keep

KEPT_DAYS = 2


def today() -> date:
    """The day whose key is in use, by UTC."""
    return timezone.now().date()


def mark(words: str, day: date) -> str:
    """An HMAC of ``words`` under the key of ``day``; 64 hex digits."""
    return hmac.digest(_key(str(_folder()), day), words.encode(), "sha256").hex()


def throw_keys_away() -> int:
    """Deletes the keys of days gone by; how many."""
    oldest = today() - timedelta(days=KEPT_DAYS - 1)
    old = [file for file in _folder().glob("*.key") if file.stem < oldest.isoformat()]
    for file in old:
        file.unlink(missing_ok=True)
    _key.cache_clear()
    return len(old)


def _folder() -> Path:
    return Path(settings.NEWSDESK_DATA) / "run" / "days"


@lru_cache(maxsize=2)
def _key(folder: str, day: date) -> bytes:
    file = Path(folder, f"{day.isoformat()}.key")
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        keep(file, secrets.token_bytes(32))
    return file.read_bytes()
