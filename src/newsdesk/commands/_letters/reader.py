"""What is kept of one reader: told, or forgotten."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from newsdesk.commands._letters.files import new
from newsdesk.settings_env.refused import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    words = "left out, or -: read from standard input, so that no history of a shell and no list of processes has it"
    parser.add_argument("address", nargs="?", default="-", help=words)
    parser.add_argument("--export", type=Path, metavar="FILE", help="write it into a new file, as JSON")
    parser.add_argument("--erase", action="store_true", help="forget the reader, and never write there again")
    parser.add_argument("--lift", action="store_true", help="the address may ask for letters again")


def run(options: argparse.Namespace) -> int:
    from newsdesk.newsletter import suppression
    from newsdesk.newsletter.addresses import Unusable, canonical
    from newsdesk.newsletter.asking import erasing

    try:
        address = canonical(_given(options.address))
    except Unusable:
        raise Refused("this is no mail address; it looks like name@example.org") from None
    told = json.dumps(erasing.kept(address), indent=2, ensure_ascii=False, default=str)
    if options.export:
        with os.fdopen(new(options.export), "w", encoding="utf-8") as out:
            out.write(told + "\n")
    elif not (options.erase or options.lift):
        print(told)
    if options.erase:
        erasing.forget(address)
        print("Forgotten. Nothing is sent there any more; what was sent stays as a number without a name.")
    if options.lift:
        print("It may ask again." if suppression.lift(address) else "It was not suppressed.")
    return 0


def _given(address: str) -> str:
    """What stands in the command, or the one line of standard input; a person at a terminal is asked for it."""
    if address != "-":
        return address
    if sys.stdin.isatty():
        print("Address: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()
