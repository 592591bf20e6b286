"""Who said what in a text, from the terminal."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.settings_env.refused import Refused

if TYPE_CHECKING:
    from newsdesk.sources.engine import Link, Record, Statement

HELP = "read who said what in a text, and through whom"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="read", required=True)
    read = acts.add_parser("read", help="the statements of a text, each with its chain of sources")
    read.add_argument("file", help="a file of plain text in UTF-8; - is what comes in by the pipe")
    read.add_argument("--published", required=True, type=_day, metavar="DATE", help="the day it came out: 2026-03-17")
    read.add_argument("--json", action="store_true", help="the whole record, for programs")


def run(options: argparse.Namespace) -> int:
    from newsdesk.sources.engine import read
    from newsdesk.sources.engine.guess import guess

    text = _text(options.file)
    record = read(text, options.published, guess(text))
    if options.json:
        print(json.dumps(record.to_json(), ensure_ascii=False, indent=2))
    else:
        _print(record)
    return 0


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words} is no day; write it as 2026-03-17") from None


def _text(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file} cannot be read as a text in UTF-8: {error}") from None


def _print(record: Record) -> None:
    for number, statement in enumerate(record.statements, 1):
        print("\n".join(_lines(number, statement)))
    loose = ", ".join(f"{hedge.text} (character {hedge.start})" for hedge in record.unsourced_hedges)
    print(f"hedges without a source: {loose or 'none'}")


def _lines(number: int, statement: Statement) -> list[str]:
    day = f", {statement.said_on}" if statement.said_on else ""
    lines = [f"{number}. {statement.kind}{day}", *(f"   {span.text}" for span in statement.content)]
    lines.append(f"   {statement.cue.text if statement.cue else '(no cue)'}: {' → '.join(map(_link, statement.chain))}")
    if statement.hedges:
        lines.append(f"   hedges: {', '.join(hedge.text for hedge in statement.hedges)}")
    return [*lines, f"   why: {', '.join(statement.why)}", ""]


def _link(link: Link) -> str:
    return f"{link.name} ({link.kind}{', ' + link.title if link.title else ''})"
