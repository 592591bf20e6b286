"""What the reader is told at its start: environment variables that ``newsdesk serve`` sets
(https://12factor.net/config).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1024 * 1024
_FORM = 20  # megabytes of a form beside the largest file in it


class ConfigError(Exception):
    """A variable holds something else than it must; the message names it and what is expected."""


@dataclass(frozen=True)
class ReaderConfig:
    """Sizes in bytes, times in seconds; each log is a file, ``-`` for stderr or empty for none."""

    data: Path
    shelf: Path
    site_url: str = ""
    desk_port: int = 0
    forward: tuple[str, ...] = ("/desk/",)
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
    def from_environment(cls, env: Mapping[str, str]) -> ReaderConfig:
        """From ``NEWSDESK_…`` variables; ``ConfigError`` for nonsense."""
        data = Path(env.get("NEWSDESK_DATA") or "data").absolute()
        return cls(
            data=data,
            shelf=data / (env.get("NEWSDESK_SHELF") or "shelf"),
            site_url=env.get("NEWSDESK_SITE_URL", ""),
            desk_port=_number(env, "NEWSDESK_DESK_PORT", cls.desk_port, 65535),
            forward=_prefixes(env.get("NEWSDESK_FORWARD", "/desk/")),
            forward_at_once=_number(env, "NEWSDESK_FORWARD_AT_ONCE", cls.forward_at_once, 10_000),
            forward_seconds=float(_number(env, "NEWSDESK_FORWARD_SECONDS", int(cls.forward_seconds), 86_400)),
            upload_limit=(_number(env, "NEWSDESK_UPLOAD_MEGABYTES", 40, 10_000) + _FORM) * _MEGABYTE,
            hot_bytes=_number(env, "NEWSDESK_READER_MEGABYTES", 32, 100_000) * _MEGABYTE,
            log_addresses=_yes(env, "NEWSDESK_LOG_ADDRESSES"),
            access_log=env.get("NEWSDESK_ACCESS_LOG", str(data / "log" / "access.jsonl")),
            error_log=env.get("NEWSDESK_ERROR_LOG", "-"),
        )


def _number(env: Mapping[str, str], name: str, default: int, most: int) -> int:
    written = env.get(name) or str(default)
    if not written.isascii() or not written.isdigit() or int(written) > most:
        raise ConfigError(f"{name} must be a whole number up to {most}, not {written!r}")
    return int(written)


def _yes(env: Mapping[str, str], name: str) -> bool:
    written = env.get(name, "").lower()
    if written in ("1", "true", "yes", "on"):
        return True
    if written in ("", "0", "false", "no", "off"):
        return False
    raise ConfigError(f"{name} must be yes or no, not {written!r}")


def _prefixes(written: str) -> tuple[str, ...]:
    prefixes = tuple(filter(None, (prefix.strip() for prefix in written.split(","))))
    for prefix in prefixes:
        if not (prefix.startswith("/") and prefix.endswith("/") and len(prefix) > 2):
            raise ConfigError(f"NEWSDESK_FORWARD must list prefixes such as /desk/, not {prefix!r}")
    return prefixes
