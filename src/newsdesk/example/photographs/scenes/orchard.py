"""Quince trees in evening light."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Quince trees in evening light."""
    c.fill(((0, (120, 156, 186)), (0.7, (246, 214, 160)), (1, (255, 230, 180))), 0, 430)
    c.clouds((255, 236, 206), 40, 380, 0.4, 0.7)
    c.glow(1220, 380, 620, (255, 206, 120))
    c.ridge(350, 60, ((0, (132, 140, 150)), (1, (186, 172, 146))), 0.55, 2)
    c.ridge(410, 26, ((0, (108, 118, 92)), (1, (150, 142, 90))), 0.5, 1.5)
    c.fill(((0, (150, 146, 76)), (0.3, (112, 118, 50)), (1, (46, 58, 24))), 440)
    c.texture(300, 200, 0.4, c.pen().box(0, 450, 1600, 1067))
    c.shape(_tracks(c.pen()), (188, 160, 104), 8, 0.4)
    for step in range(9):
        near = (step / 8) ** 1.7
        lanes = [side * lane * (70 + 420 * near) for side in (-1, 1) for lane in (1, 2.1, 3.2)]
        places = [800 + x for x in lanes if -1050 < x < 1050]
        _row_of_quinces(c, places, 452 + 470 * near, 0.22 + 1.45 * near, near)
    c.glow(1220, 420, 700, (150, 100, 40), 0.9)
    c.soften(4, 960)
    return c.develop(0.1, 0.35)


def _tracks(p: Pen) -> Pen:
    p.polygon([(786, 446), (814, 446), (1010, 1067), (590, 1067)])
    return p


def _row_of_quinces(c: Canvas, places: list[float], y: float, s: float, near: float) -> None:
    """Trees at one distance: shadows, trunks, crowns in three tones, fruit."""
    haze = round(60 * (1 - near))
    dark, middle, light = (40 + haze, 52 + haze, 22 + haze), (84 + haze, 98 + haze, 40 + haze), (190, 186, 92)
    leaves = [
        (x + c.rng.gauss(0, 46) * s, y + c.rng.gauss(-132, 30) * s, c.rng.uniform(12, 26) * s)
        for x in places
        for _ in range(60)
    ]
    lit = [leaf for leaf in leaves if c.rng.random() < 0.6]
    fruit = [leaf for leaf in leaves if c.rng.random() < 0.3]
    c.shape(_each(c.pen(), [(x - 70 * s, y + 4 * s, 130 * s) for x in places], 0.13), (30, 40, 16), 5 * s, 0.6)
    c.shape(_trunks(c.pen(), places, y, s), (58, 46, 34))
    c.shape(_each(c.pen(), leaves, 0.9), dark, 0.6)
    c.shape(
        _each(c.pen(), [(a + r * 0.3, b - r * 0.3, r * 0.7) for a, b, r in leaves], 0.7), middle, 1.5 * s + 0.4, 0.8
    )
    c.shape(_each(c.pen(), [(a + r * 0.6, b - r * 0.7, r * 0.3) for a, b, r in lit], 0.7), light, 0.8, 0.9)
    c.shape(_each(c.pen(), [(a, b + r * 0.3, 6.5 * s) for a, b, r in fruit], 1.1), (222, 160, 30), 0.4)
    c.shape(
        _each(c.pen(), [(a + 1.5 * s, b + r * 0.3 - 2 * s, 4 * s) for a, b, r in fruit], 1.1), (255, 222, 96), 0.8 * s
    )


def _each(p: Pen, places: list[tuple[float, float, float]], roundness: float) -> Pen:
    for x, y, r in places:
        p.oval(x, y, r, r * roundness)
    return p


def _trunks(p: Pen, places: list[float], y: float, s: float) -> Pen:
    for x in places:
        p.polygon([(x - 10 * s, y + 4 * s), (x - 5 * s, y - 100 * s), (x + 7 * s, y - 100 * s), (x + 9 * s, y + 4 * s)])
    return p
