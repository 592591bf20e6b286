"""Orchard rows standing in still water."""

from __future__ import annotations

import math

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Orchard rows standing in still water."""
    c.fill(((0, (92, 104, 122)), (0.6, (186, 186, 182)), (1, (240, 222, 190))), 0, 520)
    c.clouds((68, 78, 96), 0, 430, 0.6, 0.8)
    c.clouds((255, 244, 220), 250, 520, 0.4, 0.7)
    c.glow(1040, 480, 520, (255, 226, 170), 0.5)
    c.ridge(440, 50, ((0, (104, 116, 128)), (1, (150, 156, 158))), 0.55, 2)
    c.ridge(496, 22, ((0, (70, 82, 84)), (1, (110, 118, 112))), 0.5, 1)
    c.mist(506, 20, (226, 222, 208), 0.6)
    for depth in (0.0, 0.25, 0.5):
        c.shape(
            _bare_row(c.pen(), c, depth),
            (78 - round(50 * depth), 80 - round(50 * depth), 80 - round(46 * depth)),
            1.2 - depth,
        )
    c.mirror(548, (120, 120, 112), 0.22, 3)
    c.ripples(560, (240, 236, 222), 0.16, 70)
    for x, y, s in ((210, 760, 2.0), (1330, 800, 2.3), (760, 690, 1.4)):
        c.shape(_bare_tree(c.pen(), c, x, y, s), (26, 28, 30))
        c.shape(c.pen().line([(x, y), (x + 4, y + 130 * s)], 9 * s, 150), (34, 36, 38), 5, 0.7)
    c.shape(_fence(c.pen()), (36, 36, 36))
    c.shape(_floating(c.pen(), c), (70, 58, 46), 0.6)
    return c.develop(0.02, 0.35)


def _bare_row(p: Pen, c: Canvas, depth: float) -> Pen:
    s = 0.34 + depth * 0.9
    x = c.rng.uniform(-40, 20)
    while x < 1640:
        _bare_tree(p, c, x, 548 + 0 * depth, s, depth=3)
        x += (66 + c.rng.uniform(-8, 8)) * (0.6 + depth * 1.6)
    return p


def _bare_tree(p: Pen, c: Canvas, x: float, y: float, s: float, depth: int = 5) -> Pen:
    _branch(p, c, x, y, -90 + c.rng.uniform(-6, 6), 44 * s, 8 * s, depth)
    return p


def _branch(p: Pen, c: Canvas, x: float, y: float, angle: float, length: float, width: float, depth: int) -> Pen:
    end = (x + math.cos(math.radians(angle)) * length, y + math.sin(math.radians(angle)) * length)
    p.line([(x, y), end], width)
    if depth:
        for turn in (-30, 4, 34) if depth > 2 else (-28, 26):
            _branch(
                p,
                c,
                *end,
                angle + turn + c.rng.uniform(-14, 14),
                length * c.rng.uniform(0.62, 0.84),
                width * 0.6,
                depth - 1,
            )
    return p


def _fence(p: Pen) -> Pen:
    for step in range(9):
        x, y = 380 + step * 66, 1010 - step * 34
        p.line([(x, y), (x + 4, y - 66 + step * 3)], 8 - step * 0.5)
    p.line([(380, 962), (910, 696)], 2.5)
    p.line([(380, 984), (910, 714)], 2.5)
    return p


def _floating(p: Pen, c: Canvas) -> Pen:
    for _ in range(60):
        x, y = c.rng.gauss(960, 160), c.rng.gauss(900, 40)
        p.oval(x, y, c.rng.uniform(2, 9), c.rng.uniform(1, 4))
    p.polygon([(880, 890), (1010, 872), (1024, 886), (894, 906)])
    return p
