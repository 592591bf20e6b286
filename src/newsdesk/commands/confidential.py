"""The keys of confidential identities: makes them, and seals anew with a new one."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "make the key that seals who an unnamed source is, or seal anew with a new one"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="key|reseal", required=True)
    key = acts.add_parser("key", help="write a new key into a file that only this account can read")
    key.add_argument("file", type=Path, help="a new file, outside the newsroom's folders and its backups")
    key.add_argument("--rotate", action="store_true", help="put a new key before those the file has")
    acts.add_parser("reseal", help="seal with the first key whatever an earlier one sealed")


def run(options: argparse.Namespace) -> int:
    return _reseal() if options.act == "reseal" else _key(options.file, options.rotate)


def _key(file: Path, rotate: bool) -> int:
    from newsdesk.commands._confidential import key_file

    if rotate:
        key_file.rotate(file)
        print(f"{file}: a new key stands first. Start the newsroom again, then: newsdesk confidential reseal")
        return 0
    key_file.make(file)
    print(f"{file}: a new key. Set NEWSDESK_CONFIDENTIAL_KEY_FILE={file.absolute()} and start the newsroom again.")
    print("Keep a copy, apart from the backups: whoever loses the key loses the identities.")
    return 0


def _reseal() -> int:
    """1 where one could not be opened."""
    from newsdesk.commands._newsroom.ready import require_newsroom

    require_newsroom()
    from newsdesk.settings_env.refused import Refused
    from newsdesk.sources.confidential import resealing
    from newsdesk.sources.confidential.keys import NoKey

    try:
        tally = resealing.reseal()
    except NoKey:
        raise Refused("there is no key; set NEWSDESK_CONFIDENTIAL_KEY_FILE to the file of keys") from None
    print(f"{tally.done} sealed anew, {tally.kept} had the first key, {tally.shut} could not be opened.")
    if not tally.shut:
        print("The other keys in the file are needed for older backups only.")
    return 1 if tally.shut else 0
