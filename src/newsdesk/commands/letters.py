"""Letters from the terminal."""

from __future__ import annotations

import argparse

from newsdesk.commands._letters import doctor

HELP = "look whether a domain may send letters"
ACTS = {"doctor": (doctor, "what a domain lacks to send letters, and the record to add")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="|".join(ACTS), required=True)
    for name, (act, words) in ACTS.items():
        act.add_arguments(acts.add_parser(name, help=words))


def run(options: argparse.Namespace) -> int:
    status: int = ACTS[options.act][0].run(options)
    return status
