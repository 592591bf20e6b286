"""TIFF: a web of offsets into itself, where cutting is riskier than saving again, which loses nothing.

https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from PIL.TiffImagePlugin import IPTC_NAA_CHUNK, XMP, ImageFileDirectory_v2, TiffImageFile
from PIL.TiffTags import BYTE, UNDEFINED

from newsdesk.pictures.fields import exif
from newsdesk.pictures.formats.packets import Packets

_WORDS = (0x010E, 0x013B, 0x8298)  # description, artist, copyright


def packets(data: bytes) -> Packets:
    """The packets as far as the file can be read; ``exif`` holds what ``exif.scrub`` would leave."""
    try:
        with Image.open(BytesIO(data), formats=("TIFF",)) as picture:
            if not isinstance(picture, TiffImageFile):
                return Packets()
            return Packets(exif.packet_of(picture.getexif()), _raw(picture, XMP), _raw(picture, IPTC_NAA_CHUNK))
    except exif.BROKEN:
        return Packets()


def rewritten(data: bytes, new: Packets) -> bytes:
    """The first page and its colour profile with only ``new`` beside them.

    The words of ``new.exif`` become tags of the file itself; Pillow turns the picture upright as it reads it. Raises
    what Pillow raises where the picture cannot be decoded.
    """
    with Image.open(BytesIO(data), formats=("TIFF",)) as picture:
        profile = picture.info.get("icc_profile")
        bare = picture.copy()
    bare.info = {"icc_profile": profile} if profile else {}
    out = BytesIO()
    bare.save(out, "TIFF", compression="tiff_adobe_deflate", tiffinfo=_tags(new))
    return out.getvalue()


def _tags(new: Packets) -> ImageFileDirectory_v2:
    tags, said = ImageFileDirectory_v2(), Image.Exif()
    said.load(new.exif)
    for tag in _WORDS:
        if tag in said:
            tags[tag] = said[tag].encode("latin-1")
    for tag, kind, packet in ((XMP, BYTE, new.xmp), (IPTC_NAA_CHUNK, UNDEFINED, new.iim)):
        if packet:
            tags.tagtype[tag] = kind
            tags[tag] = packet
    return tags


def _raw(picture: TiffImageFile, tag: int) -> bytes:
    """The bytes of a tag as they stand: Photoshop declares IIM as 32-bit numbers, which it is not."""
    value = picture.tag_v2._tagdata.get(tag, b"")
    return value if isinstance(value, bytes) else b""
