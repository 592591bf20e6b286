"""The processes of ``newsdesk serve`` under one small parent without Django; may import everything, in a child only.

The parent holds the public port before anything else, starts a child again when it dies, after growing pauses, and
takes all of them with it, even when it is killed.
"""

from __future__ import annotations

import os
import socket
import sys
from typing import NoReturn

from .children import newsroom
from .house import House
from .ports import allow_many_files, hold_port, listens

__all__ = ["become", "hold_port", "serve"]

DESK_PORT = "name another in NEWSDESK_DESK_PORT"


def serve(
    port: int,
    host: str = "127.0.0.1",
    workers: int = 2,
    desk_port: int = 0,
    *,
    held: socket.socket | None = None,
    say: str = "",
) -> int:
    """Run the newsroom of ``NEWSDESK_DATA`` until SIGTERM or Ctrl-C; returns the exit status, 0 or 2.

    ``desk_port`` is the desk's, on loopback, 0 for any; ``held`` is what ``hold_port`` gave, where the caller holds
    the port already; ``say`` is printed below the line that tells that readers are served. ``Refused`` where a port
    is in use.
    """
    with held or hold_port(host, port) as public, hold_port("127.0.0.1", desk_port, DESK_PORT) as private:
        allow_many_files()
        port, desk_port = public.getsockname()[1], private.getsockname()[1]
        site = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        line = f"Newsdesk is ready: {site} (the desk: {site}desk/)"
        return House(
            newsroom(host, port, workers, desk_port),
            ready=lambda: listens(host, port) and listens("127.0.0.1", desk_port),
            announce=lambda: print("\n".join(filter(None, (line, say))), flush=True),
        ).keep()


def become(
    port: int,
    host: str = "127.0.0.1",
    workers: int = 2,
    desk_port: int = 0,
    *,
    held: socket.socket | None = None,
    say: str = "",
) -> NoReturn:
    """Replace this process by one that does ``serve``, so that what it has loaded (Django) takes no more memory."""
    options = ["--port", str(port), "--host", host, "--workers", str(workers), "--desk-port", str(desk_port)]
    options += ["--say", say]
    if held is not None:
        held.set_inheritable(True)
        options += ["--held", str(held.fileno())]
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, "-m", "newsdesk.processes", *options])  # noqa: S606
