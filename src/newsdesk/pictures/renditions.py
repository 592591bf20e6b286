"""The files readers fetch: an original made smaller, upright, in sRGB, with the credit in it and nothing else.

https://www.iptc.org/std/photometadata/documentation/userguide/ (metadata is to be kept in derivatives)
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from newsdesk.pictures.fields import exif, iim, xmp
from newsdesk.pictures.formats import jpeg
from newsdesk.pictures.formats.of import container, orientation
from newsdesk.pictures.formats.packets import Packets
from newsdesk.pictures.particulars import PictureMetadata

FORMATS = ("avif", "webp", "jpeg")

# The rail and portraits (160, 320), a phone of 390 at two and three times, a story's column of 720 at one and two.
WIDTHS = (160, 320, 480, 640, 960, 1280, 1600)
WORTH_A_FILE = 1.2  # times the widest that fits: less is not seen

SOCIAL = (1200, 630)

# Chosen by looking at skin, fine type and grain at twice their size beside the original: AVIF at 50 loses the grain.
_SAVED: dict[str, dict[str, Any]] = {
    "avif": {"quality": 60, "speed": 8, "max_threads": 1},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
}
_REDUCING_GAP = 3.0  # how much larger than needed a JPEG is decoded before it is scaled; Pillow's word for "not seen"
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_WHITE = (255, 255, 255, 255)
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def widths_for(width: int) -> tuple[int, ...]:
    """The widths made of an original ``width`` pixels wide: never wider than it, always at least one."""
    fitting = tuple(one for one in WIDTHS if one <= width)
    if not fitting:
        return (width,)
    return (*fitting, width) if fitting[-1] * WORTH_A_FILE <= width < WIDTHS[-1] else fitting


def make(original: bytes, width: int, format: str, credit: PictureMetadata) -> bytes:
    """One rendition in one of ``FORMATS``; ``width`` beyond the original's gives the original's.

    Raises what Pillow raises where the original cannot be decoded.
    """
    return encoded(scaled(opened(original, width), width), format, credit)


def opened(original: bytes, width: int) -> Image.Image:
    """The picture upright, opaque, in sRGB and ``width`` wide, or as wide as the original is."""
    kind = container(original)
    if kind is None:
        raise ValueError("not a picture that guard.check accepts")
    turned = orientation(original)
    with Image.open(BytesIO(original), formats=kind.pillow) as picture:
        profile = picture.info.get("icc_profile")
        small = _reduced(picture, width, on_its_side=turned >= 5)
        upright = small.transpose(_TURNS[turned]) if turned in _TURNS else small
        return _in_srgb(_opaque(upright), profile)


def scaled(picture: Image.Image, width: int) -> Image.Image:
    """``picture`` at ``width``, or as it is where that would enlarge it."""
    if width >= picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def social(picture: Image.Image, focal_point: tuple[float, float], credit: PictureMetadata) -> bytes:
    """The 1200 by 630 JPEG for cards of social networks, cut around ``focal_point``; small originals are enlarged."""
    box = crop_box(picture.size, SOCIAL[0] / SOCIAL[1], focal_point)
    return encoded(picture.resize(SOCIAL, Image.Resampling.LANCZOS, box), "jpeg", credit)


def crop_box(
    size: tuple[int, int], ratio: float, focal_point: tuple[float, float]
) -> tuple[float, float, float, float]:
    """The largest box of ``ratio`` (width to height) within ``size`` with ``focal_point`` as near its middle as can be.

    Left, top, right and bottom, in pixels.
    """
    width, height = min(size[0], size[1] * ratio), min(size[1], size[0] / ratio)
    left = min(max(size[0] * focal_point[0] - width / 2, 0), size[0] - width)
    top = min(max(size[1] * focal_point[1] - height / 2, 0), size[1] - height)
    return left, top, left + width, top + height


def encoded(picture: Image.Image, format: str, credit: PictureMetadata) -> bytes:
    """The file of a picture that is upright and in sRGB, with the credit as its only metadata."""
    picture.info = {}
    out = BytesIO()
    if format == "jpeg":
        picture.save(out, "JPEG", **_SAVED[format])
        return jpeg.rewritten(out.getvalue(), Packets(exif.write(credit), xmp.write(credit), iim.write(credit)))
    picture.save(out, format.upper(), exif=exif.write(credit), xmp=xmp.write(credit), **_SAVED[format])
    return out.getvalue()


def _reduced(picture: Image.Image, width: int, *, on_its_side: bool) -> Image.Image:
    """The picture as small as it will be, so that turning and converting it takes little memory."""
    across = picture.height if on_its_side else picture.width
    size = tuple(max(1, -(-side * width // across)) for side in picture.size)
    if width >= across:
        return _scalable(picture)
    picture.draft("", (size[0] * 2, size[1] * 2))
    full = _scalable(picture)
    return full.resize((size[0], size[1]), Image.Resampling.LANCZOS, reducing_gap=_REDUCING_GAP)


def _scalable(picture: Image.Image) -> Image.Image:
    """Palettes and odd depths resolved; L, RGB and CMYK, with or without alpha, stay as their profile knows them."""
    if picture.mode in ("L", "RGB", "RGBA", "CMYK") and "transparency" not in picture.info:
        picture.load()
        return picture
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture.convert("L" if picture.mode == "1" or picture.mode.startswith("I;16") else "RGB")


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    return Image.alpha_composite(Image.new("RGBA", picture.size, _WHITE), picture).convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a profile for other colours than the picture has, or none at all
        if converted is not None:
            return converted
    return picture.convert("RGB")
