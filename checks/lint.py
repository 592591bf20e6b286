"""``./newsdesk check``: style, form, types, layers, templates and migrations; all are run, whatever fails.

``./newsdesk check --mend`` puts right what the tools themselves can.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bootstrap.places import ROOT

BIN = Path(sys.executable).parent
CODE = ("src", "tests", "bootstrap", "checks", "newsdesk", "conftest.py")


def templates() -> list[str]:
    """All templates, as djade is told of them."""
    found = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "src").rglob("*/templates/**/*.html"))
    return ["--target-version", "5.2", *found]


def menders() -> dict[str, list[str]]:
    """What changes files, by the name it is told under."""
    return {
        "style": [str(BIN / "ruff"), "check", "--fix", "--quiet", *CODE],
        "form": [str(BIN / "ruff"), "format", *CODE],
        "templates": [str(BIN / "djade"), *templates()],
    }


def commands() -> dict[str, list[str]]:
    """What is run, by the name it is told under."""
    return {
        "style": [str(BIN / "ruff"), "check", *CODE],
        "form": [str(BIN / "ruff"), "format", "--check", *CODE],
        "types": [str(BIN / "mypy")],
        "layers": [str(BIN / "lint-imports"), "--no-logo"],
        "templates": [str(BIN / "djade"), "--check", *templates()],
        "migrations": [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"],
    }


def main(wanted: list[str]) -> int:
    """1 where a check found something; with names (``./newsdesk check types``) those only."""
    if "--mend" in wanted:
        for name, command in menders().items():
            _passes(name, command)
        wanted = [name for name in wanted if name != "--mend"]
    failed = [
        name for name, command in commands().items() if (not wanted or name in wanted) and not _passes(name, command)
    ]
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nnothing found")
    return 1 if failed else 0


def _passes(name: str, command: list[str]) -> bool:
    print(f"\n— {name}", flush=True)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
