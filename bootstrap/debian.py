"""What comes from Debian: installed through apt by root, otherwise named in one line."""

from __future__ import annotations

import os
import shutil
import sys

from bootstrap.failure import Failure
from bootstrap.shell import run


def provide(packages: list[str], why: str) -> None:
    """Installs Debian's packages; raises ``Failure`` with the command to run where we may not."""
    if not shutil.which("apt-get"):
        raise Failure(f"{why}; install what your system calls {', '.join(packages)}")
    if os.geteuid() != 0:
        raise Failure(f"{why}; run: sudo apt-get install {' '.join(packages)}")
    print(f"newsdesk: {why}; installing {', '.join(packages)} …", file=sys.stderr)
    try:
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, DEBIAN_FRONTEND="noninteractive")
    except Failure as failure:
        raise Failure(f"apt-get could not install {' '.join(packages)}: {failure}") from None
