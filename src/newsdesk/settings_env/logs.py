"""Log lines as JSON objects, one a line, for people with ``jq`` and for collectors alike."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

OWN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "request", "server_time", "taskName"}
ADDRESSES = frozenset({"address", "client_addr", "remote_addr", "forwarded_for"})

_APART = r"(?:/|\.|%(?:25)*2[EF])+"  # slashes and dots, also twice or encoded: what leads nowhere is logged too
SIGNED = f"(?i)(letters{_APART}(?:confirm|not-me|leave|keep|preferences){_APART})"
"""A pattern, which Caddy must understand too, for where what follows would open somebody's letters."""
_LINK = re.compile(rf"{SIGNED}\s*[^/\s]+")


def masked(words: str) -> str:
    """Without what would open somebody's letters to whoever reads the log."""
    return _LINK.sub(r"\1…", words)


class JsonLines(logging.Formatter):
    """``{"at", "level", "logger", "said", …}`` and what was given as ``extra``; readers' addresses only if wanted."""

    def __init__(self, addresses: bool = False) -> None:
        super().__init__()
        self.hidden = OWN if addresses else OWN | ADDRESSES

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "said": masked(record.getMessage()),
        }
        line |= {name: value for name, value in record.__dict__.items() if name not in self.hidden}
        if record.exc_info:
            line["traceback"] = masked(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_settings(level: str, addresses: bool) -> dict[str, Any]:
    """Django's ``LOGGING``: everything to standard error, nothing by mail."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "newsdesk.settings_env.logs.JsonLines", "addresses": addresses}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": level.upper()},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            "flufl.bounce": {"level": "WARNING"},  # a line for each way of reading a bounce
            "httpx": {"level": "WARNING"},  # a line for each request, with its address
            "django_tasks": {"level": "WARNING"},  # four lines for each page saved
        },
    }
