"""From ``./newsdesk …`` to the same words under ``.venv``; a later start costs a few milliseconds."""

from __future__ import annotations

import os
import sys

from bootstrap.places import DEVELOPMENT, PYTHON, ROOT, RUNTIME
from bootstrap.stamp import is_current

DEVELOPERS = {"test": "checks.test", "check": "checks.lint"}
"""Commands for which a checkout and the developers' packages are needed."""


def start(arguments: list[str]) -> None:
    """Does not return: becomes ``newsdesk``, or exits with 2 and one line that says what to do."""
    module = DEVELOPERS.get(arguments[0]) if arguments else None
    locks = [RUNTIME, DEVELOPMENT] if module else [RUNTIME]
    if not all(is_current(name) for name in locks):
        _set_up(locks)
    if module:
        os.environ["PYTHONPATH"] = str(ROOT)
        os.chdir(ROOT)
        os.execv(PYTHON, [str(PYTHON), "-m", module, *arguments[1:]])  # noqa: S606
    os.execv(PYTHON, [str(PYTHON), "-m", "newsdesk", *arguments])  # noqa: S606


def _set_up(locks: list[str]) -> None:
    from bootstrap.failure import Failure
    from bootstrap.install import set_up

    try:
        set_up(locks)
    except Failure as failure:
        sys.exit(_said(str(failure)))
    except KeyboardInterrupt:
        sys.exit(_said("stopped; the next start goes on where this one was"))


def _said(line: str) -> int:
    print(f"newsdesk: {line}", file=sys.stderr)
    return 2
