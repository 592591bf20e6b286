"""The letters' subscribers from the terminal: lists in and out, and all that is kept of one reader."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from newsdesk.settings_env.refused import Refused

HELP = "bring subscribers in, take them out, tell or erase what is kept of a reader"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="import | export | reader", required=True)
    bring = acts.add_parser("import", help="subscribers from a CSV file of Ghost, MailerLite, Mailchimp or Substack")
    bring.add_argument("file", type=Path)
    bring.add_argument("--letter", required=True, metavar="SLUG", help="the letter they get")
    bring.add_argument("--yes", action="store_true", help="do it; without this, only say what would be done")
    bring.add_argument("--ask-again", action="store_true", help="mail those without proof a link to confirm by")
    export = acts.add_parser("export", help="all subscribers of all letters as CSV")
    export.add_argument("file", type=Path, help="a new file, readable by you alone")
    reader = acts.add_parser("reader", help="what is kept of one reader")
    reader.add_argument("address")
    reader.add_argument("--export", type=Path, metavar="FILE", help="write it into a new file, as JSON")
    reader.add_argument("--erase", action="store_true", help="forget the reader, and never write there again")
    reader.add_argument("--lift", action="store_true", help="the address may ask for letters again")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._newsroom.ready import require_newsroom

    require_newsroom()
    match options.act:
        case "import":
            _import(options)
        case "export":
            _export(options)
        case "reader":
            _reader(options)
    return 0


def _import(options: argparse.Namespace) -> None:
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


def _export(options: argparse.Namespace) -> None:
    from newsdesk.newsletter.lists import export

    with os.fdopen(_new(options.file), "w", encoding="utf-8", newline="") as out:
        count = export.write(out)
    print(f"{count} subscriptions are in {options.file}. It holds addresses: keep it as you keep a list of sources.")


def _reader(options: argparse.Namespace) -> None:
    from newsdesk.newsletter import suppression
    from newsdesk.newsletter.asking import erasing
    from newsdesk.newsletter.asking.address import BadAddress, read

    try:
        canonical = read(options.address).canonical
    except BadAddress:
        raise Refused("this is no mail address; it looks like name@example.org") from None
    told = json.dumps(erasing.kept(canonical), indent=2, ensure_ascii=False, default=str)
    if options.export:
        with os.fdopen(_new(options.export), "w", encoding="utf-8") as out:
            out.write(told + "\n")
    elif not (options.erase or options.lift):
        print(told)
    if options.erase:
        erasing.forget(canonical)
        print("Forgotten. Nothing is sent there any more; what was sent stays as a number without a name.")
    if options.lift:
        print("It may ask again." if suppression.lift(canonical) else "It was not suppressed.")


def _new(file: Path) -> int:
    """A handle of a file that was not there before, readable by us alone."""
    try:
        return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise Refused(f"{file}: {error.strerror}; name a new file") from None
