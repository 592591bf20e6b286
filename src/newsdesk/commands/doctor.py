"""Looks at everything a newsroom stands on, one line each, with the remedy."""

from __future__ import annotations

import argparse

HELP = "look at everything the newsroom stands on"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="where readers are answered (default: 8000)")


def run(options: argparse.Namespace) -> int:
    """1 where anything failed."""
    from newsdesk.commands._doctor import port
    from newsdesk.commands._doctor.round import findings
    from newsdesk.commands._newsroom.ready import set_up

    set_up()
    failed = False
    for found in (*findings(), port.check(options.port)):
        print(found.line(), flush=True)
        failed = failed or found.level == "fail"
    return 1 if failed else 0
