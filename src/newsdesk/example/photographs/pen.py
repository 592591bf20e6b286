"""A pen that draws into a stencil: at twice the size, so that edges come out smooth, and no larger than need be."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw, ImageFilter

Point = tuple[float, float]
Box = tuple[int, int, int, int]
_SCALE = 2


@dataclass(frozen=True, slots=True)
class Stencil:
    """Where colour comes through (0 to 255), and the part of the picture it lies on."""

    mask: Image.Image
    box: Box


class Pen:
    """Coordinates are pixels of the finished picture; ``tone`` is how much of the colour comes through, 0 to 255.

    Every stroke returns the pen, so that strokes can follow one another.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._strokes: list[tuple[str, list[Point], dict[str, Any]]] = []
        self._left = self._top = math.inf
        self._right = self._bottom = -math.inf

    def polygon(self, points: Iterable[Point], tone: int = 255) -> Pen:
        """A filled shape."""
        return self._add("polygon", list(points), fill=tone)

    def box(self, left: float, top: float, right: float, bottom: float, tone: int = 255) -> Pen:
        """An upright rectangle."""
        return self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], tone)

    def line(self, points: Iterable[Point], width: float = 1, tone: int = 255) -> Pen:
        """A line through the points, its joints rounded."""
        return self._add("line", list(points), width, fill=tone, width=max(1, round(width * _SCALE)), joint="curve")

    def oval(self, x: float, y: float, across: float, down: float, tone: int = 255) -> Pen:
        """An ellipse around (x, y) with these half axes."""
        return self._add("ellipse", [(x - across, y - down), (x + across, y + down)], fill=tone)

    def slice(self, x: float, y: float, across: float, down: float, start: float, end: float, tone: int = 255) -> Pen:
        """A part of an ellipse between two angles, clockwise from three o'clock, closed by its chord."""
        return self._add("chord", [(x - across, y - down), (x + across, y + down)], start=start, end=end, fill=tone)

    def each(self, stroke: Callable[..., Pen], places: Iterable[tuple[Any, ...]]) -> Pen:
        """The same stroke, a pen's own or another's that takes the pen first, at each of the places."""
        for place in places:
            stroke(self, *place)
        return self

    def _add(self, kind: str, points: list[Point], reach: float = 0, **how: Any) -> Pen:
        self._strokes.append((kind, points, how))
        for x, y in points:
            self._left, self._right = min(self._left, x - reach), max(self._right, x + reach)
            self._top, self._bottom = min(self._top, y - reach), max(self._bottom, y + reach)
        return self

    def stencil(self, blur: float = 0) -> Stencil | None:
        """What was drawn; None where nothing of it lies in the picture."""
        if not self._strokes:
            return None
        room = blur * 3 + 1
        left, top = max(0, math.floor(self._left - room)), max(0, math.floor(self._top - room))
        right, bottom = (
            min(self._size[0], math.ceil(self._right + room)),
            min(self._size[1], math.ceil(self._bottom + room)),
        )
        if left >= right or top >= bottom:
            return None
        mask = self._draw((left, top, right, bottom)).reduce(_SCALE)
        return Stencil(mask.filter(ImageFilter.GaussianBlur(blur)) if blur else mask, (left, top, right, bottom))

    def _draw(self, box: Box) -> Image.Image:
        image = Image.new("L", ((box[2] - box[0]) * _SCALE, (box[3] - box[1]) * _SCALE))
        draw = ImageDraw.Draw(image)
        for kind, points, how in self._strokes:
            getattr(draw, kind)([((x - box[0]) * _SCALE, (y - box[1]) * _SCALE) for x, y in points], **how)
        return image
