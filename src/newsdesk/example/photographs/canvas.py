"""The canvas a scene is painted on: sky, light, shapes, water, and the look of film at the end."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import cast

from PIL import Image, ImageChops, ImageFilter, ImageOps

from newsdesk.example.photographs.pen import Pen, Stencil

Colour = tuple[int, int, int]
Stops = Sequence[tuple[float, Colour]]
Paint = Colour | Stops

LANDSCAPE = (1600, 1067)
SQUARE = (800, 800)


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """The colour a ``part`` (0 to 1) of the way from one to the other."""
    r, g, b = (round(a + (z - a) * part) for a, z in zip(one, other, strict=True))
    return r, g, b


def gradient(size: tuple[int, int], stops: Stops) -> Image.Image:
    """Colours from top to bottom; a stop is a place from 0 to 1 and a colour."""
    steps = 96
    row = Image.new("RGB", (1, steps))
    row.putdata([_colour_at(stops, step / (steps - 1)) for step in range(steps)])
    return row.resize((1, size[1]), Image.Resampling.BICUBIC).resize(size, Image.Resampling.NEAREST)


def _colour_at(stops: Stops, place: float) -> Colour:
    for (start, one), (end, other) in pairwise(stops):
        if place <= end:
            return mix(one, other, max(0.0, (place - start) / max(end - start, 1e-6)))
    return stops[-1][1]


@lru_cache(maxsize=8)
def _halo() -> Image.Image:
    """Light that falls off from the middle, by the square so that it has no edge."""
    return Image.radial_gradient("L").point([round((1 - min(1, v / 181)) ** 2 * 255) for v in range(256)])


class Canvas:
    """A picture in the making. The same seed always paints the same picture."""

    def __init__(self, seed: str, size: tuple[int, int] = LANDSCAPE) -> None:
        self.size = size
        self.width, self.height = size
        self.rng = random.Random(seed)  # noqa: S311 - a brush stroke is no secret
        self.image = Image.new("RGB", size)

    def fill(self, stops: Stops, top: float = 0, bottom: float | None = None) -> None:
        """A gradient over the whole width, between two heights."""
        height = round((self.height if bottom is None else bottom) - top)
        self.image.paste(gradient((self.width, height), stops), (0, round(top)))

    def pen(self) -> Pen:
        """A new pen for this canvas."""
        return Pen(self.size)

    def shape(self, pen: Pen, paint: Paint, blur: float = 0, opacity: float = 1) -> None:
        """Lay a colour, or a gradient over the height of what was drawn, where the pen drew."""
        if stencil := pen.stencil(blur):
            self.lay(stencil, paint, opacity)

    def lay(self, stencil: Stencil, paint: Paint, opacity: float = 1) -> None:
        """Lay a colour, or a gradient over the height of the stencil, through it."""
        left, top, right, bottom = stencil.box
        mask = stencil.mask.point(lambda v: v * opacity) if opacity < 1 else stencil.mask
        colour = paint if isinstance(paint[0], int) else gradient((right - left, bottom - top), cast(Stops, paint))
        self.image.paste(cast(Colour, colour), stencil.box, mask)

    def glow(self, x: float, y: float, radius: float, colour: Colour, flat: float = 1) -> None:
        """Add light around a point; ``flat`` below 1 makes it wider than high."""
        across, down = round(radius), max(1, round(radius * flat))
        box = (round(x) - across, round(y) - down, round(x) + across, round(y) + down)
        halo = _halo().resize((2 * across, 2 * down), Image.Resampling.BILINEAR)
        light = Image.merge("RGB", [halo.point([v * c // 255 for v in range(256)]) for c in colour])
        self.image.paste(ImageChops.screen(self.image.crop(box), light), box[:2])

    def noise(self, across: int, down: int) -> Image.Image:
        """A smooth random field over the whole picture, with so many hills across and down, 0 to 255."""
        small = (self.width // 2, self.height // 2)
        field = Image.frombytes("L", small, self.rng.randbytes(small[0] * small[1]))
        blurred = field.filter(ImageFilter.GaussianBlur((small[0] / across / 2.6, small[1] / down / 2.6)))
        return ImageOps.autocontrast(blurred, cutoff=0.5).resize(self.size, Image.Resampling.BILINEAR)

    def cloud(self, across: int, down: int, octaves: int = 4) -> Image.Image:
        """A cloudy field: each octave twice as fine and half as strong as the one before."""
        small = (self.width // 2, self.height // 2)
        total = Image.new("L", small, 128)
        for octave in range(octaves):
            size = (across * 2**octave, down * 2**octave)
            field = Image.frombytes("L", size, self.rng.randbytes(size[0] * size[1]))
            total = Image.blend(
                total, field.resize(small, Image.Resampling.BICUBIC), 0.5 if octave == 0 else 0.42 / octave
            )
        return ImageOps.autocontrast(total).resize(self.size, Image.Resampling.BILINEAR)

    def clouds(self, colour: Colour, top: float, bottom: float, cover: float = 0.5, strength: float = 0.8) -> None:
        """Clouds between two heights, thinner towards both; ``cover`` is the part of the sky they take."""
        threshold = round(255 * (1 - cover))
        field = self.cloud(3, 9).point([max(0, min(255, (v - threshold) * 3)) for v in range(256)])
        fade = gradient(
            self.size,
            (
                (0, (0,) * 3),
                (top / self.height, (0,) * 3),
                ((top + bottom) / 2 / self.height, (255,) * 3),
                (bottom / self.height, (0,) * 3),
                (1, (0,) * 3),
            ),
        ).convert("L")
        self.lay(Stencil(ImageChops.multiply(field, fade), (0, 0, *self.size)), colour, strength)

    def texture(self, across: int, down: int, strength: float, pen: Pen) -> None:
        """Roughen what is painted where the pen drew, by making it lighter and darker."""
        if stencil := pen.stencil():
            self.roughen(across, down, strength, stencil)

    def roughen(self, across: int, down: int, strength: float, stencil: Stencil) -> None:
        """As ``texture``, through a stencil that is there already."""
        field = (
            self.noise(across, down).crop(stencil.box).point([round(128 + (v - 128) * strength) for v in range(256)])
        )
        before = self.image.crop(stencil.box)
        rough = ImageChops.overlay(before, Image.merge("RGB", [field] * 3))
        self.image.paste(rough, stencil.box, stencil.mask)

    def mist(self, y: float, depth: float, colour: Colour, strength: float = 0.7) -> None:
        """A bank of mist around a height, torn a little."""
        band = [round(255 * strength * math.exp(-(((step - y) / depth) ** 2))) for step in range(self.height)]
        column = Image.new("L", (1, self.height))
        column.putdata(band)
        torn = self.cloud(4, 10, 3).point([round(90 + v * 0.65) for v in range(256)])
        self.lay(
            Stencil(ImageChops.multiply(column.resize(self.size, Image.Resampling.NEAREST), torn), (0, 0, *self.size)),
            colour,
        )

    def soften(self, amount: float, below: float | None = None) -> None:
        """Put what is painted so far, or what lies below a height, out of focus."""
        blurred = self.image.filter(ImageFilter.GaussianBlur(amount))
        if below is None:
            self.image = blurred
        else:
            ramp = gradient(self.size, ((0, (0,) * 3), (below / self.height, (0,) * 3), (1, (255,) * 3))).convert("L")
            self.image = Image.composite(blurred, self.image, ramp)

    def mirror(self, horizon: int, tint: Colour, depth: float = 0.5, waves: float = 6) -> None:
        """Water below the horizon: the picture above upside down, dimmed towards ``tint`` and broken by waves."""
        rows = self.height - horizon
        above = self.image.crop((0, max(0, horizon - rows), self.width, horizon)).transpose(
            Image.Transpose.FLIP_TOP_BOTTOM
        )
        above = above.resize((self.width, rows)).filter(ImageFilter.GaussianBlur(1.4))
        water = Image.blend(above, Image.new("RGB", above.size, tint), depth)
        phase = self.rng.random() * 7
        for row in range(rows):
            near = row / rows
            swing = math.sin(row / (2.2 + 7 * near) + phase) * waves * (0.25 + near) + self.rng.gauss(0, waves * 0.28)
            strip = water.crop((0, row, self.width, row + 1))
            self.image.paste(strip, (0, horizon + row))
            self.image.paste(strip, (round(swing), horizon + row))

    def ripples(self, horizon: int, colour: Colour, strength: float = 0.3, fineness: int = 60) -> None:
        """Broken light on water, denser towards the horizon."""
        rows = self.height - horizon
        top = 0
        while top < rows:
            height = max(3, round(6 + top * 0.09))
            wide = max(8, round(fineness * 40 / (20 + top * 0.36)))
            field = Image.frombytes("L", (wide, 3), bytes(wide) + self.rng.randbytes(wide) + bytes(wide))
            strip = field.resize((self.width, height), Image.Resampling.BICUBIC)
            mask = strip.point([max(0, round((v - 150) * 2.2 * strength)) for v in range(256)])
            self.image.paste(colour, (0, horizon + top), mask)
            top += max(2, round(height * 0.45))

    def ridge(self, base: float, swing: float, paint: Paint, roughness: float = 0.5, blur: float = 0) -> list[float]:
        """Hills across the picture, filled down to its foot; returns their heights at 129 places."""
        heights = self.outline(base, swing, roughness)
        step = self.width / (len(heights) - 1)
        points = [(index * step, height) for index, height in enumerate(heights)]
        outline = [*points, (self.width, self.height), (0, self.height)]
        self.shape(self.pen().polygon(outline), paint, blur)
        return heights

    def outline(self, base: float, swing: float, roughness: float) -> list[float]:
        """A broken line by midpoint displacement (129 heights)."""
        heights = [base + self.rng.uniform(-swing, swing) for _ in range(3)]
        while len(heights) < 129:
            swing *= roughness
            middles = [(a + b) / 2 + self.rng.uniform(-swing, swing) for a, b in pairwise(heights)]
            heights = [h for pair in zip(heights, middles, strict=False) for h in pair] + [heights[-1]]
        return heights

    def develop(
        self, warmth: float = 0.0, contrast: float = 0.25, grain: float = 0.05, vignette: float = 0.45
    ) -> Image.Image:
        """The finished picture: a film's curve, its grain and the fall of light towards the corners."""
        curves = [_curve(contrast, shift) for shift in (warmth, 0.0, -warmth)]
        self.image = self.image.point([value for curve in curves for value in curve])
        corners = (
            _halo()
            .resize((self.width * 2, self.height * 2))
            .crop((self.width // 2, self.height // 2, self.width * 3 // 2, self.height * 3 // 2))
        )
        shade = corners.point(
            [min(255, round(255 * (1 - vignette * max(0.0, 1 - v / 110) ** 1.5))) for v in range(256)]
        )
        self.image = ImageChops.multiply(self.image, Image.merge("RGB", [shade] * 3))
        small = (self.width * 3 // 4, self.height * 3 // 4)
        field = Image.frombytes("L", small, self.rng.randbytes(small[0] * small[1])).resize(self.size)
        speckle = field.point([round(128 + (v - 128) * grain) for v in range(256)])
        return ImageChops.overlay(self.image, Image.merge("RGB", [speckle] * 3))


def _curve(contrast: float, shift: float) -> list[int]:
    """A gentle S, moved in the middle tones by ``shift`` so that whites and blacks keep their colour."""
    values = []
    for value in range(256):
        x = value / 255
        s = x * x * (3 - 2 * x)
        y = x + (s - x) * contrast + shift * 4 * x * (1 - x) * 0.25
        values.append(max(0, min(255, round(y * 255))))
    return values
