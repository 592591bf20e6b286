"""Which processes a newsroom on one machine is made of, and what granian's workers load in them.

Two faces: the reader answers on the public port and reads the shelf only; the desk is on loopback. Two workers: the
press never waits for heavy work, which has the lower priority (nice(1)).
"""

from __future__ import annotations

from typing import Any

from .house import Child
from .parent import die_with_parent

_GRANIAN = ("-m", "granian", "--loop", "uvloop", "--no-ws", "--http", "1", "--log-level", "warning", "--factory")
_LASTING = ("--respawn-failed-workers", "--http1-header-read-timeout", "20000", "--workers-kill-timeout")


def newsroom(host: str, port: int, workers: int, desk_port: int) -> list[Child]:
    """Every child of ``newsdesk serve``."""
    return [
        _reader(host, port, workers, desk_port),
        _desk(desk_port),
        Child("worker", ("-m", "newsdesk", "work")),
        Child("heavy worker", ("-m", "newsdesk", "work", "--heavy"), nice=10),
    ]


def reader() -> Any:
    """What granian's reader workers run."""
    die_with_parent()
    from newsdesk.press.serve import reader as made

    return made()


def desk() -> Any:
    """What granian's desk worker runs."""
    die_with_parent()
    from newsdesk.asgi import application

    return application


def _reader(host: str, port: int, workers: int, desk_port: int) -> Child:
    # With the network in a thread of its own (mt), 512 connections are served nearly as fast as 32.
    bounds = ("--backlog", "2048", "--backpressure", "2048", "--runtime-mode", "mt")
    where = ("--host", host, "--port", str(port), "--workers", str(workers), "--interface", "rsgi")
    command = (*_GRANIAN, *_LASTING, "2", *bounds, *where, "newsdesk.processes.children:reader")
    return Child("reader", command, {"NEWSDESK_DESK_PORT": str(desk_port)})


def _desk(port: int) -> Child:
    bounds = ("--workers", "1", "--backlog", "256", "--backpressure", "64")
    where = ("--host", "127.0.0.1", "--port", str(port), "--interface", "asginl")
    return Child("desk", (*_GRANIAN, *_LASTING, "8", *bounds, *where, "newsdesk.processes.children:desk"))
