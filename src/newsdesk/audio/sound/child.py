"""The child process that works on sound: holds itself to its limits, does one piece of work, and ends.

One child makes the files and opens what strangers recorded; another signs them. The first never hears of the key.
"""

from __future__ import annotations

import errno
import resource
import sys
from pathlib import Path
from typing import Any

from newsdesk import confined

LIMITS = {
    resource.RLIMIT_AS: 1 << 30,  # bytes
    resource.RLIMIT_CPU: 900,  # seconds
    resource.RLIMIT_FSIZE: 1 << 28,  # bytes
    resource.RLIMIT_CORE: 0,
}
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def make(order: dict[str, Any]) -> dict[str, Any]:
    """Makes the tagged files of ``order["source"]`` in the folder ``order["into"]``; answers with what they measure."""
    from dataclasses import asdict

    from newsdesk.audio.sound import finishing
    from newsdesk.audio.sound.order import Limits, tags_from_json
    from newsdesk.audio.sound.source import Source

    source = Source(Path(order["source"]), order["rate"], Limits(**order["limits"]))
    picture = Path(order["picture"]).read_bytes() if order["picture"] else b""
    tags, chapters = tags_from_json(order["tags"]), [(title, start) for title, start in order["chapters"]]
    return asdict(finishing.finish(source, Path(order["into"]), tags, chapters, picture))


def sign(order: dict[str, Any]) -> dict[str, Any]:
    """Signs each of ``order["files"]`` (pairs of a tagged file and the signed one to be)."""
    from newsdesk.audio.sound import signature
    from newsdesk.audio.sound.order import Signer, tags_from_json

    for file, signed in order["files"]:
        signature.sign(Path(file), Path(signed), tags_from_json(order["tags"]), Signer(**order["signer"]))
    return {}


WORK: dict[str, confined.Work] = {"make": make, "sign": sign}


def why(error: Exception) -> dict[str, Any] | None:
    """What is said of sound that no files come of, and of a disk that is full."""
    from newsdesk.audio.sound.failed import SoundFailed

    if isinstance(error, SoundFailed):
        return {"reason": error.reason, "remedy": error.remedy, "permanent": error.permanent}
    return {"full": True} if isinstance(error, OSError) and error.errno in FULL else None


if __name__ == "__main__":
    confined.confine(LIMITS)
    sys.exit(confined.answer(WORK[sys.argv[1]], why, sys.stdout))
