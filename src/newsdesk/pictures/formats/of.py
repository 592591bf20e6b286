"""Which container a picture stands in, by its first bytes and whatever its name says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from newsdesk.pictures.fields import exif
from newsdesk.pictures.formats import avif, jpeg, png, tiff, webp
from newsdesk.pictures.formats.packets import Packets

Format = Literal["jpeg", "png", "webp", "avif", "tiff"]


class Container(NamedTuple):
    """``pillow`` names the decoders that may read it: a phone's JPEG with a second picture behind it is MPO."""

    format: Format
    pillow: tuple[str, ...]
    packets: Callable[[bytes], Packets]
    rewritten: Callable[[bytes, Packets], bytes]


JPEG = Container("jpeg", ("JPEG", "MPO"), jpeg.packets, jpeg.rewritten)
PNG = Container("png", ("PNG",), png.packets, png.rewritten)
WEBP = Container("webp", ("WEBP",), webp.packets, webp.rewritten)
AVIF = Container("avif", ("AVIF",), avif.packets, avif.rewritten)
TIFF = Container("tiff", ("TIFF",), tiff.packets, tiff.rewritten)

_TIFF_SIGNATURES = (b"II*\x00", b"MM\x00*")


def container(data: bytes) -> Container | None:
    """The container ``data`` begins like, None where it is none we take."""
    if data.startswith(jpeg.SIGNATURE):
        return JPEG
    if data.startswith(png.SIGNATURE):
        return PNG
    if webp.is_webp(data):
        return WEBP
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return AVIF
    if data[4:12] == b"ftypmif1" and b"avif" in data[12:64]:
        return AVIF
    return TIFF if data.startswith(_TIFF_SIGNATURES) else None


def orientation(data: bytes) -> int:
    """How the pixels are to be turned, as Exif numbers it (5 to 8 lie on their side); Pillow turns TIFF by itself."""
    kind = container(data)
    if kind is None or kind is TIFF:
        return 1
    return exif.orientation(kind.packets(data).exif)
