"""What the reader is told at its start: settings from the environment, and by its command line where the desk is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsdesk.article.letter import DOORS
from newsdesk.settings_env import table

_MEGABYTE = 1024 * 1024
_FORM = 20  # megabytes of a form beside the largest file in it
LETTERS = tuple(f"/letters/{door}/" for door in sorted(DOORS))
SIGN_UP, NOTICES = "/letters/sign-up/", "/letters/notices/"
FORWARDED = ("/desk/", *LETTERS)


@dataclass(frozen=True)
class ReaderConfig:
    """Sizes in bytes, times in seconds; each log is a file, ``-`` for stderr or empty for none."""

    data: Path
    shelf: Path
    site_url: str = ""
    language: str = "en"
    desk_port: int = 0
    forward: tuple[str, ...] = FORWARDED
    forward_at_once: int = 64
    forward_seconds: float = 120.0
    upload_limit: int = 60 * _MEGABYTE
    hot_bytes: int = 32 * _MEGABYTE
    log_addresses: bool = False
    access_log: str = ""
    error_log: str = "-"

    @property
    def secure(self) -> bool:
        """Whether readers reach the site over TLS, which something before us ends."""
        return self.site_url.startswith("https://")

    @classmethod
    def from_environment(
        cls, env: Mapping[str, str] = os.environ, desk_port: int = 0, forward: tuple[str, ...] = FORWARDED
    ) -> ReaderConfig:
        """From the settings of ``docs/settings.md``; ``Refused`` for nonsense."""
        data = table.DATA.value(env).absolute()
        return cls(
            data=data,
            shelf=data / table.SHELF.value(env),
            site_url=table.SITE_URL.value(env),
            language=table.LANGUAGE.value(env),
            desk_port=desk_port,
            forward=forward,
            forward_at_once=table.FORWARD_AT_ONCE.value(env),
            forward_seconds=float(table.FORWARD_SECONDS.value(env)),
            upload_limit=(table.UPLOAD_MEGABYTES.value(env) + _FORM) * _MEGABYTE,
            hot_bytes=table.READER_MEGABYTES.value(env) * _MEGABYTE,
            log_addresses=table.LOG_ADDRESSES.value(env),
            access_log=_log(data, table.ACCESS_LOG.value(env)),
            error_log=_log(data, table.ERROR_LOG.value(env)),
        )


def _log(data: Path, target: str) -> str:
    return str(data / target) if target not in ("", "-") else target
