"""Visits to counted links, out of the logs of a web server in front."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="file", help="access logs; all that have lines of a day")


def run(options: argparse.Namespace) -> int:
    from newsdesk.newsletter.counting import logs

    counts: Counter[tuple[date, str]] = Counter()
    try:
        for file in options.files:
            with file.open(encoding="utf-8", errors="replace") as lines:
                counts += logs.counted(lines)
    except OSError as error:
        print(f"newsdesk: {error.filename} cannot be read: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{logs.take_in(counts)} sums of a link and a day, {counts.total()} visits in the logs")
    return 0
