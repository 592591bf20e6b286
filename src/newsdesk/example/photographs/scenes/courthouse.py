"""Six columns in low light."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Stops
from newsdesk.example.photographs.figures import standing
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Six columns in low light."""
    c.fill(((0, (70, 88, 116)), (1, (196, 190, 184))), 0, 800)
    c.clouds((226, 220, 214), 0, 520, 0.5, 0.7)
    c.fill(((0, (122, 112, 108)), (1, (84, 76, 76))), 780)
    stone: Stops = ((0, (226, 206, 176)), (1, (168, 146, 124)))
    c.shape(c.pen().box(190, 330, 1410, 800), ((0, (146, 126, 112)), (1, (98, 84, 80))))
    c.shape(c.pen().polygon([(150, 300), (800, 108), (1450, 300)]), ((0, (232, 214, 184)), (1, (196, 174, 146))))
    c.shape(c.pen().polygon([(270, 284), (800, 138), (1330, 284)]), ((0, (150, 130, 114)), (1, (176, 154, 130))))
    c.shape(_scales(c.pen()), (222, 200, 168), 0.6)
    c.shape(c.pen().box(150, 298, 1450, 330).box(180, 330, 1420, 376), stone)
    c.shape(c.pen().box(180, 372, 1420, 384), (90, 76, 72), 3, 0.7)
    c.shape(
        c.pen().each(Pen.box, ((x - 54, 470, x + 54, 786) for x in (580, 800, 1020))),
        ((0, (58, 44, 42)), (1, (40, 30, 32))),
    )
    c.glow(800, 640, 130, (255, 190, 110))
    for x in range(260, 1400, 216):
        _column(c, x)
    for step in range(9):
        y = 790 + step * 26
        light = 224 - step * 7
        c.shape(c.pen().box(150 - step * 40, y, 1450 + step * 40, y + 11), (light, light - 20, light - 48))
        c.shape(c.pen().box(150 - step * 40, y + 11, 1450 + step * 40, y + 27), (light - 74, light - 90, light - 100))
    c.shape(c.pen().polygon([(980, 0), (1600, 0), (1600, 1067), (1380, 1067)]), (20, 24, 44), 60, 0.5)
    c.texture(220, 150, 0.15, _building(c.pen()))
    for x, y, s in ((620, 876, 0.9), (688, 888, 0.95), (1000, 850, 0.85), (420, 962, 1.2), (1120, 990, 1.3)):
        c.shape(
            c.pen().polygon([(x, y), (x + 24 * s, y), (x + 210 * s, y + 30 * s), (x + 180 * s, y + 34 * s)]),
            (40, 34, 40),
            4,
            0.5,
        )
        c.shape(
            standing(c.pen(), x, y, s * 0.78, 13, 1 if x < 800 else -1), ((0, (62, 56, 62)), (1, (26, 24, 34))), 0.4
        )
    return c.develop(0.05, 0.4)


def _building(p: Pen) -> Pen:
    p.polygon([(150, 300), (800, 108), (1450, 300)])
    p.box(190, 300, 1410, 800)
    p.box(0, 800, 1600, 1067)
    return p


def _scales(p: Pen) -> Pen:
    p.line([(800, 176), (800, 270)], 7)
    p.line([(720, 196), (880, 196)], 6)
    for x in (720, 880):
        p.line([(x, 196), (x - 22, 238)], 2)
        p.line([(x, 196), (x + 22, 238)], 2)
        p.slice(x, 236, 26, 16, 0, 180)
    return p


def _column(c: Canvas, x: float) -> None:
    c.shape(c.pen().box(x + 20, 384, x + 66, 786), (40, 32, 36), 9, 0.55)
    pen_left, width = x - 34, 68
    for strip in range(17):
        bright = [150, 196, 228, 240, 236, 226, 212, 198, 184, 170, 156, 142, 128, 116, 106, 98, 92][strip] - (
            10 if strip % 3 == 2 else 0
        )
        left = pen_left + width * strip / 17
        c.shape(c.pen().box(left, 398, left + width / 17 + 0.6, 778), (bright, bright - 16, bright - 40))
    c.shape(
        c.pen().box(x - 46, 382, x + 46, 400).box(x - 46, 774, x + 46, 792),
        ((0, (226, 206, 176)), (1, (160, 138, 116))),
    )
