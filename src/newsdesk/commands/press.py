"""Runs the press and asks it what it did."""

from __future__ import annotations

import argparse

HELP = "draw what changed, draw everything, or ask why a sheet is as it is"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="run|all|why|who|audit", required=True)
    acts.add_parser("run", help="draw the sheets that show something new")
    acts.add_parser("all", help="compare with what should exist, and draw everything again")
    why = acts.add_parser("why", help="what a sheet read, and when it was drawn")
    why.add_argument("path", help="as in the address: /2026/03/17/slug/")
    who = acts.add_parser("who", help="which sheets read a key")
    who.add_argument("key", help="such as card:<id>")
    acts.add_parser("audit", help="draw a random sample again and compare")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._newsroom.ready import require_newsroom

    require_newsroom()
    from newsdesk.press import console

    match options.act:
        case "why":
            return console.why(options.path)
        case "who":
            return console.who(options.key)
        case "all":
            return console.all()
        case "audit":
            return console.audit()
        case _:
            return console.run()
