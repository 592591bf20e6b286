"""Turbines on the horizon, as a bidder would like them seen."""

from __future__ import annotations

import math

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Turbines on the horizon, as a bidder would like them seen."""
    c.fill(((0, (90, 150, 196)), (0.6, (206, 214, 204)), (1, (255, 226, 182))), 0, 620)
    c.clouds((255, 246, 230), 80, 560, 0.45, 0.7)
    c.glow(1180, 600, 520, (255, 214, 150))
    for index in range(19):
        x, s = 130 + index * 76 + c.rng.uniform(-20, 20), 0.35 + 0.3 * (index * 7 % 5) / 4
        c_turn = c.rng.uniform(0, 120)
        c.shape(_turbine(c.pen(), x, 620, s, c_turn), (250, 248, 244), 0.5, 0.95)
    c.fill(((0, (190, 190, 172)), (0.2, (92, 140, 156)), (1, (38, 92, 112))), 618, 900)
    c.ripples(620, (255, 240, 214), 0.4, 80)
    c.fill(((0, (150, 132, 104)), (0.2, (216, 192, 150)), (1, (186, 156, 112))), 900)
    c.shape(_surf(c.pen(), c), (250, 250, 244), 3, 0.9)
    c.texture(400, 260, 0.3, c.pen().box(0, 930, 1600, 1067))
    return c.develop(0.06, 0.3)


def _turbine(p: Pen, x: float, y: float, s: float, turn: float) -> Pen:
    hub = y - 190 * s
    p.polygon([(x - 4 * s, y), (x - 2 * s, hub), (x + 2 * s, hub), (x + 4 * s, y)])
    for blade in range(3):
        angle = math.radians(turn + blade * 120)
        dx, dy = math.cos(angle), math.sin(angle)
        p.polygon(
            [
                (x - dy * 5 * s, hub + dx * 5 * s),
                (x + dx * 120 * s, hub + dy * 120 * s),
                (x + dy * 2 * s, hub - dx * 2 * s),
            ]
        )
    return p


def _surf(p: Pen, c: Canvas) -> Pen:
    for row, y in enumerate((884, 906, 930)):
        for _ in range(200):
            x = c.rng.uniform(0, 1600)
            p.oval(
                x,
                y + 8 * math.sin(x / 150 + row) + c.rng.gauss(0, 2),
                c.rng.uniform(10, 46),
                c.rng.uniform(1, 5),
                c.rng.randint(60, 230),
            )
    return p
