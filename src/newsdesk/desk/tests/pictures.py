"""Photographs for tests, made by Pillow."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from newsdesk.desk.models import Photograph

WORDS = {
    "caption": "A ferry",
    "alt": "A white ferry at a pier",
    "creator": "Mara Lind",
    "credit": "Mara Lind / Reuters",
}
DEGREES = {1: "N", 2: (54.0, 10.0, 0.0), 3: "E", 4: (10.0, 5.0, 0.0)}


def jpeg(colour: str = "navy", located: bool = False) -> bytes:
    """A small JPEG; ``located`` with coordinates in its Exif."""
    exif = Image.Exif()
    exif[0x010E] = "A ferry leaves"
    if located:
        exif.get_ifd(0x8825).update(DEGREES)
    out = BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG", exif=exif)
    return out.getvalue()


def uploaded(data: bytes, **fields: Any) -> Photograph:
    """A photograph that came in through all of the intake."""
    picture = Photograph(title="Ferry", file=ContentFile(data, "ferry.jpg"), **(WORDS | fields))
    picture.save()
    return picture


def photograph(**fields: Any) -> Photograph:
    """One that came in earlier: a row, as if its file had been taken in."""
    taken_in = {"digest": "ab" * 32, "format": "jpeg", "upright_width": 64, "upright_height": 48}
    picture = Photograph(title="Ferry", width=64, height=48, **(WORDS | taken_in | fields))
    Photograph.objects.bulk_create([picture])
    return Photograph.objects.get(uuid=picture.uuid)
