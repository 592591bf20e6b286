"""Black trunks under smoke, embers between them."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Black trunks under smoke, embers between them."""
    c.fill(((0, (74, 46, 44)), (0.5, (176, 92, 50)), (1, (240, 160, 80))), 0, 760)
    c.clouds((50, 38, 42), 0, 620, 0.6, 0.85)
    c.glow(1080, 420, 150, (255, 200, 130))
    c.glow(1080, 420, 560, (190, 90, 30))
    c.ridge(520, 90, ((0, (120, 66, 46)), (1, (170, 98, 58))), 0.55, 3)
    c.mist(600, 70, (206, 130, 80), 0.6)
    for base, tone, blur, s, count in (
        (640, (96, 54, 42), 2.5, 0.6, 60),
        (740, (58, 36, 34), 1.2, 1.0, 34),
        (900, (20, 15, 17), 0, 1.9, 12),
    ):
        c.shape(_snags(c.pen(), c, base, s, count), tone, blur)
        c.ridge(base, 26, ((0, tone), (1, (tone[0] // 2, tone[1] // 2, tone[2] // 2))), 0.6, blur)
        c.mist(base, 40 * s, (190, 110, 66), 0.35)
    c.texture(240, 60, 0.5, c.pen().box(0, 900, 1600, 1067))
    for _ in range(70):
        x, y = c.rng.uniform(0, 1600), c.rng.uniform(880, 1060)
        c.glow(x, y, c.rng.uniform(5, 26), (255, 110, 24), 0.5)
    for _ in range(50):
        c.glow(c.rng.uniform(0, 1600), c.rng.uniform(300, 900), c.rng.uniform(2, 5), (255, 170, 80))
    return c.develop(0.08, 0.35)


def _snags(p: Pen, c: Canvas, base: float, s: float, count: int) -> Pen:
    for _ in range(count):
        x, tall, lean = c.rng.uniform(-20, 1620), c.rng.uniform(180, 340) * s, c.rng.gauss(0, 18) * s
        y = base + 40
        p.polygon([(x - 8 * s, y), (x + lean - 1, y - tall), (x + lean + 1, y - tall), (x + 8 * s, y)])
        for _ in range(9):
            t = c.rng.uniform(0.35, 0.95)
            a, b = x + lean * t, y - tall * t
            side = c.rng.choice((-1, 1)) * (1 - t * 0.8) * c.rng.uniform(30, 80) * s
            p.line([(a, b), (a + side, b + c.rng.uniform(-14, 18) * s)], 2.6 * s)
    return p
