"""House above house on a hill at dusk, the sea beyond."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Colour, mix
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """House above house on a hill at dusk, the sea beyond."""
    c.fill(((0, (52, 62, 108)), (0.6, (196, 128, 136)), (1, (252, 190, 140))), 0, 380)
    c.clouds((255, 170, 140), 30, 330, 0.45, 0.6)
    c.glow(330, 360, 420, (255, 180, 110))
    c.fill(((0, (214, 160, 140)), (1, (104, 100, 132))), 372, 520)
    c.ripples(374, (255, 214, 170), 0.4, 100)
    tones = [(196, 150, 124), (176, 166, 160), (210, 184, 150), (160, 118, 110), (190, 172, 172)]
    for row in range(8):
        near = row / 7
        y, s = 430 + 560 * near**1.25, 0.4 + 1.0 * near
        _row_of_houses(c, tones, y, s, near)
        c.mist(y, 30, (190, 140, 140), 0.28 * (1 - near))
    return c.develop(0.05, 0.35)


def _row_of_houses(c: Canvas, tones: list[Colour], y: float, s: float, near: float) -> None:
    houses = []
    x = c.rng.uniform(-120, -20)
    while x < 1640:
        wide = c.rng.uniform(110, 190) * s
        houses.append(
            (x, y + 44 * s * c.rng.random() + 50 * abs(x / 800 - 1) * (1 - near), wide, c.rng.uniform(120, 200) * s)
        )
        x += wide * c.rng.uniform(0.86, 1.1)
    dusk = (86, 72, 110)
    for index, tone in enumerate(tones):
        some = houses[index :: len(tones)]
        wall, tile = (
            mix(tone, dusk, 0.7 - 0.3 * near),
            mix(mix((168, 92, 66), (112, 76, 72), index / 4), dusk, 0.6 - 0.32 * near),
        )
        c.shape(c.pen().each(Pen.box, ((x, y - t, x + w, y + 400) for x, y, w, t in some)), wall)
        c.shape(
            c.pen().each(Pen.box, ((x + w * 0.72, y - t, x + w, y + 400) for x, y, w, t in some)),
            mix(wall, (30, 26, 54), 0.35),
            0,
            0.8,
        )
        c.shape(c.pen().each(_roof, ((x, y - t, w, s) for x, y, w, t in some)), tile)
    panes = [
        (x + w * a, y - t + b * s, s)
        for x, y, w, t in houses
        for a in (0.18, 0.46, 0.74)
        for b in (26, 84)
        if c.rng.random() < 0.75
    ]
    lit = [pane for pane in panes if c.rng.random() < 0.42]
    c.shape(c.pen().each(Pen.box, ((a, b, a + 17 * d, b + 27 * d) for a, b, d in panes)), (48, 44, 72))
    c.shape(c.pen().each(Pen.box, ((a, b, a + 17 * d, b + 27 * d) for a, b, d in lit)), (255, 206, 122))
    c.shape(
        c.pen().each(Pen.oval, ((a + 8 * d, b + 13 * d, 24 * d, 26 * d, 120) for a, b, d in lit)),
        (255, 180, 90),
        9 * s,
        0.6,
    )


def _roof(p: Pen, x: float, y: float, wide: float, s: float) -> Pen:
    p.polygon(
        [
            (x - 8 * s, y + 4 * s),
            (x + wide * 0.22, y - 44 * s),
            (x + wide * 0.8, y - 44 * s),
            (x + wide + 8 * s, y + 4 * s),
        ]
    )
    p.box(x + wide * 0.6, y - 72 * s, x + wide * 0.6 + 18 * s, y - 30 * s)
    return p
