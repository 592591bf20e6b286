"""Subscribers from another house's list."""

from __future__ import annotations

import argparse
from pathlib import Path

from newsdesk.settings_env.refused import Refused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--letter", required=True, metavar="SLUG", help="the letter they get")
    parser.add_argument("--yes", action="store_true", help="do it; without this, only say what would be done")
    parser.add_argument("--ask-again", action="store_true", help="mail those without proof a link to confirm by")


def run(options: argparse.Namespace) -> int:
    from newsdesk.newsletter.lists import reading, taking
    from newsdesk.newsletter.lists.entry import BadList
    from newsdesk.newsletter.models import Letter

    letter = Letter.objects.filter(slug=options.letter).first()
    if letter is None:
        slugs = ", ".join(Letter.objects.order_by("slug").values_list("slug", flat=True))
        raise Refused(f"there is no letter {options.letter!r} here; there are: {slugs}")
    try:
        house, entries = reading.read(options.file)
    except BadList as bad:
        raise Refused(str(bad)) from None
    made = taking.plan(letter, house, entries)
    for what, count in sorted(made.counts.items()):
        print(f"{count:7d} {what}")
    if options.yes:
        taking.carry_out(made, options.ask_again)
    else:
        print("Nothing was changed. To do it, add --yes; to mail those without proof, --ask-again too.")
    return 0
