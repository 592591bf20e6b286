"""A worker of its own, for a machine that has more than one."""

from __future__ import annotations

import argparse

HELP = "run a worker by itself (serve has one already)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--heavy", action="store_true", help="take pictures and other long work, not the press")
    parser.add_argument("--once", action="store_true", help="end when nothing is left to do")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._newsroom.ready import require_newsroom

    require_newsroom()
    from newsdesk import jobs

    return jobs.work(heavy=options.heavy, once=options.once)
