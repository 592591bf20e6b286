"""Reads what a photograph says about itself: XMP first, then IIM, then Exif, field by field.

https://www.iptc.org/std/photometadata/documentation/userguide/ (reading: the newer packet wins)
"""

from __future__ import annotations

from newsdesk.pictures.fields import exif, iim, xmp
from newsdesk.pictures.formats.of import container
from newsdesk.pictures.particulars import PictureMetadata, first_of, with_chain

__all__ = ["PictureMetadata", "read"]


def read(data: bytes) -> PictureMetadata:
    """The metadata of a picture file, its credit as the whole chain. Never raises: what is broken says nothing."""
    kind = container(data)
    if kind is None:
        return PictureMetadata()
    packets = kind.packets(data)
    return with_chain(first_of(xmp.read(packets.xmp), iim.read(packets.iim), exif.read(packets.exif)))
