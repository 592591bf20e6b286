"""Who has the port readers come to: the newsroom, another program, or nobody yet."""

from __future__ import annotations

import http.client
import socket

from newsdesk.commands._doctor.finding import Finding, fail, ok, warn

HOST = "127.0.0.1"
PATIENCE = 3


def check(port: int) -> Finding:
    """Asks ``/healthz``, which only the newsroom's reader answers."""
    try:
        with socket.create_connection((HOST, port), timeout=PATIENCE):
            pass
    except OSError:
        return warn(f"nobody listens on port {port}", f"run: newsdesk serve --port {port}")
    return ok(f"the newsroom answers on port {port}") if _healthy(port) else fail(
        f"another program has port {port}", "choose another: newsdesk serve --port N"
    )  # fmt: skip


def _healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
