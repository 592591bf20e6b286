"""A street under water before dawn."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen
from newsdesk.example.photographs.scenes.street import paint_street


def paint(c: Canvas) -> Image.Image:
    """A street under water before dawn."""
    c.fill(((0, (10, 16, 36)), (1, (52, 62, 92))), 0, 600)
    c.clouds((22, 28, 50), 0, 500, 0.6, 0.9)
    c.ridge(520, 16, ((0, (16, 22, 40)), (1, (16, 22, 40))), 0.5, 2)
    paint_street(
        c, [(122, 104, 92), (96, 100, 112), (128, 112, 84), (104, 84, 84)], (16, 20, 38), 0.22, (255, 204, 116)
    )
    lamps = ((0.9, True), (0.5, False), (0.34, True), (0.25, False))
    for near, left in lamps:
        x = 800 + (-1 if left else 1) * 690 * near
        c.shape(_lamp(c.pen(), x, near), (10, 12, 20))
    c.mist(560, 40, (70, 82, 116), 0.4)
    for near, left in lamps:
        x, y = 800 + (-1 if left else 1) * 690 * near, 520 - 220 * near
        c.glow(x, y, 330 * near, (226, 150, 66))
        c.glow(x, y, 46 * near + 6, (255, 240, 200))
    c.mirror(612, (10, 16, 32), 0.3, 7)
    c.ripples(612, (255, 196, 120), 0.16, 60)
    c.shape(_car(c.pen(), 1130, 742, 1.0), ((0, (38, 44, 60)), (1, (14, 18, 28))))
    c.shape(c.pen().polygon([(1090, 668), (1130, 668), (1120, 694), (1072, 694)]), (60, 70, 96))
    c.shape(c.pen().oval(1130, 748, 170, 14, 190), (8, 12, 24), 6)
    c.shape(_boat_with_crew(c.pen(), 640, 800, 1.15), (14, 14, 22))
    c.glow(560, 742, 120, (255, 236, 190))
    c.glow(548, 742, 20, (255, 255, 246))
    c.glow(500, 840, 160, (150, 120, 76), 0.4)
    return c.develop(0.03, 0.4)


def _lamp(p: Pen, x: float, s: float) -> Pen:
    p.line([(x, 640), (x, 520 - 220 * s)], 9 * s + 1)
    p.polygon(
        [
            (x - 16 * s, 520 - 236 * s),
            (x + 16 * s, 520 - 236 * s),
            (x + 8 * s, 520 - 204 * s),
            (x - 8 * s, 520 - 204 * s),
        ]
    )
    return p


def _car(p: Pen, x: float, y: float, s: float) -> Pen:
    p.polygon(
        [
            (x + a * s, y + b * s)
            for a, b in ((-150, 6), (-146, -34), (-84, -44), (-50, -82), (54, -82), (96, -42), (150, -30), (152, 6))
        ]
    )
    return p


def _boat_with_crew(p: Pen, x: float, y: float, s: float) -> Pen:
    p.polygon(
        [(x + a * s, y + b * s) for a, b in ((-190, -30), (-150, 8), (150, 8), (180, -26), (120, -20), (-120, -20))]
    )
    for a, tall in ((-96, 92), (10, 74), (110, 96)):
        p.polygon(
            [
                (x + (a - 24) * s, y - 16 * s),
                (x + (a - 20) * s, y - (tall - 22) * s),
                (x + (a + 18) * s, y - (tall - 22) * s),
                (x + (a + 26) * s, y - 16 * s),
            ]
        )
        p.oval(x + a * s, y - (tall - 8) * s, 13 * s, 15 * s)
    p.line([(x - 84 * s, y - 56 * s), (x - 56 * s, y - 44 * s)], 10 * s)
    p.line([(x + 124 * s, y - 58 * s), (x + 200 * s, y + 40 * s)], 6 * s)
    return p
