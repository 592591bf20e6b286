"""A suspension bridge at sunset."""

from __future__ import annotations

import math

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """A suspension bridge at sunset."""
    c.fill(((0, (44, 42, 84)), (0.45, (164, 84, 106)), (0.8, (246, 146, 88)), (1, (255, 206, 130))), 0, 690)
    c.clouds((255, 140, 110), 30, 560, 0.55, 0.6)
    c.glow(520, 650, 620, (255, 150, 70))
    c.glow(520, 650, 90, (255, 244, 206))
    c.shape(_skyline(c.pen(), c, 668, 20, 90), ((0, (120, 66, 84)), (1, (170, 92, 88))), 1.2)
    c.shape(_skyline(c.pen(), c, 690, 12, 50), (86, 48, 68), 0.8)
    c.shape(_suspension(c.pen()), ((0, (34, 22, 40)), (1, (20, 14, 30))))
    c.shape(_suspender_scaffold(c.pen()), (40, 26, 42))
    c.mirror(700, (34, 26, 54), 0.32, 8)
    c.ripples(700, (255, 170, 100), 0.42)
    c.glow(520, 800, 300, (255, 130, 60), 1.2)
    c.mist(700, 22, (255, 170, 120), 0.35)
    c.shape(_quay(c.pen()), (12, 10, 20), 3)
    return c.develop(0.08, 0.3)


def _skyline(p: Pen, c: Canvas, base: float, low: float, high: float) -> Pen:
    x = -20.0
    while x < 1620:
        wide, tall = c.rng.uniform(24, 80), c.rng.uniform(low, high) * (0.5 + 0.5 * math.sin(x / 260) ** 2)
        p.box(x, base - tall, x + wide, base + 40)
        if c.rng.random() < 0.25:
            p.polygon([(x, base - tall), (x + wide / 2, base - tall - wide * 0.5), (x + wide, base - tall)])
        if c.rng.random() < 0.06:
            p.polygon([(x + 6, base - tall), (x + 12, base - tall - 70), (x + 18, base - tall)])
        x += wide
    return p


def _suspension(p: Pen) -> Pen:
    deck, top = 560, 190
    p.polygon([(0, deck - 8), (1600, deck - 26), (1600, deck + 2), (0, deck + 20)])
    for tower in (430, 1240):
        p.polygon([(tower - 34, 700), (tower - 24, top), (tower - 8, top), (tower - 8, 700)])
        p.polygon([(tower + 8, 700), (tower + 8, top), (tower + 24, top), (tower + 34, 700)])
        for brace in (top + 6, 290, 400, 510):
            p.box(tower - 26, brace, tower + 26, brace + 14)
        p.box(tower - 60, 670, tower + 60, 702)
    for left, right, y1, y2, sag in ((430, 1240, top, top, 330), (-330, 430, 640, top, 60), (1240, 2000, top, 620, 60)):
        cable = []
        for step in range(61):
            t = step / 60
            y = y1 + (y2 - y1) * t + sag * 4 * t * (1 - t)
            cable.append((left + (right - left) * t, y))
        p.line(cable, 7)
        for x, y in cable[1:-1]:
            p.line([(x, y), (x, deck - 10)], 1.6)
    return p


def _suspender_scaffold(p: Pen) -> Pen:
    for x in range(392, 472, 20):
        p.line([(x, 180), (x, 560)], 2)
    for y in range(180, 560, 38):
        p.line([(390, y), (470, y)], 2)
        p.line([(390, y), (470, y + 38)], 1)
    return p


def _quay(p: Pen) -> Pen:
    p.polygon([(1080, 1067), (1180, 960), (1600, 930), (1600, 1067)])
    for x, y in ((1250, 952), (1420, 938), (1570, 926)):
        p.line([(x, y), (x, y - 64)], 9)
        p.oval(x, y - 66, 13, 8)
    p.line([(1250, 900), (1420, 890), (1600, 872)], 3)
    return p
