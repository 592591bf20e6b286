"""A singer in a red dress, alone in the light."""

from __future__ import annotations

import math

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, mix
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """A singer in a red dress, alone in the light."""
    c.fill(((0, (4, 8, 26)), (0.5, (18, 44, 96)), (1, (34, 84, 140))), 0, 660)
    c.clouds((60, 110, 170), 60, 640, 0.5, 0.6)
    for x in (240, 1290):
        c.shape(_rigging(c.pen(), x), (6, 12, 32), 2)
    c.fill(((0, (54, 96, 140)), (0.3, (24, 50, 88)), (1, (6, 12, 28))), 640)
    for angle in range(-9, 10):
        c.shape(c.pen().line([(800 + angle * 60, 640), (800 + angle * 190, 1067)], 1.5), (10, 24, 52), 0, 0.6)
    c.shape(c.pen().polygon([(752, -20), (848, -20), (1010, 760), (590, 760)]), (226, 232, 255), 26, 0.34)
    c.shape(c.pen().oval(800, 762, 230, 44), (255, 244, 220), 10, 0.75)
    for x, lean in ((160, 330), (1440, -330), (420, 200), (1180, -200)):
        c.shape(
            c.pen().polygon([(x - 10, -20), (x + 10, -20), (x + lean + 90, 700), (x + lean - 90, 700)]),
            (90, 150, 255),
            22,
            0.17,
        )
    c.shape(c.pen().oval(806, 778, 120, 16), (30, 20, 30), 6, 0.8)
    c.shape(_singer_dress(c.pen()), ((0, (226, 40, 46)), (0.5, (190, 22, 36)), (1, (96, 8, 26))), 0.5)
    c.shape(
        c.pen().line([(778, 470), (752, 620), (700, 772)], 5).line([(820, 520), (838, 640), (880, 774)], 5),
        (92, 8, 26),
        4,
        0.8,
    )
    c.shape(_singer_skin(c.pen()), ((0, (246, 206, 176)), (1, (198, 142, 118))), 0.4)
    c.shape(c.pen().oval(800, 330, 25, 26).oval(812, 318, 16, 15), (36, 22, 24), 0.5)
    c.shape(c.pen().oval(794, 344, 18, 24), (240, 198, 168), 0.6)
    c.glow(800, 500, 380, (70, 60, 60), 1.2)
    for left in (True, False):
        _curtain(c, left)
    c.shape(
        c.pen().polygon([(0, 0), (1600, 0), (1600, 60), (1200, 130), (800, 96), (400, 130), (0, 60)]),
        ((0, (60, 8, 20)), (1, (130, 20, 36))),
        2,
    )
    for row, (y, s) in enumerate(((900, 0.8), (972, 1.05), (1062, 1.4))):
        c.shape(_heads(c.pen(), c, y, s, row), mix((12, 18, 40), (3, 4, 10), row / 2), row * 1.6)
    return c.develop(0.0, 0.45)


def _rigging(p: Pen, x: float) -> Pen:
    p.line([(x, 640), (x + 40, 60)], 14)
    for y in (150, 290, 430):
        p.line([(x - 130 + y / 6, y + 20), (x + 170 - y / 8, y - 20)], 7)
    p.polygon([(x + 46, 170), (x + 150, 130), (x + 170, 270), (x + 56, 280)], 150)
    for dx in (-150, 190):
        p.line([(x + 36, 90), (x + dx, 640)], 2)
    return p


def _singer_dress(p: Pen) -> Pen:
    p.polygon(
        [
            (772, 410),
            (828, 410),
            (838, 470),
            (830, 520),
            (850, 600),
            (900, 700),
            (950, 776),
            (820, 792),
            (650, 778),
            (710, 690),
            (752, 600),
            (768, 520),
            (762, 470),
        ]
    )
    return p


def _singer_skin(p: Pen) -> Pen:
    p.polygon([(790, 360), (810, 360), (812, 390), (836, 404), (828, 436), (772, 436), (764, 404), (788, 390)])
    p.line([(768, 410), (722, 470), (678, 440)], 15)
    p.line([(832, 410), (884, 462), (930, 424)], 15)
    return p


def _curtain(c: Canvas, left: bool) -> None:
    for fold in range(7):
        x = fold * 34
        light = 0.35 + 0.65 * abs(math.sin(fold * 1.9))
        folds = [(x, 0), (x + 36, 0), (x + 40, 400), (x + 30 - fold * 2, 1067), (x - fold * 2, 1067), (x + 4, 400)]
        points = folds if left else [(1600 - a, b) for a, b in folds]
        c.shape(
            c.pen().polygon(points),
            (
                (0, mix((20, 2, 10), (120, 16, 34), light)),
                (0.7, mix((30, 4, 14), (176, 28, 44), light)),
                (1, (14, 2, 8)),
            ),
            1,
        )


def _heads(p: Pen, c: Canvas, y: float, s: float, row: int) -> Pen:
    x = -30 + row * 34.0
    while x < 1640:
        tall = c.rng.uniform(-10, 12)
        p.oval(x, y - 20 * s + tall, 25 * s, 31 * s)
        p.slice(x, y + 66 * s + tall, 62 * s, 62 * s, 180, 360)
        x += c.rng.uniform(92, 112) * s
    p.box(0, y + 40 * s, 1600, 1067)
    return p
