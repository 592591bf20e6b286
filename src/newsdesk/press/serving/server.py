"""Listens, keeps connections within their limits, and stops without cutting anybody short (listen(2), socket(7))."""

from __future__ import annotations

import asyncio
import signal
import socket
from time import monotonic

from .http1 import App, Connection

MOST = 4096
BACKLOG = 2048
GRACE = 5.0
_TICK = 1.0
_FULL = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 5\r\n\r\n"


def listening(host: str, port: int) -> socket.socket:
    """A socket that shares ``port`` with the other workers (SO_REUSEPORT); ``OSError`` where strangers have it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    made.bind((host, port))
    return made


class Turnstile(Connection):
    """A connection that turns away who comes when all places are taken."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        if len(self._everyone) > MOST:
            self.write(_FULL)
            self._leave()


async def serve(app: App, place: socket.socket) -> None:
    """Answer until SIGTERM or SIGINT; what was asked for by then is finished, for five seconds at most."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    everyone: set[Connection] = set()
    server = await loop.create_server(lambda: Turnstile(app, everyone), sock=place, backlog=BACKLOG)
    sweeping = loop.create_task(_sweep(everyone))
    await told.wait()
    server.close()
    await _see_off(everyone)
    sweeping.cancel()


async def _sweep(everyone: set[Connection]) -> None:
    while True:
        await asyncio.sleep(_TICK)
        now = monotonic()
        for connection in list(everyone):
            connection.sweep(now)


async def _see_off(everyone: set[Connection]) -> None:
    until = monotonic() + GRACE
    for connection in list(everyone):
        connection.stop()
    while everyone and monotonic() < until:
        await asyncio.sleep(0.02)
    for connection in list(everyone):
        connection.abort()
    await asyncio.sleep(0)
