"""The emblems of the two desks: a mail boat under steam, and a tide gauge."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Stops
from newsdesk.example.photographs.pen import Pen

_PAPER = (244, 236, 216)
_INK = (24, 42, 66)
_RED = (196, 66, 44)


def news(c: Canvas) -> Image.Image:
    """A mail boat on three waves under a rising sun."""
    _round(c, ((0, (36, 66, 104)), (1, (18, 32, 58))))
    c.shape(c.pen().slice(400, 470, 190, 190, 180, 360), ((0, (246, 190, 90)), (1, (226, 120, 60))))
    c.shape(
        c.pen().each(
            Pen.polygon,
            (
                (
                    [
                        (400 + 205 * math.cos(a), 470 - 205 * math.sin(a)),
                        (400 + 250 * math.cos(a + 0.05), 470 - 250 * math.sin(a + 0.05)),
                        (400 + 250 * math.cos(a - 0.05), 470 - 250 * math.sin(a - 0.05)),
                    ],
                )
                for a in (k * math.pi / 10 for k in range(1, 10))
            ),
        ),
        (246, 190, 90),
    )
    c.shape(
        c.pen().each(Pen.oval, ((470 + k * 28, 268 - k * 14, 22 + k * 6, 18 + k * 4) for k in range(5))),
        _PAPER,
        2,
        0.85,
    )
    c.shape(c.pen().polygon([(404, 300), (452, 300), (458, 400), (400, 400)]), _RED)
    c.shape(
        c.pen()
        .polygon([(290, 400), (520, 400), (528, 450), (280, 450)])
        .line([(250, 450), (250, 290)], 8)
        .polygon([(250, 294), (190, 318), (250, 340)]),
        _PAPER,
    )
    c.shape(c.pen().each(Pen.oval, ((x, 426, 9, 9) for x in (320, 366, 412, 458, 500))), _INK)
    c.shape(c.pen().polygon([(180, 444), (600, 444), (640, 430), (580, 530), (230, 530)]), (14, 24, 42))
    c.shape(c.pen().polygon([(192, 462), (612, 462), (606, 474), (198, 474)]), _RED)
    for row, y in enumerate((520, 560, 600)):
        c.shape(_wave(c.pen(), y, row), ((0, (120, 168, 186)), (1, (70, 118, 146))) if row % 2 else _PAPER)
    return c.develop(0.02, 0.2, 0.05, 0.3)


def _wave(p: Pen, y: float, row: int) -> Pen:
    half = math.sqrt(max(0.0, 300**2 - (y - 400) ** 2))
    xs = [400 - half + step * half / 40 for step in range(81)]
    top = [(x, y + 12 * math.sin(x / 24 + row * 1.6)) for x in xs]
    p.polygon([*top, *((x, b + 17) for x, b in reversed(top))])
    return p


def data(c: Canvas) -> Image.Image:
    """Rising bars, and the tide across them."""
    _round(c, ((0, (34, 108, 104)), (1, (14, 54, 62))))
    heights = (90, 130, 110, 180, 220, 200, 290)
    c.shape(
        c.pen().each(Pen.box, ((196 + k * 60, 580 - h, 240 + k * 60, 580) for k, h in enumerate(heights))),
        ((0, _PAPER), (1, (206, 190, 150))),
    )
    c.shape(c.pen().box(436 + 120, 580 - heights[6], 600, 580), _RED)
    c.shape(c.pen().each(Pen.line, (([(176, y), (190, y)], 4) for y in range(240, 590, 34))), _PAPER)
    c.shape(c.pen().box(168, 580, 632, 588), _PAPER)
    tide = [(180 + step * 5.5, 430 - step * 1.6 + 46 * math.sin(step / 9)) for step in range(81)]
    c.shape(c.pen().line([(x, y + 6) for x, y in tide], 16), (8, 34, 40), 6, 0.5)
    c.shape(c.pen().line(tide, 13), (246, 190, 90))
    c.shape(c.pen().each(Pen.oval, ((*tide[k], 15, 15) for k in (8, 30, 52, 76))), _INK)
    c.shape(c.pen().each(Pen.oval, ((*tide[k], 9, 9) for k in (8, 30, 52, 76))), _PAPER)
    return c.develop(0.0, 0.2, 0.05, 0.3)


def _round(c: Canvas, inside: Stops) -> None:
    c.fill(((0, (232, 222, 198)), (1, (206, 192, 160))))
    c.texture(160, 160, 0.12, c.pen().box(0, 0, 800, 800))
    c.shape(c.pen().oval(406, 412, 352, 352), (60, 46, 30), 14, 0.5)
    c.shape(c.pen().oval(400, 400, 350, 350), _INK)
    c.shape(c.pen().oval(400, 400, 336, 336).oval(400, 400, 328, 328, 0), _PAPER)
    c.shape(c.pen().oval(400, 400, 312, 312), inside)


EMBLEMS: Mapping[str, Callable[[Canvas], Image.Image]] = {"news": news, "data": data}
