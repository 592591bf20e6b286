"""Makes a fresh newsroom, or brings one up to this version; asks nothing, and is safe to run at every start."""

from __future__ import annotations

import argparse

HELP = "make a newsroom in NEWSDESK_DATA, or bring one up to date"
FIRST = "chief"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--chief", default=FIRST, metavar="NAME", help=f"name of the first account (default: {FIRST})")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._newsroom import opening, people, ready

    opening.open_newsroom()
    ready.set_up()
    from django.conf import settings

    print(f"The newsroom in {settings.NEWSDESK_DATA} is ready. Start it: newsdesk serve")
    if not people.everyone():
        password = people.add(options.chief, "chief")
        print(f"Sign in at {settings.NEWSDESK_SITE_URL}/desk/ as {options.chief} with the password {password}")
        print("It is shown once; change it there, or with: newsdesk user password NAME")
    return 0
