"""Which processes a newsroom on one machine is made of, and what granian's worker loads in the desk's.

Two faces: the reader answers on the public port and reads the shelf only; the desk is on loopback. Two workers: the
press never waits for heavy work, which has the lower priority (nice(1)).
"""

from __future__ import annotations

from typing import Any

from newsdesk.settings_env.table import SETTINGS

from .house import Child
from .parent import die_with_parent

_GRANIAN = ("-m", "granian", "--loop", "uvloop", "--no-ws", "--http", "1", "--log-level", "warning", "--factory")
_LASTING = ("--respawn-failed-workers", "--http1-header-read-timeout", "20000", "--workers-kill-timeout")
SECRETS = frozenset(setting.name + ending for setting in SETTINGS if setting.secret for ending in ("", "_FILE"))
"""What the readers, who face everyone, have no business to know."""


def newsroom(host: str, port: int, workers: int, desk_port: int) -> list[Child]:
    """Every child of ``newsdesk serve``."""
    return [
        *(_reader(f"reader {number}", host, port, desk_port) for number in range(1, workers + 1)),
        _desk(desk_port),
        Child("worker", ("-m", "newsdesk", "work")),
        Child("heavy worker", ("-m", "newsdesk", "work", "--heavy"), nice=10),
    ]


def desk() -> Any:
    """What granian's desk worker runs."""
    die_with_parent()
    from newsdesk.asgi import application

    return application


def _reader(name: str, host: str, port: int, desk_port: int) -> Child:
    where = ("--host", host, "--port", str(port), "--desk-port", str(desk_port))
    return Child(name, ("-m", "newsdesk.press.serve", *where), without=SECRETS)


def _desk(port: int) -> Child:
    bounds = ("--workers", "1", "--backlog", "256", "--backpressure", "64")
    where = ("--host", "127.0.0.1", "--port", str(port), "--interface", "asginl")
    return Child("desk", (*_GRANIAN, *_LASTING, "8", *bounds, *where, "newsdesk.processes.children:desk"))
