"""The command line: one file in ``commands/`` is one command, found by being there."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from newsdesk import commands
from newsdesk.settings_env.refused import Refused

EPILOG = "In a checkout also: ./newsdesk test, ./newsdesk check. Settings: docs/settings.md"


def names() -> list[str]:
    """The modules of all commands, by name; one that Python keeps for itself ends with an underscore (``import_``)."""
    return sorted(module.name for module in iter_modules(commands.__path__) if not module.ispkg)


def parser() -> argparse.ArgumentParser:
    """Each command's file has ``HELP``, ``add_arguments(parser)`` and ``run(options) -> int``."""
    top = argparse.ArgumentParser(prog="newsdesk", description="The open-source news desk.", epilog=EPILOG)
    each = top.add_subparsers(metavar="command", required=True)
    for name in names():
        command = import_module(f"{commands.__name__}.{name}")
        one = each.add_parser(name.rstrip("_"), help=command.HELP, description=command.HELP)
        command.add_arguments(one)
        one.set_defaults(run=command.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 well, 1 a finding or a failure the command has told, 2 refused with one line."""
    options = parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    try:
        status: int = options.run(options)
    except Refused as refused:
        print(f"newsdesk: {refused}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read has seen enough, as head(1) does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
