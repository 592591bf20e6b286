"""Light through an iron roof, awnings, crates of fruit."""

from __future__ import annotations

import math

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, mix
from newsdesk.example.photographs.figures import carrying, standing
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Light through an iron roof, awnings, crates of fruit."""
    c.image.paste((86, 78, 74), (0, 0, *c.size))
    c.shape(c.pen().box(380, 60, 1220, 620), ((0, (236, 230, 208)), (0.7, (196, 176, 146)), (1, (140, 112, 88))))
    c.shape(
        c.pen().polygon([(0, 0), (1600, 0), (1600, 260), (1130, 300), (800, 120), (470, 300), (0, 260)]),
        ((0, (206, 216, 214)), (1, (236, 232, 214))),
    )
    c.glow(800, 190, 620, (120, 110, 80))
    c.shape(_ironwork(c.pen()), ((0, (44, 56, 56)), (1, (60, 58, 54))))
    c.glow(800, 330, 300, (120, 106, 80))
    c.shape(c.pen().oval(800, 300, 56, 56).line([(800, 120), (800, 244)], 5), (34, 40, 42))
    c.shape(c.pen().oval(800, 300, 46, 46), (250, 246, 230))
    c.shape(c.pen().line([(800, 300), (800, 268)], 5).line([(800, 300), (822, 312)], 5), (30, 32, 34))
    c.fill(((0, (150, 126, 100)), (1, (62, 48, 42))), 620)
    c.shape(_shoppers(c.pen(), c, 640, 0.62, 24), (96, 80, 74), 2.2)
    for near in (0.42, 0.62, 0.98):
        for side in (-1, 1):
            _stall(c, side, near)
    for x in (560, 760, 1020):
        c.shape(c.pen().polygon([(x, 60), (x + 70, 60), (x - 140, 1067), (x - 330, 1067)]), (255, 242, 206), 24, 0.2)
    c.shape(_shoppers(c.pen(), c, 830, 1.25, 5, 560, 1060), ((0, (74, 60, 58)), (1, (34, 28, 34))), 0.8)
    c.shape(c.pen().each(Pen.oval, ((x, 960, 70, 9) for x in (620, 760, 900, 1010))), (40, 30, 28), 8, 0.6)
    c.soften(4, 930)
    return c.develop(0.07, 0.4)


def _ironwork(p: Pen) -> Pen:
    for offset in range(0, 480, 70):
        p.line([(offset, 262 - offset * 0.02), (offset + 330, -20)], 4)
        p.line([(1600 - offset, 262 - offset * 0.02), (1270 - offset, -20)], 4)
    for y in (40, 110, 180):
        p.line([(0, y + 40), (800, y - 90)], 4)
        p.line([(1600, y + 40), (800, y - 90)], 4)
    for s in (1.0, 0.72, 0.5):
        arch = [
            (800 + 560 * s * math.cos(a / 20 * math.pi), 470 - 330 * s * math.sin(a / 20 * math.pi)) for a in range(21)
        ]
        p.line(arch, 12 * s)
        for x in (arch[0][0], arch[-1][0]):
            p.box(x - 9 * s, 460, x + 9 * s, 640 + 120 * s)
    return p


def _shoppers(p: Pen, c: Canvas, y: float, s: float, count: int, left: float = 430, right: float = 1170) -> Pen:
    for index in range(count):
        x = left + (right - left) * (index + c.rng.uniform(0.2, 0.8)) / count
        walker = carrying if index % 2 else standing
        walker(p, x, y + 130 * s + c.rng.uniform(-10, 10), s * 0.92, turn=c.rng.choice((-1, 1)))
    return p


def _stall(c: Canvas, side: int, near: float) -> None:
    """A striped awning over crates of fruit; ``near`` is 1 at the picture's edge."""
    s = near * 1.25
    x, y = 800 + side * (160 + 560 * near), 560 + 300 * near
    stripe = c.rng.choice(((176, 50, 42), (44, 96, 84), (190, 130, 44)))
    for index in range(8):
        a = x + (index - 4) * 70 * s
        tone = stripe if index % 2 else (238, 230, 212)
        c.shape(
            c.pen().polygon(
                [(a + 12 * s, y - 330 * s), (a + 74 * s, y - 330 * s), (a + 70 * s, y - 230 * s), (a, y - 230 * s)]
            ),
            ((0, mix(tone, (255, 255, 255), 0.1)), (1, mix(tone, (50, 36, 36), 0.35))),
        )
        c.shape(c.pen().slice(a + 35 * s, y - 232 * s, 35 * s, 24 * s, 0, 180), mix(tone, (50, 36, 36), 0.4))
    c.shape(c.pen().box(x - 280 * s, y - 206 * s, x + 280 * s, y - 60 * s), (44, 34, 34), 8 * s, 0.75)
    c.shape(
        standing(c.pen(), x + 50 * s, y + 10 * s, s * 1.1),
        ((0, (150, 108, 88)), (0.14, (140, 98, 80)), (0.2, (70, 86, 84)), (1, (50, 56, 58))),
        1.2,
    )
    c.glow(x - 60 * s, y - 190 * s, 110 * s, (190, 140, 70))
    for row in range(3):
        top = y - 66 * s + row * 44 * s
        for index in range(5):
            left = x - 280 * s + index * 113 * s
            fruit = c.rng.choice(((236, 194, 56), (236, 194, 56), (190, 58, 40), (112, 142, 56), (222, 130, 40)))
            c.shape(c.pen().box(left, top, left + 104 * s, top + 44 * s), ((0, (170, 124, 80)), (1, (92, 62, 42))))
            spots = [(left + (10 + k * 14) * s, top + c.rng.uniform(-8, 2) * s) for k in range(7)]
            c.shape(c.pen().each(Pen.oval, ((a, b, 10 * s, 10 * s) for a, b in spots)), mix(fruit, (40, 20, 16), 0.25))
            c.shape(
                c.pen().each(Pen.oval, ((a - 2 * s, b - 3 * s, 6 * s, 5 * s) for a, b in spots)),
                mix(fruit, (255, 255, 230), 0.3),
                s,
            )
    c.shape(c.pen().box(x - 284 * s, y + 62 * s, x + 284 * s, y + 140 * s), ((0, (70, 50, 40)), (1, (34, 26, 26))))
