"""A mill at night, mirrored in the river."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """A mill at night, mirrored in the river."""
    c.fill(((0, (12, 18, 40)), (0.7, (44, 46, 78)), (1, (106, 74, 76))), 0, 720)
    c.clouds((60, 50, 70), 0, 560, 0.5, 0.7)
    c.glow(800, 700, 900, (120, 70, 40), 0.5)
    for x, top in ((560, 210), (1010, 150)):
        c.shape(_steam(c.pen(), c, x, top), (216, 176, 150), 24, 0.55)
    c.shape(_mill_back(c.pen()), ((0, (38, 36, 54)), (1, (62, 52, 62))))
    c.shape(_chimneys(c.pen()), ((0, (104, 82, 84)), (1, (50, 44, 58))))
    c.shape(
        c.pen().each(
            Pen.box, ((x - 30, y, x + 30, y + 12) for x, y in ((560, 250), (560, 300), (1010, 196), (1010, 252)))
        ),
        (176, 60, 50),
        0,
        0.8,
    )
    c.shape(_mill_front(c.pen()), ((0, (30, 30, 46)), (1, (20, 20, 32))))
    panes = [(x, y) for x in range(130, 1500, 34) for y in (588, 636) if c.rng.random() < 0.78]
    c.shape(
        c.pen().each(Pen.box, ((x, y, x + 22, y + 32) for x, y in panes)), ((0, (255, 226, 150)), (1, (255, 184, 90)))
    )
    for x, y in panes[::3]:
        c.glow(x + 11, y + 16, 60, (110, 66, 24))
    for x in (90, 430, 760, 1150, 1500):
        c.glow(x, 676, 70, (255, 200, 120))
        c.glow(x, 676, 12, (255, 250, 230))
    for x, y in ((560, 216), (1010, 156), (1250, 420)):
        c.glow(x, y, 34, (255, 60, 40))
    c.mirror(712, (8, 12, 26), 0.25, 8)
    c.ripples(712, (255, 190, 110), 0.2)
    c.mist(714, 16, (150, 110, 96), 0.4)
    c.shape(_reeds(c.pen(), c), (6, 8, 14), 1.5)
    return c.develop(0.03, 0.4)


def _steam(p: Pen, c: Canvas, x: float, y: float) -> Pen:
    for step in range(40):
        p.oval(
            x + step * 13 + c.rng.gauss(0, 12),
            y - 20 - 30 * (step / 6) ** 0.8 + c.rng.gauss(0, 10),
            22 + step * 2.6,
            20 + step * 1.6,
            max(20, 210 - step * 5),
        )
    return p


def _mill_back(p: Pen) -> Pen:
    p.box(240, 430, 700, 720)
    for x in range(240, 700, 92):
        p.polygon([(x, 430), (x + 92, 380), (x + 92, 430)])
    p.box(820, 360, 1180, 720)
    p.box(860, 330, 960, 362)
    p.box(1220, 430, 1290, 720)
    p.polygon([(1180, 470), (1460, 590), (1460, 612), (1180, 500)])
    return p


def _chimneys(p: Pen) -> Pen:
    for x, top in ((560, 210), (1010, 150)):
        p.polygon([(x - 36, 700), (x - 22, top), (x + 22, top), (x + 36, 700)])
    return p


def _mill_front(p: Pen) -> Pen:
    p.box(60, 560, 1540, 720)
    p.polygon([(60, 562), (100, 536), (1500, 536), (1540, 562)])
    p.box(1380, 500, 1480, 560)
    return p


def _reeds(p: Pen, c: Canvas) -> Pen:
    for _ in range(260):
        x = c.rng.choice((c.rng.gauss(60, 110), c.rng.gauss(1540, 120)))
        tall = c.rng.uniform(60, 230)
        p.line([(x, 1080), (x + c.rng.gauss(0, 26), 1080 - tall)], c.rng.uniform(2, 5))
    return p
