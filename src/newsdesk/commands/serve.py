"""Serves readers and editors, and runs the worker beside them."""

from __future__ import annotations

import argparse

HELP = "serve readers and editors, with the worker beside them"
HOST = "127.0.0.1"
PORT = 8000


def port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=PORT, help=f"where readers are answered (default: {PORT})")
    parser.add_argument("--host", default=HOST, help=f"address to listen on (default: {HOST})")


def run(options: argparse.Namespace) -> int:
    from newsdesk import processes
    from newsdesk.commands._newsroom.ready import require_made

    held = processes.hold_port(options.host, options.port)
    require_made()
    from django.conf import settings

    processes.become(
        options.port, options.host, settings.NEWSDESK_READER_WORKERS, settings.NEWSDESK_DESK_PORT, held=held
    )
    return 0
