"""Exif, written by the camera: the packet that knows where and with which device a picture was taken.

https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E
"""

from __future__ import annotations

import struct
from typing import Any

from PIL import Image
from PIL.ExifTags import IFD, Base

from newsdesk.pictures.particulars import PictureMetadata, clean, day

# All that Pillow raises on broken packets; Warning for where warnings are made errors.
_CLUMSY = (LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError, struct.error)
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError, *_CLUMSY, Warning)

_KEPT = (Base.ImageDescription, Base.Orientation, Base.Artist, Base.Copyright)
_KEPT_BELOW = (Base.DateTimeOriginal, Base.ColorSpace)
_TEXT = (Base.ImageDescription, Base.Artist, Base.Copyright, Base.DateTimeOriginal)
_UPRIGHT = 1


def read(packet: bytes) -> PictureMetadata:
    """What the packet says, nothing where it is broken."""
    said = _kept(packet)
    return PictureMetadata(
        caption=_text(said.get(Base.ImageDescription)),
        creator=_text(said.get(Base.Artist)),
        copyright=_text(said.get(Base.Copyright)),
        taken_on=day(_text(said.get(Base.DateTimeOriginal))),
    )


def orientation(packet: bytes) -> int:
    """1 to 8 as Exif numbers them; 5 to 8 lie on their side."""
    value = _kept(packet).get(Base.Orientation)
    return value if isinstance(value, int) and 1 <= value <= 8 else _UPRIGHT


def write(metadata: PictureMetadata) -> bytes:
    """A packet with the creator and the copyright notice, starting at its TIFF header; empty where there is neither."""
    return _packed({Base.Artist: metadata.creator, Base.Copyright: metadata.copyright})


def scrub(packet: bytes) -> bytes:
    """A new packet of words, day, orientation and colour space.

    Position, device, serial numbers, notes of the maker and the thumbnail (which may show what was cropped away) are
    not in it, under known tags or unknown.
    """
    return _packed(_kept(packet))


def packet_of(exif: Image.Exif) -> bytes:
    """What ``scrub`` would leave of a directory Pillow has read already."""
    try:
        return _packed(_chosen(exif))
    except BROKEN:
        return b""


def _kept(packet: bytes) -> dict[int, Any]:
    exif = Image.Exif()
    try:
        exif.load(packet)
        return _chosen(exif)
    except BROKEN:
        return {}


def _chosen(exif: Image.Exif) -> dict[int, Any]:
    below = exif.get_ifd(IFD.Exif)
    said = {tag: exif.get(tag) for tag in _KEPT} | {tag: below.get(tag) for tag in _KEPT_BELOW}
    numbers = {tag: value for tag, value in said.items() if isinstance(value, int) and 0 <= value < 65536}
    return numbers | {tag: text for tag in _TEXT if (text := _text(said.get(tag)))}


def _packed(said: dict[int, Any]) -> bytes:
    exif = Image.Exif()
    for tag, value in said.items():
        if value not in (None, ""):
            ifd = exif.get_ifd(IFD.Exif) if tag in _KEPT_BELOW else exif
            ifd[tag] = value.encode() if isinstance(value, str) and not value.isascii() else value
    return exif.tobytes().removeprefix(b"Exif\x00\x00") if exif or exif.get_ifd(IFD.Exif) else b""


def _text(value: object) -> str:
    """Exif says ASCII, cameras and agencies write UTF-8, Pillow reads Latin-1."""
    if isinstance(value, str):
        value = value.encode("latin-1", "replace") if value.isascii() or max(value) <= "\xff" else value.encode()
    if not isinstance(value, bytes):
        return ""
    try:
        return clean(value.decode())
    except UnicodeDecodeError:
        return clean(value.decode("cp1252", "replace"))
