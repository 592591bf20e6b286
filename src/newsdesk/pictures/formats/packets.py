"""The metadata packets of a picture, whatever container they stand in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Packets:
    """Raw bytes, empty where there is none: ``exif`` from its TIFF header on, ``xmp`` as XML, ``iim`` as datasets."""

    exif: bytes = b""
    xmp: bytes = b""
    iim: bytes = b""
