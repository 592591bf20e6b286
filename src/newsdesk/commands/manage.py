"""Django's own management commands, for developers: ``newsdesk manage makemigrations``."""

from __future__ import annotations

import argparse

HELP = "Django's management commands, for developers"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="…", help="what follows python -m django")


def run(options: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["newsdesk manage", *options.words])
    return 0
