"""What is kept of one reader: told, or forgotten."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from newsdesk.commands._letters.files import new
from newsdesk.settings_env.refused import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("address")
    parser.add_argument("--export", type=Path, metavar="FILE", help="write it into a new file, as JSON")
    parser.add_argument("--erase", action="store_true", help="forget the reader, and never write there again")
    parser.add_argument("--lift", action="store_true", help="the address may ask for letters again")


def run(options: argparse.Namespace) -> int:
    from newsdesk.newsletter import suppression
    from newsdesk.newsletter.addresses import Unusable, canonical
    from newsdesk.newsletter.asking import erasing

    try:
        address = canonical(options.address)
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
