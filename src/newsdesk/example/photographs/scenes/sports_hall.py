"""Cots in rows, at night, under high windows."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, mix
from newsdesk.example.photographs.figures import standing
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Cots in rows, at night, under high windows."""
    c.fill(((0, (26, 32, 46)), (1, (58, 62, 72))), 0, 440)
    for x in range(40, 1600, 130):
        c.shape(c.pen().box(x, 70, x + 108, 190), ((0, (66, 86, 122)), (1, (98, 112, 140))), 1)
        c.shape(c.pen().box(x + 52, 70, x + 56, 190), (26, 32, 46))
    for x in range(-100, 1700, 200):
        c.shape(c.pen().line([(x, 0), (x + 60, 60), (x + 140, 60), (x + 200, 0)], 7), (18, 22, 34))
    c.shape(c.pen().box(0, 300, 1600, 306).box(0, 396, 1600, 402), (86, 88, 92), 1)
    c.shape(_hoop(c.pen()), (150, 140, 132), 0.8)
    c.fill(((0, (104, 82, 60)), (0.4, (132, 98, 66)), (1, (70, 48, 34))), 430)
    c.shape(
        c.pen().each(Pen.line, (([(800 + a * 90, 430), (800 + a * 420, 1067)], 2) for a in range(-7, 8))),
        (60, 42, 32),
        0.6,
        0.5,
    )
    c.shape(
        c.pen()
        .line([(560, 430), (60, 1067)], 6)
        .line([(1040, 430), (1540, 1067)], 6)
        .oval(800, 620, 250, 56)
        .oval(800, 620, 242, 52, 0),
        (220, 214, 190),
        1,
        0.5,
    )
    for row in range(7):
        near = row / 6
        down, size = 468 + 560 * near**1.5, 0.34 + 1.0 * near
        for column in (-3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5):
            across = 800 + column * (190 + 270 * near)
            if -160 < across < 1760:
                _cot(c, across + c.rng.uniform(-8, 8), down, size)
    for x, y, s in ((610, 640, 0.8), (1010, 560, 0.55), (660, 648, 0.76)):
        c.shape(standing(c.pen(), x, y, s, 7), ((0, (58, 54, 60)), (1, (24, 24, 32))), 0.5)
    for x, y, r in ((420, 440, 190), (1180, 430, 190), (790, 700, 260)):
        c.glow(x, y, r, (196, 140, 70), 0.7)
    c.glow(790, 690, 16, (255, 246, 220))
    c.soften(5, 900)
    return c.develop(0.04, 0.4)


def _hoop(p: Pen) -> Pen:
    p.box(720, 200, 880, 300)
    p.box(728, 208, 872, 292, 90)
    p.box(770, 246, 830, 286)
    p.oval(800, 300, 34, 8)
    return p


def _cot(c: Canvas, x: float, y: float, s: float) -> None:
    blanket = c.rng.choice(((110, 116, 128), (150, 60, 52), (70, 92, 120), (164, 144, 104), (86, 104, 84)))
    c.shape(c.pen().oval(x, y + 34 * s, 96 * s, 14 * s), (36, 26, 22), 4 * s, 0.7)
    c.shape(
        c.pen()
        .line([(x - 84 * s, y), (x - 84 * s, y + 34 * s)], 5 * s)
        .line([(x + 84 * s, y), (x + 84 * s, y + 34 * s)], 5 * s)
        .box(x - 92 * s, y - 2 * s, x + 92 * s, y + 10 * s),
        (52, 54, 62),
    )
    full = c.rng.random() < 0.7
    hump = 30 if full else 8
    c.shape(
        c.pen().polygon(
            [
                (x - 50 * s, y),
                (x - 40 * s, y - hump * s),
                (x + 20 * s, y - hump * 0.8 * s),
                (x + 78 * s, y - hump * 0.55 * s),
                (x + 92 * s, y + 16 * s),
                (x - 52 * s, y + 16 * s),
            ]
        ),
        ((0, mix(blanket, (255, 255, 255), 0.25)), (1, mix(blanket, (20, 20, 26), 0.5))),
        0.8,
    )
    c.shape(
        c.pen().polygon([(x - 92 * s, y), (x - 88 * s, y - 14 * s), (x - 52 * s, y - 16 * s), (x - 46 * s, y)]),
        (220, 216, 208),
        0.8,
    )
    if full:
        c.shape(c.pen().oval(x - 66 * s, y - 24 * s, 15 * s, 14 * s), (58, 42, 36), 0.6)
