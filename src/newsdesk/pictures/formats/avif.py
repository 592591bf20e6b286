"""AVIF: each byte that is not of the image is blanked where it stands; no offset changes and nothing is coded anew.

https://aomediacodec.github.io/av1-avif/
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from newsdesk.pictures.fields import exif
from newsdesk.pictures.formats import isobmff
from newsdesk.pictures.formats.packets import Packets

_EXIF = b"Exif\x00\x00"
_BOXES = {b"ftyp", b"meta", b"mdat"}
_PARTS = {b"hdlr", b"pitm", b"iloc", b"iinf", b"iref", b"iprp", b"idat", b"dinf", b"grpl"}
_IMAGES = {b"av01", b"grid", b"iovl", b"iden", b"tmap"}
_NO_EXIF = b"MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00"  # a directory without entries; decoders demand one


def packets(data: bytes) -> Packets:
    """Exif and XMP, its orientation the one the container tells; AVIF has no place for IIM."""
    try:
        with Image.open(BytesIO(data), formats=("AVIF",)) as picture:
            return Packets(picture.info.get("exif", b"").removeprefix(_EXIF), picture.info.get("xmp", b""))
    except exif.BROKEN:
        return Packets()


def rewritten(data: bytes, new: Packets) -> bytes:
    """The same coded image and colour with ``new`` in the places the old packets had, where it fits into them."""
    out = bytearray(data)
    for box in isobmff.boxes(data, 0, len(data)):
        if box.type == b"meta":
            _blank_parts(out, data, box)
        elif box.type != b"ftyp":
            _blank(out, box, named=box.type in _BOXES)
    for meta in isobmff.boxes(data, 0, len(data)):
        if meta.type == b"meta":
            for item in isobmff.items(data, meta):
                _restore(out, data, item, new)
    return bytes(out)


def _blank_parts(out: bytearray, data: bytes, meta: isobmff.Box) -> None:
    for part in isobmff.inside(data, meta):
        if part.type == b"idat" or part.type not in _PARTS:
            _blank(out, part, named=part.type == b"idat")


def _blank(out: bytearray, box: isobmff.Box, *, named: bool) -> None:
    """Nothing but zeros in the box; one that is not ``named`` any more is free space to whoever reads it."""
    out[box.start : box.end] = bytes(box.end - box.start)
    if not named:
        out[box.name : box.name + 4] = b"free"


def _restore(out: bytearray, data: bytes, item: isobmff.Item, new: Packets) -> None:
    for start, end in item.extents:
        room = end - start
        if item.type in _IMAGES:
            out[start:end] = data[start:end]
        elif item.type == b"Exif":
            fitting = new.exif if 4 + len(new.exif) <= room and new.exif else _NO_EXIF
            out[start:end] = (bytes(4) + fitting)[:room].ljust(room, b"\x00")
        elif item.type == b"mime":
            out[start:end] = (new.xmp if len(new.xmp) <= room else b"").ljust(room)
