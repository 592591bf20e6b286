"""All subscriptions, as CSV."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from newsdesk.commands._letters.files import new


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a new file, readable by you alone")


def run(options: argparse.Namespace) -> int:
    from newsdesk.newsletter.lists import export

    with os.fdopen(new(options.file), "w", encoding="utf-8", newline="") as out:
        count = export.write(out)
    print(f"{count} subscriptions are in {options.file}. It holds addresses: keep it as you keep a list of sources.")
    return 0
