"""What can go wrong while setting up, in words a newcomer can act on."""

from __future__ import annotations

import re
from pathlib import Path


class Failure(Exception):
    """``str()`` is one line: what is wrong and its remedy. ``final`` where another installer would fare no better."""

    def __init__(self, line: str, *, final: bool = True) -> None:
        super().__init__(line)
        self.final = final


KNOWN = (
    (r"no space left|os error 28|errno 28", "the disk is full; free about 600 MB and start again", True),
    (
        r"do not match the hashes|hash mismatch|mismatched hashes",
        "a downloaded package is not the one that was locked; do not trust this package index, or its cache: "
        "empty the cache (uv cache clean, pip cache purge) and start again",
        True,
    ),
    (
        r"permission denied|os error 13|errno 13|read-only file system",
        "this folder cannot be written to; {writable}",
        True,
    ),
    (
        r"proxyerror|tunnel|name resolution|dns error|newconnectionerror|connection (refused|reset|error)"
        r"|connecttimeout|network is unreachable|no route to host|timed out|error sending request"
        r"|failed to (fetch|connect)",
        "the package index cannot be reached; check the network (and PIP_INDEX_URL, HTTPS_PROXY where you use them) "
        "and start again",
        False,
    ),
    (
        r"no matching distribution|no wheels with a matching|has no usable wheels|no compatible",
        "there is no ready-made package for this Python and machine; use Python 3.11 to 3.13 on 64-bit Linux or macOS",
        False,
    ),
)
WRITABLE = "make it yours (chown), or clone Newsdesk into a folder of your own"


def explained(output: str, log: Path) -> Failure:
    """The failure an installer's output speaks of; what nobody foresaw is shown by its last line and the log's name."""
    for pattern, line, final in KNOWN:
        if re.search(pattern, output, re.IGNORECASE):
            return Failure(line.format(writable=WRITABLE), final=final)
    last = next((line.strip() for line in reversed(output.splitlines()) if line.strip()), "it said nothing")
    return Failure(f"installing failed: {last[:200]} (all of it: {log})", final=False)


def unwritable(folder: Path, error: OSError) -> Failure:
    """The failure of writing to ``folder``, told by its errno."""
    return (
        explained(f"errno {error.errno}", folder)
        if error.errno in (13, 28)
        else Failure(f"{folder}: {error.strerror}; {WRITABLE}")
    )
