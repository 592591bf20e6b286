"""Fishing boats at dawn."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """Fishing boats at dawn."""
    c.fill(((0, (38, 54, 92)), (0.5, (196, 120, 110)), (0.85, (250, 190, 120)), (1, (255, 226, 170))), 0, 600)
    c.clouds((255, 170, 130), 40, 560, 0.5, 0.55)
    c.glow(980, 575, 560, (255, 190, 110))
    c.glow(980, 575, 120, (255, 240, 200))
    c.ridge(545, 40, ((0, (96, 70, 92)), (0.3, (140, 96, 100)), (1, (140, 96, 100))), 0.5, 1.5)
    c.shape(_mole(c.pen()), ((0, (48, 38, 54)), (1, (70, 52, 60))))
    c.mist(585, 34, (255, 204, 160), 0.6)
    far = [(240, 640, 0.55), (640, 630, 0.5), (1240, 650, 0.7)]
    for x, y, s in far:
        c.shape(_trawler(c.pen(), x, y, s), (52, 40, 56), 0.8)
    c.mirror(660, (44, 40, 62), 0.35, 7)
    c.ripples(660, (255, 196, 130), 0.42)
    c.glow(980, 760, 300, (255, 170, 90), 0.8)
    c.shape(_trawler(c.pen(), 560, 850, 1.7), ((0, (30, 24, 36)), (1, (14, 12, 20))))
    c.shape(c.pen().polygon([(330, 852), (830, 852), (760, 930), (420, 930)], 150), (10, 10, 18), 9)
    c.glow(585, 690, 60, (255, 170, 80))
    c.shape(_gulls(c.pen(), c), (36, 28, 40), 0.5)
    return c.develop(0.1)


def _mole(p: Pen) -> Pen:
    p.polygon([(1180, 600), (1600, 570), (1600, 660), (1180, 660)])
    p.polygon([(1220, 602), (1228, 480), (1252, 480), (1260, 602)])
    p.box(1222, 462, 1258, 480)
    p.polygon([(1218, 462), (1240, 440), (1262, 462)])
    return p


def _trawler(p: Pen, x: float, y: float, s: float) -> Pen:

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + a * s, y + b * s) for a, b in points]

    p.polygon(at((-140, -36), (-120, 4), (120, 4), (158, -48), (100, -30), (-60, -26)))
    p.polygon(at((-40, -28), (-36, -88), (40, -88), (54, -30)))
    p.box(x - 44 * s, y - 96 * s, x + 50 * s, y - 88 * s)
    p.line(at((0, -88), (0, -190)), 4 * s)
    p.line(at((-100, -30), (-96, -150)), 4 * s)
    p.line(at((0, -186), (150, -46)), 1.2 * s)
    p.line(at((0, -186), (-96, -148), (-138, -36)), 1.2 * s)
    p.line(at((-96, -146), (-10, -100)), 2 * s)
    return p


def _gulls(p: Pen, c: Canvas) -> Pen:
    for _ in range(14):
        x, y, s = c.rng.uniform(300, 1300), c.rng.uniform(220, 520), c.rng.uniform(5, 15)
        p.line(
            [
                (x - s, y - s * 0.5),
                (x - s * 0.4, y - s * 0.55),
                (x, y),
                (x + s * 0.5, y - s * 0.6),
                (x + s, y - s * 0.4),
            ],
            s / 6,
        )
    return p
