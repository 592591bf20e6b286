"""Makes ``.venv`` and fills it from the lock files; safe to cut short, and to start twice at once."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bootstrap import stamp
from bootstrap.failure import Failure, unwritable
from bootstrap.installers import INSTALLERS, Pip, Uv
from bootstrap.places import HALF_MADE, LOCK, LOG, PYTHON, ROOT, VENV, WORK
from bootstrap.shell import works


def set_up(locks: list[str]) -> None:
    """Brings ``.venv`` up to the lock files; raises ``Failure``."""
    try:
        WORK.mkdir(exist_ok=True)
        with _alone():
            if not all(stamp.is_current(lock) for lock in locks):
                LOG.unlink(missing_ok=True)
                _fill(locks)
    except OSError as error:
        raise unwritable(ROOT, error) from None


def _fill(locks: list[str]) -> None:
    print("newsdesk: setting up .venv (once, and when the locked packages change) …", file=sys.stderr, flush=True)
    ready = [installer for installer in INSTALLERS if installer.available()]
    for installer in ready:
        try:
            return _fill_with(installer, locks)
        except Failure as failure:
            if failure.final or installer is ready[-1]:
                raise


def _fill_with(installer: Uv | Pip, locks: list[str]) -> None:
    """What a set-up before this one left half made is made anew: a package may have been cut in two."""
    if HALF_MADE.exists() or not installer.can_use_venv():
        installer.make()
    HALF_MADE.touch()
    missing = [lock for lock in locks if not stamp.is_current(lock)]
    for lock in missing:
        installer.install(lock)
    _add_project()
    works(str(PYTHON), "-m", "compileall", "-q", str(ROOT / "src"))
    for lock in missing:
        stamp.write(lock)
    HALF_MADE.unlink()


def _add_project() -> None:
    """Puts ``src`` on the path, relative to where the file stands: nothing to build, nothing that was not hashed."""
    for site in VENV.glob("lib/python3.*/site-packages"):
        (site / "newsdesk.pth").write_text(f"{os.path.relpath(ROOT / 'src', site)}\n", encoding="utf-8")


@contextmanager
def _alone() -> Iterator[None]:
    """One set-up at a time; the kernel frees the lock when we and the installers we started are gone."""
    with LOCK.open("w") as lock:
        os.set_inheritable(lock.fileno(), True)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("newsdesk: another start is setting up; waiting for it …", file=sys.stderr, flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
