"""Takes articles in from files."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from newsdesk.settings_env.refused import Refused

FIRST_PICTURES = 20
HELP = "take articles in from a folder of ninjs files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    formats = parser.add_subparsers(dest="format", metavar="ninjs", required=True)
    ninjs = formats.add_parser("ninjs", help="ninjs 3.1 and 2.2: text, picture, composite")
    ninjs.add_argument("folder", type=Path)
    ninjs.add_argument("--publish", action="store_true", help="publish what is complete; otherwise drafts are made")


def run(options: argparse.Namespace) -> int:
    from newsdesk.commands._newsroom.ready import require_newsroom

    if not options.folder.is_dir():
        raise Refused(f"{options.folder} is no folder; name the one that holds the ninjs files")
    require_newsroom()
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from newsdesk.desk.imports import ninjs

    logging.getLogger("wagtail").setLevel(logging.WARNING)  # it tells three lines an article
    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), transient=True) as bar:
        task = bar.add_task("", total=None)
        report = ninjs.import_folder(
            options.folder, options.publish, lambda done, total: bar.update(task, completed=done, total=total)
        )
    if options.publish:
        _make_first_pictures()
    print(report)
    return 1 if report.skipped else 0


def _make_first_pictures() -> None:
    """A small import is drawn with its photographs at once; of a large one the worker makes the rest."""
    from newsdesk.pictures import job

    for original in job.due(FIRST_PICTURES):
        job.make_one(original)
