"""A village school high up, in the first snow."""

from __future__ import annotations

from itertools import pairwise

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen, Point

_FAR_PEAKS = ((0, 330), (200, 210), (380, 330), (620, 150), (840, 320), (1080, 230), (1340, 130), (1600, 300))
_NEAR_PEAKS = ((0, 250), (150, 330), (420, 450), (700, 430), (1000, 450), (1240, 330), (1430, 250), (1600, 360))


def paint(c: Canvas) -> Image.Image:
    """A village school high up, in the first snow."""
    c.fill(((0, (34, 46, 76)), (0.7, (112, 128, 156)), (1, (206, 190, 184))), 0, 560)
    c.clouds((170, 170, 190), 100, 500, 0.4, 0.5)
    for peaks, rock in ((_FAR_PEAKS, (96, 108, 140)), (_NEAR_PEAKS, (64, 76, 108))):
        line = _rugged(c, peaks)
        c.shape(c.pen().polygon([*line, (1600, 1067), (0, 1067)]), ((0, rock), (0.5, (150, 158, 178))))
        c.shape(_snowcaps(c.pen(), c, line), (222, 226, 238), 1.2, 0.9)
    c.mist(470, 60, (180, 186, 204), 0.7)
    c.ridge(520, 50, ((0, (40, 54, 70)), (1, (70, 84, 100))), 0.5, 1)
    c.shape(_firs(c.pen(), c, 560, 0.6, 70), (30, 42, 54), 0.6)
    c.shape(
        c.pen().polygon([(0, 690), (420, 610), (900, 600), (1600, 660), (1600, 1067), (0, 1067)]),
        ((0, (186, 194, 214)), (0.4, (206, 210, 224)), (1, (120, 130, 160))),
        2,
    )
    c.texture(10, 22, 0.16, c.pen().box(0, 680, 1600, 1067))
    c.shape(_firs(c.pen(), c, 640, 1.4, 9, 0, 380), (18, 28, 36), 0.4)
    c.shape(c.pen().polygon([(560, 706), (1150, 706), (980, 760), (420, 760)]), (92, 102, 136), 10, 0.7)
    c.shape(c.pen().box(610, 500, 1120, 708), ((0, (176, 160, 146)), (1, (140, 124, 118))))
    c.texture(90, 70, 0.3, c.pen().box(610, 512, 1120, 708))
    c.shape(
        c.pen().polygon([(580, 512), (640, 390), (1090, 390), (1150, 512)]),
        ((0, (232, 234, 242)), (1, (196, 202, 218))),
        0.6,
    )
    c.shape(_school_details(c.pen()), (58, 50, 54))
    c.shape(_school_windows(c.pen()), ((0, (255, 222, 140)), (1, (255, 190, 96))))
    c.shape(_school_bars(c.pen()), (70, 54, 50))
    for x in (690, 800, 1010):
        c.glow(x, 600, 90, (150, 96, 40))
        c.glow(x, 760, 120, (110, 74, 36), 0.35)
    c.shape(_smoke(c.pen(), c, 1030, 344), (206, 206, 220), 16, 0.5)
    c.shape(_children(c.pen()), (28, 30, 42), 0.5)
    c.shape(_flakes(c.pen(), c), (250, 250, 255), 1.4, 0.8)
    return c.develop(-0.02, 0.3)


def _rugged(c: Canvas, peaks: tuple[Point, ...]) -> list[Point]:
    """A line through the peaks, broken on the way."""
    line: list[Point] = []
    for (x1, y1), (x2, y2) in pairwise(peaks):
        for step in range(16):
            t = step / 16
            line.append((x1 + (x2 - x1) * t, y1 + (y2 - y1) * t + c.rng.gauss(0, 9) * (step > 0)))
    return [*line, peaks[-1]]


def _snowcaps(p: Pen, c: Canvas, line: list[Point]) -> Pen:
    """Snow from the line down, in tongues, less the lower the line lies, and most on the far side of a peak."""
    for (x1, y1), (x2, y2) in pairwise(line):
        deep = max(8.0, (430 - y1) * 0.42)
        tongue = deep * c.rng.uniform(0.3, 1.2)
        p.polygon(
            [(x1 - 1, y1), (x2 + 1, y2), (x2 - 6 + tongue * 0.3, y2 + tongue * 0.6), (x1 + tongue * 0.35, y1 + tongue)],
            235 if y2 > y1 else 110,
        )
    return p


def _firs(p: Pen, c: Canvas, base: float, s: float, count: int, left: float = 0, right: float = 1600) -> Pen:
    for _ in range(count):
        x, y, size = c.rng.uniform(left, right), base + c.rng.uniform(-14, 40) * s, s * c.rng.uniform(0.7, 1.4)
        for tier in range(5):
            wide, top = (14 + tier * 9) * size, y - (150 - tier * 26) * size
            p.polygon([(x, top - 20 * size), (x + wide, top + 34 * size), (x - wide, top + 34 * size)])
        p.box(x - 4 * size, y - 20 * size, x + 4 * size, y + 8 * size)
    return p


def _school_details(p: Pen) -> Pen:
    p.box(1010, 346, 1050, 420)
    p.box(870, 574, 934, 708)
    p.polygon([(850, 578), (902, 540), (954, 578)])
    p.box(796, 330, 804, 392)
    p.polygon([(770, 352), (800, 318), (830, 352)])
    return p


def _school_windows(p: Pen) -> Pen:
    for x in (650, 760, 970):
        p.box(x, 556, x + 80, 640)
    p.oval(902, 562, 8, 8)
    p.box(890, 600, 914, 626)
    return p


def _school_bars(p: Pen) -> Pen:
    for x in (650, 760, 970):
        p.box(x + 37, 556, x + 43, 640)
        p.box(x, 594, x + 80, 599)
    return p


def _smoke(p: Pen, c: Canvas, x: float, y: float) -> Pen:
    for step in range(26):
        p.oval(x + step * 7 + c.rng.gauss(0, 6), y - step * 10, 14 + step * 2.2, 12 + step * 1.6, 150 - step * 4)
    return p


def _children(p: Pen) -> Pen:
    for x, y, s in ((500, 770, 1.0), (536, 774, 0.86), (1230, 740, 0.9)):
        p.polygon([(x - 13 * s, y), (x - 16 * s, y - 44 * s), (x + 14 * s, y - 44 * s), (x + 12 * s, y)])
        p.oval(x, y - 56 * s, 12 * s, 13 * s)
        p.line([(x - 6 * s, y), (x - 9 * s, y + 22 * s)], 7 * s)
        p.line([(x + 6 * s, y), (x + 10 * s, y + 22 * s)], 7 * s)
    return p


def _flakes(p: Pen, c: Canvas) -> Pen:
    for _ in range(240):
        r = c.rng.choice((1.2, 1.6, 2.2, 4))
        p.oval(c.rng.uniform(0, 1600), c.rng.uniform(0, 1067), r, r, 200)
    return p
