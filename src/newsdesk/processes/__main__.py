"""``python -m newsdesk.processes``: what ``become`` starts."""

from __future__ import annotations

import argparse
import socket
import sys
from collections.abc import Sequence

from newsdesk.settings_env.refused import Refused

from . import serve
from .house import REFUSED, say


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of ``serve``."""
    parser = argparse.ArgumentParser(prog="newsdesk.processes")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--desk-port", type=int, default=0)
    parser.add_argument("--held", type=int)
    parser.add_argument("--say", default="")
    given = parser.parse_args(arguments)
    held = None if given.held is None else socket.socket(fileno=given.held)
    try:
        return serve(given.port, given.host, given.workers, given.desk_port, held=held, say=given.say)
    except Refused as refused:
        say(str(refused))
        return REFUSED


if __name__ == "__main__":
    sys.exit(main())
