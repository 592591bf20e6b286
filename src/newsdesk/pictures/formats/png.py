"""PNG: chunks.

https://www.w3.org/TR/png-3/
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from newsdesk.pictures.formats.packets import Packets

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_XMP = b"XML:com.adobe.xmp"
_MAX_TEXT = 1 << 20  # bytes a compressed text may unfold to
_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs", b"bKGD"}


class Chunk(NamedTuple):
    kind: bytes
    body: bytes


def packets(data: bytes) -> Packets:
    """Exif and XMP; PNG has no place for IIM."""
    exif = xmp = b""
    for kind, body in chunks(data):
        if kind == b"eXIf":
            exif = exif or body.removeprefix(b"Exif\x00\x00")
        elif kind == b"iTXt" and body.startswith(_XMP + b"\x00"):
            xmp = xmp or _text(body)
    return Packets(exif, xmp)


def rewritten(data: bytes, new: Packets) -> bytes:
    """The same pixels and colour with only ``new`` beside them."""
    said = [Chunk(b"eXIf", new.exif)] if new.exif else []
    said += [Chunk(b"iTXt", _XMP + b"\x00\x00\x00\x00\x00" + new.xmp)] if new.xmp else []
    head, *image = [chunk for chunk in chunks(data) if chunk.kind in _KEPT]
    return SIGNATURE + b"".join(map(_written, [head, *said, *image, Chunk(b"IEND", b"")]))


def chunks(data: bytes) -> Iterator[Chunk]:
    """The chunks before the end of the image, as far as they are whole; checksums are left to the decoder."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"IEND" or at + 12 + size > len(data):
            return
        yield Chunk(kind, data[at + 8 : at + 8 + size])
        at += 12 + size


def _text(body: bytes) -> bytes:
    """The text of an iTXt chunk: keyword, compression flag and method, language, translated keyword, text."""
    _, _, rest = body.partition(b"\x00")
    compressed, parts = rest[:1] == b"\x01", rest[2:].split(b"\x00", 2)
    if len(parts) < 3:
        return b""
    try:
        return zlib.decompressobj().decompress(parts[2], _MAX_TEXT) if compressed else parts[2]
    except zlib.error:
        return b""


def _written(chunk: Chunk) -> bytes:
    checksum = zlib.crc32(chunk.kind + chunk.body)
    return len(chunk.body).to_bytes(4, "big") + chunk.kind + chunk.body + checksum.to_bytes(4, "big")
