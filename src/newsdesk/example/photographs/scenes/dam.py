"""A dam at dusk, two of its three gates open."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen, Point


def paint(c: Canvas) -> Image.Image:
    """A dam at dusk, two of its three gates open."""
    c.fill(((0, (58, 70, 92)), (0.6, (150, 150, 152)), (1, (206, 190, 170))), 0, 420)
    c.clouds((44, 52, 70), 0, 330, 0.65, 0.85)
    c.ridge(250, 90, ((0, (104, 116, 124)), (1, (150, 152, 150))), 0.55, 2)
    c.mist(330, 60, (196, 196, 190), 0.6)
    c.fill(((0, (70, 84, 84)), (1, (24, 32, 36))), 420)
    c.shape(_wall(c.pen()), ((0, (172, 170, 162)), (0.5, (128, 130, 128)), (1, (64, 72, 78))))
    c.texture(30, 20, 0.3, _wall(c.pen()))
    c.texture(300, 24, 0.28, _wall(c.pen()))
    c.shape(_joints(c.pen()), (60, 66, 70), 0.8, 0.5)
    c.shape(_bays(c.pen()), ((0, (26, 34, 40)), (1, (46, 54, 60))))
    c.shape(_closed_gate(c.pen()), ((0, (96, 74, 62)), (1, (66, 54, 50))))
    for x in (560, 1010):
        c.shape(_chute(c.pen(), c, x), ((0, (214, 226, 228)), (0.3, (244, 248, 248)), (1, (206, 216, 218))), 3)
        c.shape(_streaks(c.pen(), c, x), (130, 150, 158), 2, 0.55)
    c.shape(_crest(c.pen()), ((0, (56, 60, 66)), (1, (34, 38, 44))))
    for x in range(390, 1250, 120):
        c.glow(x, 296, 46, (255, 206, 130))
    for left, top in ((True, (66, 74, 66)), (False, (54, 62, 60))):
        rock = _gorge(c.pen(), c, left)
        c.shape(rock, ((0, top), (1, (12, 18, 20))))
        c.texture(36, 30, 0.7, rock)
        c.texture(200, 60, 0.4, rock)
    for _ in range(12):
        c.glow(c.rng.uniform(440, 1130), c.rng.uniform(810, 940), c.rng.uniform(120, 260), (120, 128, 128), 0.5)
    c.mist(985, 70, (190, 200, 202), 0.9)
    c.mist(940, 120, (206, 214, 214), 0.95)
    c.mist(900, 70, (226, 232, 232), 0.8)
    c.shape(_river(c.pen(), c), (226, 232, 230), 5, 0.7)
    return c.develop(0.0, 0.4)


def _wall(p: Pen) -> Pen:
    p.polygon([(40, 320), (1560, 320), (1420, 960), (180, 960)])
    return p


def _joints(p: Pen) -> Pen:
    for step in range(1, 19):
        p.line([(40 + step * 80, 320), (180 + step * 65.3, 960)], 1.5)
    for y in range(400, 900, 62):
        p.line([(60, y), (1540, y)], 1)
    return p


def _bays(p: Pen) -> Pen:
    for x in (560, 785, 1010):
        p.box(x - 84, 336, x + 84, 480)
    return p


def _closed_gate(p: Pen) -> Pen:
    p.box(705, 372, 865, 480)
    return p


def _chute(p: Pen, c: Canvas, x: float) -> Pen:
    lean = (800 - x) * 0.16
    p.polygon([(x - 78, 436), (x + 78, 436), (x + lean + 96, 900), (x + lean - 96, 900)])
    for _ in range(420):
        t = c.rng.random()
        a = x + lean * t + c.rng.choice((-1, 1)) * (76 + 20 * t + abs(c.rng.gauss(0, 6 + 10 * t)))
        p.oval(a, 440 + 460 * t, 2 + 4 * t, 8 + 12 * t, 150)
    return p


def _streaks(p: Pen, c: Canvas, x: float) -> Pen:
    lean = (800 - x) * 0.16
    for _ in range(80):
        a, t = c.rng.uniform(-72, 72), c.rng.uniform(0, 0.8)
        top, foot = 440 + 450 * t, 440 + 450 * min(1, t + c.rng.uniform(0.08, 0.3))
        p.line([(x + a + lean * t, top), (x + a * 1.2 + lean * (foot - 440) / 450, foot)], c.rng.uniform(1, 4), 160)
    return p


def _crest(p: Pen) -> Pen:
    p.box(30, 306, 1570, 338)
    for x in (466, 672, 898, 1104):
        p.box(x - 18, 250, x + 18, 480)
    p.box(448, 240, 1122, 262)
    for x in range(40, 1570, 20):
        p.line([(x, 306), (x, 292)], 2)
    p.line([(30, 292), (1570, 292)], 2)
    for x in range(390, 1250, 120):
        p.line([(x, 306), (x, 296)], 3)
    return p


def _gorge(p: Pen, c: Canvas, left: bool) -> Pen:
    edge = [(x, y) for y, x in zip(range(120, 1080, 8), c.outline(330, 50, 0.62), strict=False)]
    points: list[Point] = [(x - 230 + (y - 120) * 0.1, y) for x, y in edge]
    points = [(-10, 60), *points, (-10, 1067)]
    p.polygon(points if left else [(1600 - x, y) for x, y in points])
    return p


def _river(p: Pen, c: Canvas) -> Pen:
    for _ in range(420):
        t = c.rng.random()
        p.oval(
            800 + c.rng.gauss(0, 160 + 120 * t),
            900 + 170 * t,
            c.rng.uniform(14, 70),
            c.rng.uniform(2, 8),
            c.rng.randint(30, 140),
        )
    return p
