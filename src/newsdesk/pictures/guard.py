"""Refuses what is no photograph we can safely take, by its content and whatever its name says.

The size a header claims is held to the limits before anything is decoded; then the picture is decoded once, so that a
file cut short is refused at the upload and not found out by a job.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from newsdesk.pictures.fields import exif
from newsdesk.pictures.formats import webp
from newsdesk.pictures.formats.of import WEBP, Container, Format, container, orientation

MAX_RATIO = 10  # of the longer side to the shorter: a rendition 1,600 wide must stay within WebP's 16,383 pixels
MAX_NAME = 100  # characters

_DRAFT = 8  # a JPEG can be decoded at an eighth of its size, which reads every byte and needs little memory


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest file and the largest picture taken."""

    max_bytes: int = 50_000_000
    max_pixels: int = 100_000_000


@dataclass(frozen=True, slots=True)
class Accepted:
    """``width`` and ``height`` are pixels of the picture held upright, as readers will see it."""

    format: Format
    width: int
    height: int


DEFAULT = Limits()


class PictureRefused(Exception):
    """``reason`` says what is wrong with the file, ``remedy`` what the editor can do; both are message ids."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} {remedy}")
        self.reason = reason
        self.remedy = remedy


def gettext_noop(message: str) -> str:
    """Marks a message for the catalogue; whoever shows it translates it, into the language of who reads it."""
    return message


_NOT_A_PICTURE = gettext_noop("The file is not a picture of a kind that is taken.")
_AS_JPEG = gettext_noop("Save it as JPEG, PNG, WebP, AVIF or TIFF and upload that.")
_SVG = gettext_noop("An SVG drawing can carry scripts and is not taken.")
_AS_PNG = gettext_noop("Export it as PNG and upload that.")
_TOO_HEAVY = gettext_noop("The file is larger than this newsroom takes.")
_TOO_LARGE = gettext_noop("The picture has more pixels than this newsroom takes.")
_TOO_NARROW = gettext_noop("The picture is more than ten times as long as it is wide.")
_SMALLER = gettext_noop("Export it smaller and upload that.")
_CROP = gettext_noop("Crop it and upload that.")
_ANIMATED = gettext_noop("The picture is animated.")
_ONE_FRAME = gettext_noop("Save one frame of it as a still picture.")
_DEEP = gettext_noop("The picture has 32 bits a channel.")
_EIGHT_BITS = gettext_noop("Save it with 8 or 16 bits a channel.")
_DAMAGED = gettext_noop("The file is damaged or incomplete.")
_AGAIN = gettext_noop("Export or download it again.")


def check(data: bytes, name: str, limits: Limits = DEFAULT) -> Accepted:
    """What the file is, or ``PictureRefused``; ``name`` has no say in it.

    Decodes as many pixels as the limits allow, so run it where memory is bounded.
    """
    check_weight(data, limits)
    kind = container(data)
    if kind is None:
        raise PictureRefused(_SVG, _AS_PNG) if _is_svg(data, name) else PictureRefused(_NOT_A_PICTURE, _AS_JPEG)
    if kind is WEBP:
        _hold_to_limits(webp.size(data), limits)  # libwebp takes memory for the whole canvas as it opens a file
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # broken metadata next to a good picture
            width, height = _decoded_size(data, kind, limits)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(_TOO_LARGE, _SMALLER) from error
    except MemoryError as error:  # WebP and AVIF need four times the memory of a JPEG
        raise PictureRefused(_TOO_LARGE, _SMALLER) from error
    except exif.BROKEN as error:
        raise PictureRefused(_DAMAGED, _AGAIN) from error
    return Accepted(kind.format, height, width) if orientation(data) >= 5 else Accepted(kind.format, width, height)


def check_weight(data: bytes, limits: Limits = DEFAULT) -> None:
    """Raises ``PictureRefused`` for more than ``limits.max_bytes``."""
    if len(data) > limits.max_bytes:
        raise PictureRefused(_TOO_HEAVY, _SMALLER)


def safe_name(name: str) -> str:
    """``name`` without folders and characters that shells, file systems or headers take for their own; never empty."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    harmless = re.sub(r"[^\w.\- ]+", "_", last).strip(" ._-")
    stem, dot, extension = harmless.rpartition(".")
    if not dot or len(extension) > 5:
        stem, dot, extension = harmless, "", ""
    return stem[: MAX_NAME - len(dot + extension)] + dot + extension or "picture"


def _decoded_size(data: bytes, kind: Container, limits: Limits) -> tuple[int, int]:
    with Image.open(BytesIO(data), formats=kind.pillow) as picture:
        width, height = picture.size
        _hold_to_limits(picture.size, limits)
        if kind.format not in ("jpeg", "tiff") and getattr(picture, "n_frames", 1) > 1:
            raise PictureRefused(_ANIMATED, _ONE_FRAME)
        if picture.mode in ("I", "F"):
            raise PictureRefused(_DEEP, _EIGHT_BITS)
        picture.draft(picture.mode, (max(1, width // _DRAFT), max(1, height // _DRAFT)))
        picture.load()
        return (width, height) if kind.format == "jpeg" else picture.size


def _hold_to_limits(size: tuple[int, int], limits: Limits) -> None:
    width, height = size
    if width * height > limits.max_pixels:
        raise PictureRefused(_TOO_LARGE, _SMALLER)
    if width < 1 or height < 1:
        raise PictureRefused(_DAMAGED, _AGAIN)
    if max(width, height) > MAX_RATIO * min(width, height):
        raise PictureRefused(_TOO_NARROW, _CROP)


def _is_svg(data: bytes, name: str) -> bool:
    return b"<svg" in data[:4096].lower() or name.lower().endswith((".svg", ".svgz"))
