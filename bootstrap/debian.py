"""What comes from Debian: installed through apt by root, otherwise named in one line."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bootstrap.failure import Failure
from bootstrap.shell import run

INSTALL = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
POLICY = Path("/usr/sbin/policy-rc.d")


def provide(packages: list[str], why: str) -> None:
    """Installs Debian's packages; raises ``Failure`` with the command to run where we may not."""
    if not shutil.which("apt-get"):
        raise Failure(f"{why}; install what your system calls {', '.join(packages)}")
    if os.geteuid() != 0:
        raise Failure(f"{why}; run: sudo apt-get install {' '.join(packages)}")
    print(f"newsdesk: {why}; installing {', '.join(packages)} …", file=sys.stderr)
    try:
        run("apt-get", "update", "-qq")
        with _nothing_starts():
            run(*INSTALL, *packages, DEBIAN_FRONTEND="noninteractive")
    except Failure as failure:
        raise Failure(f"apt-get could not install {' '.join(packages)}: {failure}") from None


@contextmanager
def _nothing_starts() -> Iterator[None]:
    """Keeps Debian from starting the servers it installs: the tests start their own, on loopback, and stop them.

    https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt; a policy of the machine's own stays.
    """
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n", encoding="ascii")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink(missing_ok=True)
