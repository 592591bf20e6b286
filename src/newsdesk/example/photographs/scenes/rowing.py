"""Two whaleboats side by side against the light."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Two whaleboats side by side against the light."""
    c.fill(((0, (150, 186, 200)), (1, (246, 236, 208))), 0, 330)
    c.ridge(292, 36, ((0, (140, 152, 150)), (0.12, (176, 184, 176)), (1, (176, 184, 176))), 0.5, 3)
    c.shape(_crowd(c.pen(), c), (86, 92, 96), 2.5)
    c.fill(((0, (228, 222, 196)), (0.3, (140, 172, 172)), (1, (24, 72, 88))), 332)
    c.ripples(334, (255, 250, 226), 0.55, 90)
    c.ripples(380, (16, 60, 78), 0.4, 50)
    c.glow(1100, 380, 620, (255, 236, 180), 0.6)
    for x, y, s, hull in ((700, 545, 0.82, (24, 70, 120)), (830, 770, 1.15, (176, 40, 34))):
        c.shape(c.pen().oval(x, y + 34 * s, 560 * s, 22 * s, 150), (8, 36, 50), 10)
        c.shape(_oars(c.pen(), x, y, s), (66, 48, 34))
        c.shape(_boat(c.pen(), x, y, s), ((0, hull), (1, (10, 16, 26))))
        c.shape(
            _crew(c.pen(), x, y, s),
            ((0, (52, 38, 34)), (0.3, (90, 62, 48)), (0.36, (236, 232, 220)), (1, (120, 116, 112))),
        )
        c.shape(_splashes(c.pen(), c, x, y, s), (255, 255, 250), 1.6, 0.9)
    c.soften(5, 880)
    return c.develop(0.08, 0.4)


def _crowd(p: Pen, c: Canvas) -> Pen:
    p.polygon([(0, 300), (560, 318), (560, 336), (0, 336)])
    for _ in range(240):
        x = c.rng.uniform(0, 550)
        p.oval(x, 308 + c.rng.uniform(-12, 8), 4, 6)
    return p


def _boat(p: Pen, x: float, y: float, s: float) -> Pen:
    p.polygon(
        [
            (x + a * s, y + b * s)
            for a, b in ((-560, -34), (-430, -4), (400, -4), (570, -40), (500, 24), (300, 40), (-320, 40), (-480, 20))
        ]
    )
    return p


def _crew(p: Pen, x: float, y: float, s: float) -> Pen:
    for seat in range(7):
        a = x + (-330 + seat * 100) * s
        p.polygon([(a - 26 * s, y), (a + 2 * s, y - 74 * s), (a + 34 * s, y - 76 * s), (a + 30 * s, y)])
        p.line([(a + 16 * s, y - 62 * s), (a - 50 * s, y - 34 * s)], 13 * s)
        p.oval(a + 26 * s, y - 96 * s, 15 * s, 18 * s)
    p.polygon([(x + 428 * s, y), (x + 424 * s, y - 66 * s), (x + 462 * s, y - 66 * s), (x + 470 * s, y)])
    p.oval(x + 440 * s, y - 86 * s, 15 * s, 18 * s)
    return p


def _oars(p: Pen, x: float, y: float, s: float) -> Pen:
    for seat in range(7):
        a = x + (-370 + seat * 100) * s
        p.line([(a, y - 34 * s), (a - 110 * s, y + 62 * s)], 5 * s)
        p.line([(a - 110 * s, y + 62 * s), (a - 138 * s, y + 86 * s)], 13 * s)
    return p


def _splashes(p: Pen, c: Canvas, x: float, y: float, s: float) -> Pen:
    for seat in range(7):
        a, b = x + (-508 + seat * 100) * s, y + 86 * s
        for _ in range(16):
            p.oval(
                a + c.rng.gauss(0, 16) * s,
                b - abs(c.rng.gauss(0, 13)) * s,
                c.rng.uniform(1, 5) * s,
                c.rng.uniform(1, 4) * s,
            )
        p.oval(a, b + 4, 34 * s, 4 * s, 170)
    for _ in range(60):
        p.oval(x + c.rng.uniform(-540, 480) * s, y + (38 + c.rng.gauss(0, 3)) * s, c.rng.uniform(8, 30) * s, 2, 150)
    return p
