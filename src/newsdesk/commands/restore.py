"""Makes a newsroom out of a backup."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "put a backup in the place of an empty newsroom; stop the newsroom first"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="what newsdesk backup wrote")
    parser.add_argument("--force", action="store_true", help="where there is a newsroom, which is put aside")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._backup.restore import restore
    from newsdesk.commands._newsroom import folders, opening, ready

    folders.make()
    ready.set_up()
    aside = restore(options.file, force=options.force)
    opening.open_newsroom()
    if aside:
        print(f"What stood there before is in {aside}")
    print("The newsroom is back. Draw its pages: newsdesk press all. Then: newsdesk serve")
    return 0
