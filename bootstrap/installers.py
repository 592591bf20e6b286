"""The two ways to fill ``.venv``: uv where it is on PATH, else the standard library's venv and pip.

Both take wheels only, and only those whose hashes are in the lock file (https://pip.pypa.io/en/stable/topics/secure-installs/);
where packages come from is the machine's own setting.
"""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec

from bootstrap.debian import provide
from bootstrap.places import PYTHON, VENV
from bootstrap.shell import run, works

BASE = getattr(sys, "_base_executable", sys.executable)
LOCKED = ("--require-hashes", "--no-deps", "--only-binary", ":all:")


def new_enough() -> bool:
    """Whether ``.venv`` has a Python that runs Newsdesk."""
    return works(str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))")


class Uv:
    """https://docs.astral.sh/uv/; never fetches a Python of its own."""

    program = shutil.which("uv")

    def available(self) -> bool:
        return self.program is not None and works(self.program, "--version")

    def can_use_venv(self) -> bool:
        return new_enough()

    def make(self) -> None:
        self._uv("venv", "--quiet", "--clear", "--python", BASE, str(VENV))

    def install(self, lock: str) -> None:
        self._uv("pip", "install", "--quiet", "--python", str(PYTHON), "--compile-bytecode", *LOCKED, "-r", lock)

    def _uv(self, *arguments: str) -> None:
        run(str(self.program), *arguments, UV_PYTHON_DOWNLOADS="never", UV_NO_PROGRESS="1", VIRTUAL_ENV=str(VENV))


class Pip:
    """Debian splits venv's half off into a package of its own, which may have to be fetched first."""

    def available(self) -> bool:
        return True

    def can_use_venv(self) -> bool:
        """An environment that uv made has no pip, but can be given one."""
        module = (str(PYTHON), "-m")
        return new_enough() and (works(*module, "pip", "--version") or works(*module, "ensurepip", "--default-pip"))

    def make(self) -> None:
        if not (find_spec("venv") and find_spec("ensurepip")):
            provide([f"python3.{sys.version_info[1]}-venv"], "Python's venv module is missing")
        run(BASE, "-m", "venv", "--clear", str(VENV))

    def install(self, lock: str) -> None:
        run(str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--retries", "2", *LOCKED, "-r", lock)


INSTALLERS = (Uv(), Pip())
