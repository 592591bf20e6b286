"""A white car ferry on the crossing."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """A white car ferry on the crossing."""
    c.fill(((0, (58, 122, 178)), (0.7, (150, 196, 216)), (1, (222, 230, 226))), 0, 520)
    c.clouds((255, 252, 244), 60, 500, 0.5, 0.85)
    c.ridge(505, 34, ((0, (112, 140, 158)), (0.4, (132, 158, 170)), (1, (132, 158, 170))), 0.55, 2)
    c.fill(((0, (96, 142, 162)), (0.25, (36, 92, 122)), (1, (8, 40, 66))), 522)
    c.ripples(524, (206, 232, 238), 0.32, 80)
    c.ripples(540, (4, 30, 54), 0.35, 50)
    c.shape(_wake(c.pen(), c), (238, 246, 248), 5, 0.8)
    c.shape(_hull(c.pen()), ((0, (250, 250, 246)), (0.62, (214, 220, 224)), (0.66, (20, 60, 110)), (1, (10, 32, 66))))
    c.shape(_decks(c.pen()), ((0, (255, 255, 252)), (1, (222, 228, 232))))
    c.shape(_portholes(c.pen()), (34, 52, 74), 0, 0.9)
    c.shape(c.pen().polygon([(880, 330), (960, 330), (972, 402), (872, 402)]), ((0, (210, 70, 46)), (1, (168, 46, 36))))
    c.glow(930, 290, 120, (70, 70, 76), 0.6)
    c.shape(_bow_wave(c.pen(), c), (244, 250, 250), 3, 0.9)
    c.soften(3.5, 860)
    return c.develop(0.04, 0.35)


def _hull(p: Pen) -> Pen:
    p.polygon([(410, 500), (1240, 490), (1262, 520), (1250, 640), (520, 645), (452, 590)])
    return p


def _decks(p: Pen) -> Pen:
    p.polygon([(560, 500), (590, 448), (1180, 444), (1216, 494)])
    p.polygon([(640, 448), (668, 402), (1080, 398), (1110, 446)])
    p.polygon([(672, 402), (690, 366), (820, 362), (832, 402)])
    p.line([(756, 362), (756, 300)], 5)
    p.line([(1060, 398), (1072, 340)], 4)
    return p


def _portholes(p: Pen) -> Pen:
    for x in range(620, 1180, 26):
        p.box(x, 462, x + 15, 477)
    for x in range(690, 1080, 26):
        p.box(x, 416, x + 14, 430)
    p.box(696, 374, 816, 388)
    for x in range(560, 1200, 44):
        p.oval(x, 548, 7, 7)
    return p


def _wake(p: Pen, c: Canvas) -> Pen:
    for _ in range(260):
        far = c.rng.random()
        x, y = 1240 + 360 * far, 632 + c.rng.gauss(10, 10 + 46 * far)
        p.oval(x, y, c.rng.uniform(8, 50), c.rng.uniform(1, 5), c.rng.randint(60, 220))
    return p


def _bow_wave(p: Pen, c: Canvas) -> Pen:
    for _ in range(240):
        along = c.rng.random()
        x = 470 + 790 * along
        p.oval(
            x, 644 + c.rng.gauss(4, 5), c.rng.uniform(5, 36), c.rng.uniform(1, 7 - 4 * along), c.rng.randint(90, 255)
        )
    for _ in range(90):
        p.oval(478 + c.rng.gauss(0, 26), 628 + c.rng.gauss(0, 12), c.rng.uniform(2, 12), c.rng.uniform(1, 7), 220)
    return p
