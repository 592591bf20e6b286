"""A pen that draws shapes into a mask of twice the size, so that edges come out smooth."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PIL import Image, ImageDraw, ImageFilter

Point = tuple[float, float]
_SCALE = 2


class Pen:
    """Coordinates are pixels of the finished picture; ``tone`` is how much of the colour comes through, 0 to 255."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._mask = Image.new("L", (size[0] * _SCALE, size[1] * _SCALE))
        self._draw = ImageDraw.Draw(self._mask)

    def polygon(self, points: Iterable[Point], tone: int = 255) -> None:
        """A filled shape."""
        self._draw.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=tone)

    def box(self, left: float, top: float, right: float, bottom: float, tone: int = 255) -> None:
        """An upright rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], tone)

    def line(self, points: Iterable[Point], width: float = 1, tone: int = 255) -> None:
        """A line through the points, its joints rounded."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self._draw.line(scaled, fill=tone, width=max(1, round(width * _SCALE)), joint="curve")

    def oval(self, x: float, y: float, across: float, down: float, tone: int = 255) -> None:
        """An ellipse around (x, y) with these half axes."""
        box = ((x - across) * _SCALE, (y - down) * _SCALE, (x + across) * _SCALE, (y + down) * _SCALE)
        self._draw.ellipse(box, fill=tone)

    def slice(self, x: float, y: float, across: float, down: float, start: float, end: float, tone: int = 255) -> None:
        """A part of an ellipse between two angles, clockwise from three o'clock, closed by its chord."""
        box = ((x - across) * _SCALE, (y - down) * _SCALE, (x + across) * _SCALE, (y + down) * _SCALE)
        self._draw.chord(box, start, end, fill=tone)

    def mask(self, blur: float = 0) -> Image.Image:
        """What was drawn, at the size of the picture."""
        mask = self._mask.reduce(_SCALE)
        return mask.filter(ImageFilter.GaussianBlur(blur)) if blur else mask


Drawing = Callable[[Pen], None]
