"""A steel gate between two piers, its chains and the dark water at its foot."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Stops
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """A steel gate between two piers, its chains and the dark water at its foot."""
    c.fill(((0, (126, 140, 150)), (1, (176, 180, 178))), 0, 320)
    c.clouds((214, 216, 214), 0, 300, 0.5, 0.6)
    c.fill(((0, (40, 52, 56)), (1, (12, 20, 24))), 300)
    plate: Stops = ((0, (104, 126, 124)), (0.6, (76, 92, 92)), (1, (40, 50, 54)))
    c.shape(c.pen().box(400, 330, 1200, 850), plate)
    c.texture(34, 24, 0.3, c.pen().box(400, 330, 1200, 850))
    c.shape(_rust(c.pen(), c), (150, 78, 36), 6, 0.9)
    c.shape(_rust(c.pen(), c), (90, 44, 24), 2, 0.5)
    for y in range(380, 850, 94):
        c.shape(c.pen().box(400, y, 1200, y + 22), ((0, (162, 168, 166)), (0.4, (110, 114, 112)), (1, (48, 50, 52))))
        c.shape(c.pen().box(400, y + 22, 1200, y + 44), (20, 24, 28), 7, 0.6)
    c.shape(
        c.pen().each(Pen.oval, ((x, y + 11, 5, 5) for x in range(424, 1190, 44) for y in range(380, 850, 94))),
        (60, 60, 58),
    )
    for left in (True, False):
        c.shape(_pier(c.pen(), left), ((0, (196, 192, 182)), (0.5, (150, 148, 142)), (1, (78, 80, 80))))
        c.texture(260, 60, 0.14, _pier(c.pen(), left))
        c.shape(c.pen().box(*((366, 200, 420, 1067) if left else (1180, 200, 1234, 1067))), (14, 18, 22), 14, 0.75)
    c.shape(c.pen().box(120, 150, 1480, 226), ((0, (84, 92, 98)), (1, (44, 50, 56))))
    c.shape(c.pen().box(700, 70, 900, 160).oval(800, 114, 66, 66), ((0, (188, 146, 52)), (1, (120, 86, 30))))
    c.shape(c.pen().oval(800, 114, 34, 34).oval(690, 150, 22, 22).oval(910, 150, 22, 22), (36, 36, 40))
    for x in (520, 1080):
        c.shape(_chain(c.pen(), x + 5), (10, 12, 14), 4, 0.7)
        c.shape(_chain(c.pen(), x), ((0, (158, 158, 154)), (1, (78, 74, 70))))
    c.shape(
        c.pen()
        .line([(120, 96), (690, 96)], 5)
        .line([(910, 96), (1480, 96)], 5)
        .each(Pen.line, (([(x, 96), (x, 152)], 5) for x in (130, 250, 370, 490, 610, 990, 1110, 1230, 1350, 1470))),
        (52, 58, 64),
    )
    c.shape(c.pen().box(384, 846, 1216, 1067), ((0, (30, 46, 50)), (0.3, (14, 26, 30)), (1, (6, 12, 16))))
    c.shape(_ripple_lines(c.pen(), c), (150, 170, 172), 3, 0.5)
    c.shape(c.pen().polygon([(420, 226), (760, 226), (1200, 850), (860, 850)]), (255, 240, 206), 40, 0.22)
    return c.develop(0.02, 0.4)


def _rust(p: Pen, c: Canvas) -> Pen:
    for _ in range(90):
        x, y = c.rng.uniform(410, 1190), c.rng.choice(range(400, 850, 94)) + c.rng.uniform(0, 8)
        p.polygon(
            [(x - 5, y), (x + 5, y), (x + 1.5, y + c.rng.uniform(20, 200)), (x - 1.5, y + 20)], c.rng.randint(60, 220)
        )
    return p


def _pier(p: Pen, left: bool) -> Pen:
    points = [(0, 200), (384, 200), (384, 900), (330, 1067), (0, 1067)]
    p.polygon(points if left else [(1600 - x, y) for x, y in points])
    return p


def _chain(p: Pen, x: float) -> Pen:
    for index, y in enumerate(range(226, 420, 22)):
        if index % 2:
            p.oval(x, y, 5, 16)
        else:
            p.oval(x, y, 12, 16)
            p.oval(x, y, 5, 8, 0)
    return p


def _ripple_lines(p: Pen, c: Canvas) -> Pen:
    for _ in range(70):
        y = 860 + 200 * c.rng.random() ** 1.6
        p.oval(c.rng.uniform(420, 1180), y, c.rng.uniform(16, 90), 1 + (y - 850) / 90, c.rng.randint(40, 170))
    return p
