"""JPEG: segments up to the image's end; what stands behind it (a second picture, a film, an archive) is not read.

https://www.w3.org/Graphics/JPEG/itu-t81.pdf (annex B)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsdesk.pictures.formats import photoshop
from newsdesk.pictures.formats.packets import Packets

SIGNATURE = b"\xff\xd8\xff"
EXIF, XMP = b"Exif\x00\x00", b"http://ns.adobe.com/xap/1.0/\x00"
ICC, PHOTOSHOP = b"ICC_PROFILE\x00", b"Photoshop 3.0\x00"
MAX_BODY = 65533  # bytes a segment can hold

_SOI, _EOI, _SOS, _APP0, _APP1, _APP2, _APP13, _APP14 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xED, 0xEE
_ALONE = {0x01, *range(0xD0, 0xD8)}
_NEXT_MARKER = re.compile(rb"\xff+[\x02-\xcf\xd8-\xfe]")  # in a scan FF 00 is a byte and FF D0..D7 a restart


class Segment(NamedTuple):
    """``scan`` is the coded image that follows a start of scan."""

    marker: int
    body: bytes
    scan: bytes = b""


def packets(data: bytes) -> Packets:
    """The file's packets; of several of one kind, the first, but IIM may be spread over several."""
    exif = xmp = irb = b""
    for marker, body, _ in segments(data):
        if marker == _APP1 and body.startswith(EXIF):
            exif = exif or body.removeprefix(EXIF)
        elif marker == _APP1 and body.startswith(XMP):
            xmp = xmp or body.removeprefix(XMP)
        elif marker == _APP13 and body.startswith(PHOTOSHOP):
            irb += body.removeprefix(PHOTOSHOP)
    return Packets(exif, xmp, photoshop.iim(irb))


def rewritten(data: bytes, new: Packets) -> bytes:
    """The same coded image and colour profile with only ``new`` beside them; a packet that does not fit is left out."""
    image = [kept for segment in segments(data) if (kept := _kept(segment))]
    jfif = [segment for segment in image if segment.marker == _APP0]
    rest = [segment for segment in image if segment.marker != _APP0]
    irb = photoshop.resource(new.iim)
    said = [(_APP1, EXIF, new.exif), (_APP1, XMP, new.xmp), (_APP13, PHOTOSHOP, irb)]
    fresh = [Segment(marker, head + body) for marker, head, body in said if body and len(head + body) <= MAX_BODY]
    return b"\xff\xd8" + b"".join(map(_written, [*jfif, *fresh, *rest])) + b"\xff\xd9"


def segments(data: bytes) -> Iterator[Segment]:
    """The segments between start and end of image, as far as they are whole."""
    at = 2
    while (found := _NEXT_MARKER.match(data, at) or _NEXT_MARKER.search(data, at)) and data[found.end() - 1] != _EOI:
        marker, at = data[found.end() - 1], found.end()
        if marker in _ALONE or marker == _SOI:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        if end < at + 2 or end > len(data):
            return
        after = _NEXT_MARKER.search(data, end) if marker == _SOS else None
        stop = (after.start() if after else len(data)) if marker == _SOS else end
        yield Segment(marker, data[at + 2 : end], data[end:stop])
        at = stop


def _kept(segment: Segment) -> Segment | None:
    """The segment where a decoder needs it; JFIF loses its thumbnail."""
    marker, body, _ = segment
    if marker == _APP0:
        return Segment(marker, body[:12] + b"\x00\x00") if body.startswith(b"JFIF\x00") and len(body) >= 14 else None
    needed = (
        (marker == _APP2 and body.startswith(ICC))
        or (marker == _APP14 and body.startswith(b"Adobe"))
        or 0xC0 <= marker <= 0xDF
    )
    return segment if needed else None


def _written(segment: Segment) -> bytes:
    return bytes([0xFF, segment.marker]) + (len(segment.body) + 2).to_bytes(2, "big") + segment.body + segment.scan
