"""Rows of seats around a speaker's desk, daylight from tall windows."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Rows of seats around a speaker's desk, daylight from tall windows."""
    c.fill(((0, (98, 72, 54)), (0.5, (150, 108, 74)), (1, (112, 76, 52))), 0, 620)
    for x in range(0, 1600, 100):
        c.shape(c.pen().box(x + 8, 330, x + 92, 600), ((0, (166, 120, 82)), (1, (122, 82, 56))))
        c.shape(c.pen().box(x + 20, 346, x + 80, 584), ((0, (136, 96, 66)), (1, (150, 106, 72))))
    c.shape(c.pen().box(0, 300, 1600, 326), ((0, (192, 150, 104)), (1, (96, 66, 46))))
    for x in (180, 430, 1170, 1420):
        c.shape(c.pen().box(x - 62, 90, x + 62, 296).oval(x, 92, 62, 60), ((0, (250, 246, 228)), (1, (216, 222, 222))))
        c.shape(
            c.pen().box(x - 3, 34, x + 3, 296).box(x - 62, 120, x + 62, 126).box(x - 62, 210, x + 62, 216),
            (110, 84, 64),
        )
        c.glow(x, 180, 260, (120, 112, 92))
    c.shape(c.pen().box(690, 60, 910, 420), ((0, (46, 66, 92)), (1, (30, 44, 66))))
    c.shape(_crest(c.pen()), (222, 186, 110), 0.6)
    c.shape(c.pen().box(560, 480, 1040, 620).box(620, 430, 980, 490), ((0, (116, 74, 48)), (1, (64, 40, 30))))
    c.shape(c.pen().box(552, 474, 1048, 488).box(612, 424, 988, 436), (196, 148, 100))
    for x in (700, 800, 900):
        c.shape(
            c.pen().oval(x, 372, 17, 20).polygon([(x - 44, 430), (x - 36, 400), (x + 36, 400), (x + 44, 430)]),
            (34, 30, 36),
            0.6,
        )
    c.fill(((0, (92, 50, 46)), (1, (56, 30, 34))), 620)
    for row in range(6):
        _bench(c, row)
    for x in (180, 430):
        c.shape(
            c.pen().polygon([(x - 62, 60), (x + 62, 60), (x + 620, 1067), (x + 330, 1067)]), (255, 240, 206), 30, 0.13
        )
    c.soften(4, 900)
    return c.develop(0.05, 0.4)


def _crest(p: Pen) -> Pen:
    p.polygon([(750, 150), (850, 150), (850, 230), (800, 290), (750, 230)])
    p.polygon([(762, 162), (838, 162), (838, 226), (800, 272), (762, 226)], 70)
    for y in (196, 214, 232):
        p.line([(770 + (y - 196) * 0.3, y), (788, y - 8), (806, y), (828 - (y - 196) * 0.3, y - 6)], 5)
    return p


def _bench(c: Canvas, row: int) -> None:
    """One curved row: a desk's edge, and the backs of those who sit at it."""
    s = 0.5 + row * 0.2
    y, reach = 640 + row * row * 12 + row * 26, 420 + row * 150

    def bend(x: float) -> float:
        return y + 96 * s * ((x - 800) / reach) ** 2

    seats = [800 + side * (index + 0.5) * 84 * s for side in (-1, 1) for index in range(1, 11)]
    seats = [x for x in seats if abs(x - 800) < reach and -60 < x < 1660]
    xs = [800 - reach + step * reach / 20 for step in range(41)]
    xs = [x for x in xs if abs(x - 800) > 60 * s]
    for part in ([x for x in xs if x < 800], [x for x in xs if x > 800]):
        top = [(x, bend(x)) for x in part]
        c.shape(
            c.pen().polygon([*top, *((x, b + 70 * s) for x, b in reversed(top))]),
            ((0, (120, 78, 50)), (1, (56, 34, 28))),
        )
        c.shape(c.pen().line(top, 9 * s), (206, 160, 112))
    taken = [x for x in seats if c.rng.random() < 0.72]
    c.shape(
        c.pen().each(Pen.box, ((x - 24 * s, bend(x) - 34 * s, x + 24 * s, bend(x) + 16 * s) for x in seats)),
        ((0, (150, 46, 46)), (1, (92, 28, 34))),
    )
    for tone in ((38, 36, 46), (64, 56, 60), (30, 44, 60)):
        some = [x for x in taken if c.rng.random() < 0.5]
        c.shape(c.pen().each(_sitter, ((x, bend(x), s) for x in some)), tone, 0.4)


def _sitter(p: Pen, x: float, y: float, s: float) -> Pen:
    p.polygon(
        [
            (x - 30 * s, y + 10 * s),
            (x - 26 * s, y - 26 * s),
            (x - 10 * s, y - 36 * s),
            (x + 10 * s, y - 36 * s),
            (x + 26 * s, y - 26 * s),
            (x + 30 * s, y + 10 * s),
        ]
    )
    p.oval(x, y - 54 * s, 14 * s, 17 * s)
    return p
