"""A headland at blue dusk, and its beam."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """A headland at blue dusk, and its beam."""
    c.fill(((0, (14, 26, 56)), (0.7, (62, 94, 132)), (1, (168, 160, 158))), 0, 640)
    c.clouds((26, 36, 66), 0, 520, 0.6, 0.85)
    c.clouds((200, 170, 160), 380, 660, 0.4, 0.4)
    c.fill(((0, (86, 106, 126)), (0.2, (38, 64, 92)), (1, (8, 20, 38))), 640)
    c.ripples(642, (150, 170, 186), 0.4, 60)
    c.shape(c.pen().polygon([(1064, 256), (-200, 60), (-200, 330)], 120), (255, 240, 196), 22)
    c.shape(c.pen().polygon([(1064, 256), (1900, 210), (1900, 330)], 90), (255, 240, 196), 22)
    c.shape(_headland(c.pen()), ((0, (34, 40, 52)), (0.5, (18, 22, 32)), (1, (8, 10, 18))))
    c.shape(_tower(c.pen()), ((0, (230, 224, 214)), (0.3, (190, 188, 188)), (1, (110, 116, 126))))
    c.shape(_tower_shade(c.pen()), (30, 40, 62), 3, 0.55)
    c.shape(_lantern(c.pen()), (22, 26, 38))
    c.glow(1064, 256, 240, (255, 226, 160))
    c.glow(1064, 256, 44, (255, 255, 240))
    c.shape(_breakers(c.pen(), c), (226, 236, 242), 4, 0.75)
    c.glow(1210, 622, 30, (255, 180, 90))
    c.texture(90, 70, 0.6, _headland(c.pen()))
    return c.develop(-0.02, 0.35)


def _headland(p: Pen) -> Pen:
    p.polygon(
        [
            (640, 1067),
            (720, 860),
            (790, 800),
            (830, 700),
            (930, 664),
            (1000, 628),
            (1200, 624),
            (1340, 650),
            (1600, 600),
            (1600, 1067),
        ]
    )
    p.polygon([(1160, 632), (1160, 598), (1205, 574), (1250, 598), (1250, 640)])
    return p


def _tower(p: Pen) -> Pen:
    p.polygon([(1026, 640), (1040, 296), (1088, 296), (1104, 640)])
    return p


def _tower_shade(p: Pen) -> Pen:
    p.polygon([(1070, 640), (1072, 296), (1088, 296), (1104, 640)])
    return p


def _lantern(p: Pen) -> Pen:
    p.box(1030, 288, 1098, 298)
    p.polygon([(1040, 236), (1064, 206), (1088, 236)])
    for x in (1044, 1084):
        p.line([(x, 236), (x, 290)], 4)
    p.box(1056, 430, 1070, 456)
    p.box(1056, 530, 1070, 556)
    return p


def _breakers(p: Pen, c: Canvas) -> Pen:
    for _ in range(420):
        t = c.rng.random()
        x, y = 560 + 240 * t + c.rng.gauss(0, 40), 1010 - 190 * t + c.rng.gauss(0, 18)
        p.oval(x, y, c.rng.uniform(4, 38), c.rng.uniform(1, 8), c.rng.randint(40, 200))
    for _ in range(9):
        y = c.rng.uniform(720, 1040)
        x = c.rng.uniform(0, 560)
        for _ in range(40):
            p.oval(
                x + c.rng.gauss(0, 90),
                y + c.rng.gauss(0, 3),
                c.rng.uniform(6, 30),
                c.rng.uniform(1, 3),
                c.rng.randint(30, 150),
            )
    return p
