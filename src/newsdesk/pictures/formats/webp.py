"""WebP: RIFF chunks.

https://www.rfc-editor.org/rfc/rfc9649
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsdesk.pictures.formats.packets import Packets

_EXTENDED, _LOSSY, _LOSSLESS = b"VP8X", b"VP8 ", b"VP8L"
_ICC, _ALPHA, _EXIF, _XMP = 0x20, 0x10, 0x08, 0x04  # flags of VP8X
_KEPT = {b"ICCP", b"ALPH", _LOSSY, _LOSSLESS}


class Chunk(NamedTuple):
    kind: bytes
    body: bytes


def is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def packets(data: bytes) -> Packets:
    """Exif and XMP; WebP has no place for IIM."""
    found = dict(reversed(list(chunks(data))))  # of several of one kind, the first
    return Packets(found.get(b"EXIF", b"").removeprefix(b"Exif\x00\x00"), found.get(b"XMP ", b""))


def rewritten(data: bytes, new: Packets) -> bytes:
    """The same coded image and colour profile with only ``new`` beside them."""
    image = [chunk for chunk in chunks(data) if chunk.kind in _KEPT]
    said = [Chunk(kind, body) for kind, body in ((b"EXIF", new.exif), (b"XMP ", new.xmp)) if body]
    chunked = b"".join(map(_written, [_extended(data, [*image, *said]), *image, *said]))
    return b"RIFF" + (len(chunked) + 4).to_bytes(4, "little") + b"WEBP" + chunked


def size(data: bytes) -> tuple[int, int]:
    """Width and height from the header, (0, 0) where it says none."""
    kind, body = next(chunks(data), Chunk(b"", b""))
    if kind == _EXTENDED and len(body) >= 10:
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if kind == _LOSSY and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    if kind == _LOSSLESS and body[:1] == b"\x2f":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return 0, 0


def chunks(data: bytes) -> Iterator[Chunk]:
    """The chunks within the RIFF, as far as they are whole."""
    at, end = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= end:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            return
        yield Chunk(data[at : at + 4], data[at + 8 : at + 8 + length])
        at += 8 + length + length % 2


def _extended(data: bytes, said: list[Chunk]) -> Chunk:
    kinds = {chunk.kind for chunk in said}
    lossless = next((chunk.body for chunk in said if chunk.kind == _LOSSLESS), b"")
    has_alpha = b"ALPH" in kinds or bool(int.from_bytes(lossless[1:5], "little") >> 28 & 1)
    flags = _ICC * (b"ICCP" in kinds) | _ALPHA * has_alpha | _EXIF * (b"EXIF" in kinds) | _XMP * (b"XMP " in kinds)
    canvas = b"".join((side - 1).to_bytes(3, "little") for side in size(data))
    return Chunk(_EXTENDED, bytes([flags, 0, 0, 0]) + canvas)


def _written(chunk: Chunk) -> bytes:
    return chunk.kind + len(chunk.body).to_bytes(4, "little") + chunk.body + b"\x00" * (len(chunk.body) % 2)
