"""The same street two days later: a brown line, and what was carried out."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Stops
from newsdesk.example.photographs.pen import Pen, Point
from newsdesk.example.photographs.scenes.street import paint_street, side_of_street


def paint(c: Canvas) -> Image.Image:
    """The same street two days later: a brown line, and what was carried out."""
    c.fill(((0, (176, 196, 206)), (1, (246, 236, 214))), 0, 620)
    c.clouds((255, 252, 244), 0, 420, 0.5, 0.8)
    c.glow(800, 520, 420, (255, 232, 180), 0.8)
    paint_street(
        c, [(226, 206, 172), (214, 190, 160), (206, 208, 200), (222, 184, 160)], (112, 108, 112), 0.0, (0, 0, 0)
    )
    for left in (True, False):
        c.shape(c.pen().polygon(side_of_street(left, 1.25, 0.2, 640, 770)), (104, 80, 56), 3, 0.62)
        c.shape(c.pen().polygon(side_of_street(left, 1.25, 0.2, 637, 642)), (70, 52, 38), 1, 0.8)
    c.shape(_roadway(c.pen()), ((0, (176, 156, 128)), (0.3, (134, 110, 84)), (1, (72, 56, 44))))
    c.texture(220, 200, 0.22, _roadway(c.pen()))
    c.texture(40, 70, 0.16, _roadway(c.pen()))
    c.shape(_puddles(c.pen(), c), ((0, (236, 226, 206)), (1, (160, 164, 166))), 4, 0.7)
    for x, y, s in (
        (470, 700, 0.62),
        (1150, 716, 0.7),
        (250, 830, 1.1),
        (1330, 860, 1.2),
        (620, 632, 0.34),
        (985, 628, 0.34),
    ):
        _heap(c, x, y, s)
    c.shape(_sweeper(c.pen(), 800, 760, 1.0), (40, 40, 48), 0.5)
    c.shape(c.pen().oval(840, 764, 110, 9, 150), (50, 38, 30), 6)
    c.shape(_sweeper(c.pen(), 900, 650, 0.5), (74, 70, 72), 0.8)
    return c.develop(0.06, 0.35)


def _roadway(p: Pen) -> Pen:
    p.polygon([(-260, 836), (620, 574), (980, 574), (1860, 836), (1860, 1067), (-260, 1067)])
    return p


def _puddles(p: Pen, c: Canvas) -> Pen:
    for _ in range(26):
        y = c.rng.uniform(590, 1050)
        near = (y - 540) / 500
        p.oval(800 + c.rng.gauss(0, 300) * near * 1.6, y, c.rng.uniform(30, 170) * near, c.rng.uniform(3, 14) * near)
    return p


def _heap(c: Canvas, x: float, y: float, s: float) -> None:
    """Chairs, a mattress, a cupboard: one pile before a door."""
    c.shape(c.pen().oval(x, y, 190 * s, 20 * s), (46, 36, 30), 8 * s, 0.7)
    things: list[tuple[Stops, list[Point]]] = [
        (((0, (120, 84, 58)), (1, (70, 48, 36))), [(-90, 0), (-100, -170), (0, -178), (8, 0)]),
        (((0, (206, 200, 186)), (1, (132, 116, 98))), [(-20, -6), (30, -150), (150, -110), (110, 0)]),
        (((0, (96, 110, 120)), (1, (58, 62, 66))), [(-170, 0), (-160, -64), (-70, -70), (-60, 0)]),
        (((0, (150, 64, 50)), (1, (84, 44, 38))), [(40, 0), (52, -54), (180, -44), (176, 0)]),
    ]
    for paint, points in things:
        bent = [(x + a * s + c.rng.gauss(0, 6) * s, y + b * s) for a, b in points]
        c.shape(c.pen().polygon(bent), paint)
    c.shape(_chair(c.pen(), x - 130 * s, y - 66 * s, s), (52, 40, 34))
    c.shape(_chair(c.pen(), x + 120 * s, y - 50 * s, s * 0.9), (60, 44, 34))


def _chair(p: Pen, x: float, y: float, s: float) -> Pen:
    for a, b, e, f in (
        (-22, 0, -26, -44),
        (22, 0, 20, -44),
        (-26, -44, 24, -46),
        (-26, -44, -34, -104),
        (-34, -104, -4, -108),
        (-4, -108, 0, -46),
        (-30, -74, -2, -78),
    ):
        p.line([(x + a * s, y + b * s), (x + e * s, y + f * s)], 6 * s)
    return p


def _sweeper(p: Pen, x: float, y: float, s: float) -> Pen:
    p.polygon(
        [
            (x + a * s, y + b * s)
            for a, b in ((-26, 0), (-20, -84), (-30, -150), (26, -152), (24, -84), (34, 0), (12, 0), (2, -70), (-6, 0))
        ]
    )
    p.oval(x + 4 * s, y - 172 * s, 17 * s, 20 * s)
    p.line([(x + 18 * s, y - 138 * s), (x + 62 * s, y - 86 * s)], 14 * s)
    p.line([(x + 36 * s, y - 150 * s), (x + 112 * s, y - 2 * s)], 5 * s)
    p.polygon([(x + 96 * s, y - 14 * s), (x + 124 * s, y - 20 * s), (x + 140 * s, y + 4 * s), (x + 92 * s, y + 6 * s)])
    return p
