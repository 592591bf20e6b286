"""The same street two days later: a brown line, and what was carried out."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Colour, mix
from newsdesk.example.photographs.figures import standing
from newsdesk.example.photographs.pen import Pen, Point
from newsdesk.example.photographs.scenes.street import paint_street, side_of_street

_THINGS: tuple[tuple[Point, ...], ...] = (
    ((-48, 0), (-54, -168), (48, -176), (52, 0)),
    ((-66, -4), (-20, -150), (96, -112), (60, 0)),
    ((-60, 0), (-52, -64), (44, -70), (52, 0)),
    ((-74, 0), (-66, -50), (64, -44), (70, 0)),
    ((-34, 0), (-30, -92), (34, -96), (38, 0)),
)
_COLOURS: tuple[Colour, ...] = (
    (122, 86, 60),
    (206, 200, 186),
    (104, 116, 124),
    (146, 70, 56),
    (164, 140, 96),
    (90, 104, 88),
)


def paint(c: Canvas) -> Image.Image:
    """The same street two days later: a brown line, and what was carried out."""
    c.fill(((0, (176, 196, 206)), (1, (246, 236, 214))), 0, 620)
    c.clouds((255, 252, 244), 0, 420, 0.5, 0.8)
    c.fill(((0, (150, 126, 98)), (1, (84, 64, 48))), 572)
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
    """Cupboards, mattresses, boxes and two chairs: one pile before a door."""
    c.shape(c.pen().oval(x, y, 190 * s, 20 * s), (46, 36, 30), 8 * s, 0.7)
    for shape in c.rng.sample(_THINGS, len(_THINGS)):
        at, top = x + c.rng.uniform(-110, 90) * s, c.rng.choice(_COLOURS)
        bent = [(at + a * s + c.rng.gauss(0, 7) * s, y + b * s) for a, b in shape]
        c.shape(c.pen().polygon(bent), ((0, top), (0.7, mix(top, (96, 76, 54), 0.6)), (1, (70, 54, 40))))
        c.shape(c.pen().line([*bent, bent[0]], 2.5 * s), (40, 30, 26), 0.6, 0.6)
    c.shape(_chair(c.pen(), x - 140 * s, y - 4 * s, s), (52, 40, 34))
    c.shape(_chair(c.pen(), x + 120 * s, y - 40 * s, s * 0.9), (60, 44, 34))


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
    standing(p, x, y, s, 15)
    p.line([(x + 22 * s, y - 136 * s), (x + 62 * s, y - 100 * s)], 12 * s)
    p.line([(x + 36 * s, y - 150 * s), (x + 112 * s, y - 2 * s)], 5 * s)
    return p.polygon([(x + a * s, y + b * s) for a, b in ((96, -14), (124, -20), (140, 4), (92, 6))])
