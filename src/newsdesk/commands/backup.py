"""Keeps the newsroom in one file, while it goes on working."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "write database, originals, media and recordings into one zip file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a new file, such as newsroom.zip")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._backup.write import write
    from newsdesk.commands._newsroom.ready import require_newsroom

    require_newsroom()
    count = write(options.file)
    print(f"{options.file}: {count} files. Not in it: keys, sessions, and the shelf, which is drawn again.")
    return 0
