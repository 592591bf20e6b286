"""The child process that works on sound: holds itself to its limits, does one piece of work, and ends.

One child makes the files and opens what strangers recorded; another signs them. The first never hears of the key.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsdesk import confined

LIMITS = {
    resource.RLIMIT_AS: 1 << 30,  # bytes
    resource.RLIMIT_CPU: 900,  # seconds
    resource.RLIMIT_FSIZE: 1 << 28,  # bytes
    resource.RLIMIT_CORE: 0,
}
HURRY = 10  # added to the niceness of work nobody waits for
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def make(order: dict[str, Any]) -> dict[str, Any]:
    """Makes the tagged files of ``order["source"]`` in the folder ``order["into"]``; answers with what they measure."""
    from dataclasses import asdict

    from newsdesk.audio.sound import finishing
    from newsdesk.audio.sound.order import Limits, tags_from_json
    from newsdesk.audio.sound.source import Source

    os.nice(HURRY)
    source = Source(Path(order["source"]), order["rate"], Limits(**order["limits"]))
    picture = Path(order["picture"]).read_bytes() if order["picture"] else b""
    tags, chapters = tags_from_json(order["tags"]), [(title, start) for title, start in order["chapters"]]
    return asdict(finishing.finish(source, Path(order["into"]), tags, chapters, picture))


def sign(order: dict[str, Any]) -> dict[str, Any]:
    """Signs each of ``order["files"]`` (pairs of a tagged file and the signed one to be)."""
    from newsdesk.audio.sound import signature
    from newsdesk.audio.sound.order import Signer, tags_from_json

    os.nice(HURRY)
    for file, signed in order["files"]:
        signature.sign(Path(file), Path(signed), tags_from_json(order["tags"]), Signer(**order["signer"]))
    return {}


WORK: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"make": make, "sign": sign}


def main(work: str) -> int:
    """Reads an order from standard input, writes the answer to standard output."""
    from newsdesk.audio.sound.failed import SoundFailed

    try:
        answer, code = WORK[work](json.load(sys.stdin)), 0
    except SoundFailed as failed:
        answer = {"reason": failed.reason, "remedy": failed.remedy, "permanent": failed.permanent}
        code = confined.REFUSED
    except OSError as error:
        if error.errno not in FULL:
            raise
        answer, code = {"full": True}, confined.REFUSED
    json.dump(answer, sys.stdout)
    return code


def confine() -> None:
    """From here on this process has no more than ``LIMITS``."""
    confined.confine(LIMITS)


if __name__ == "__main__":
    confine()
    sys.exit(main(sys.argv[1]))
