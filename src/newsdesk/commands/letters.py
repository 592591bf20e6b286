"""Letters from the terminal: lists in and out, a reader, visits to links, and whether a domain may send."""

from __future__ import annotations

import argparse

from newsdesk.commands._letters import bring, counts, doctor, export, reader

HELP = "bring subscribers in, take them out, tell or erase a reader, count visits, look whether a domain may send"
ACTS = {
    "import": (bring, "subscribers from a CSV file of Ghost, MailerLite, Mailchimp or Substack"),
    "export": (export, "all subscribers of all letters as CSV"),
    "reader": (reader, "what is kept of one reader"),
    "counts": (counts, "how often counted links were followed, out of a web server's logs"),
    "doctor": (doctor, "what a domain lacks to send letters, and the record to add"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="|".join(ACTS), required=True)
    for name, (act, words) in ACTS.items():
        act.add_arguments(acts.add_parser(name, help=words))


def run(options: argparse.Namespace) -> int:
    if options.act != "doctor":
        from newsdesk.commands._newsroom.ready import require_newsroom

        require_newsroom()
    status: int = ACTS[options.act][0].run(options)
    return status
