"""AVIF and TIFF: containers of offsets into themselves, where cutting is riskier than saving again.

TIFF is saved without loss, AVIF at a quality at which no difference is seen.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image
from PIL.TiffImagePlugin import IPTC_NAA_CHUNK, XMP, ImageFileDirectory_v2, TiffImageFile
from PIL.TiffTags import BYTE, UNDEFINED

from newsdesk.pictures.fields import exif
from newsdesk.pictures.formats.packets import Packets

FORMATS = ("AVIF", "TIFF")
_EXIF = b"Exif\x00\x00"
_WORDS = (0x010E, 0x013B, 0x8298)  # description, artist, copyright
_SAVED: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 90, "subsampling": "4:4:4", "speed": 7},
    "TIFF": {"compression": "tiff_adobe_deflate"},
}


def packets(data: bytes) -> Packets:
    """The packets as far as the container can be read."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            if isinstance(picture, TiffImageFile):
                said = exif.packet_of(picture.getexif())
                return Packets(said, _raw(picture, XMP), _raw(picture, IPTC_NAA_CHUNK))
            return Packets(picture.info.get("exif", b"").removeprefix(_EXIF), picture.info.get("xmp", b""))
    except exif.BROKEN:
        return Packets()


def rewritten(data: bytes, new: Packets) -> bytes:
    """The first frame and its colour profile with only ``new`` beside them.

    AVIF has no place for IIM; of a TIFF the words of ``new.exif`` become tags of its own, and Pillow turns it upright
    as it reads it. Raises what Pillow raises where the picture cannot be decoded.
    """
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        kind, profile = str(picture.format), picture.info.get("icc_profile")
        bare = picture.copy()
    bare.info = {}
    said: dict[str, Any] = {"icc_profile": profile} if profile else {}
    said |= {"tiffinfo": _tags(new)} if kind == "TIFF" else {"exif": new.exif, "xmp": new.xmp}
    out = BytesIO()
    bare.save(out, kind, **_SAVED[kind], **said)
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
