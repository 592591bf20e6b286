"""The child process that opens pictures: holds itself to its limits, does one piece of work, and ends."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from typing import Any

from newsdesk import confined

LIMITS = {
    resource.RLIMIT_AS: 1 << 30,  # bytes
    resource.RLIMIT_CPU: 110,  # seconds
    resource.RLIMIT_FSIZE: 1 << 28,  # bytes
    resource.RLIMIT_CORE: 0,
}


def receive(order: dict[str, Any]) -> dict[str, Any]:
    """Checks the file ``order["file"]``, reads what it says and puts it, cleaned, in its place."""
    from PIL import Image

    from newsdesk.pictures import guard, metadata, strip
    from newsdesk.pictures.particulars import to_json

    file = Path(order["file"])
    data = file.read_bytes()
    limits = guard.Limits(**order["limits"])
    Image.MAX_IMAGE_PIXELS = limits.max_pixels
    accepted = guard.check(data, order["name"], limits)
    clean = strip.without_location(data)
    guard.check(clean, order["name"], limits)  # what is stored is what can be shown
    file.write_bytes(clean)
    size = {"format": accepted.format, "width": accepted.width, "height": accepted.height}
    return size | {"metadata": to_json(metadata.read(data))}


def make(order: dict[str, Any]) -> dict[str, Any]:
    """Makes all files of ``order["original"]`` in the folder ``order["into"]``; answers with widths and formats."""
    from PIL import Image

    from newsdesk.pictures import renditions
    from newsdesk.pictures.particulars import from_json

    Image.MAX_IMAGE_PIXELS = None  # what was accepted once may be opened; memory is bounded
    into, credit, widths = Path(order["into"]), from_json(order["metadata"]), renditions.widths_for(order["width"])
    picture = renditions.opened(Path(order["original"]).read_bytes(), widths[-1])
    for width in widths:
        small = renditions.scaled(picture, width)
        for format in renditions.FORMATS:
            (into / f"{width}.{format}").write_bytes(renditions.encoded(small, format, credit))
    (into / "og.jpeg").write_bytes(renditions.social(picture, tuple(order["focal_point"]), credit))
    return {"widths": list(widths), "formats": list(renditions.FORMATS)}


WORK: dict[str, confined.Work] = {"receive": receive, "make": make}


def why(error: Exception) -> dict[str, Any] | None:
    """What is said of a picture that is not taken."""
    from newsdesk.pictures.guard import PictureRefused

    return {"reason": error.reason, "remedy": error.remedy} if isinstance(error, PictureRefused) else None


if __name__ == "__main__":
    confined.confine(LIMITS)
    sys.exit(confined.answer(WORK[sys.argv[1]], why, sys.stdout))
