"""Draws the example's photographs and writes them as JPEG files: ``python -m newsdesk.example.photographs FOLDER``."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from PIL import Image

from newsdesk.example.photographs import emblems, metadata, scenes
from newsdesk.example.photographs.canvas import LANDSCAPE, SQUARE, Canvas
from newsdesk.example.photographs.portraits.paint import paint
from newsdesk.example.photographs.portraits.people import PEOPLE
from newsdesk.example.shape import Photograph

Scene = Callable[[Canvas], Image.Image]
_APP13 = b"\xff\xed"
_QUALITY = 84


def draw(photograph: Photograph) -> Image.Image:
    """The picture itself, 1600 by 1067 pixels, or 800 square for a portrait; ``LookupError`` for an unknown scene.

    A scene is a file of ``scenes/``, ``face.`` and one of ``PEOPLE``, or ``emblem.`` and one of ``EMBLEMS``.
    """
    family, _, name = photograph.scene.rpartition(".")
    if family == "face":
        return paint(PEOPLE[name], Canvas(photograph.slug, SQUARE))
    if family == "emblem":
        return emblems.EMBLEMS[name](Canvas(photograph.slug, SQUARE))
    if not find_spec(f"{scenes.__name__}.{name}"):
        raise LookupError(f"no scene is called {name}")
    scene: Scene = import_module(f"{scenes.__name__}.{name}").paint
    return scene(Canvas(photograph.slug, LANDSCAPE))


def jpeg(photograph: Photograph) -> bytes:
    """The picture as a JPEG file, with its caption, credit and source type inside, as XMP and as IIM."""
    buffer = io.BytesIO()
    draw(photograph).save(buffer, "JPEG", quality=_QUALITY, progressive=True, xmp=metadata.xmp(photograph))
    return _with_segment(buffer.getvalue(), _APP13, metadata.iim(photograph))


def write_all(photographs: Iterable[Photograph], folder: Path) -> Iterator[Path]:
    """Write ``<slug>.jpg`` for each, one at a time; one that is there already is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for photograph in photographs:
        path = folder / f"{photograph.slug}.jpg"
        if not path.exists():
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(jpeg(photograph))
            unfinished.replace(path)
        yield path


def _with_segment(data: bytes, marker: bytes, payload: bytes) -> bytes:
    """A JPEG with one more application segment, after those that stand at its beginning."""
    position = 2
    while data[position : position + 1] == b"\xff" and 0xE0 <= data[position + 1] <= 0xEF:
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    segment = marker + (len(payload) + 2).to_bytes(2, "big") + payload
    return data[:position] + segment + data[position:]
