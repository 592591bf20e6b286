"""Scenes of valley and hill: dam, flooded field, orchard, school in the snow, burnt slope."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen, Point


def dam(c: Canvas) -> Image.Image:
    """A dam at dusk, two of its three gates open."""
    c.fill(((0, (58, 70, 92)), (0.6, (150, 150, 152)), (1, (206, 190, 170))), 0, 420)
    c.clouds((44, 52, 70), 0, 330, 0.65, 0.85)
    c.ridge(250, 90, ((0, (104, 116, 124)), (1, (150, 152, 150))), 0.55, 2)
    c.mist(330, 60, (196, 196, 190), 0.6)
    c.fill(((0, (70, 84, 84)), (1, (24, 32, 36))), 420)
    c.shape(_wall, ((0, (172, 170, 162)), (0.5, (128, 130, 128)), (1, (64, 72, 78))))
    c.texture(30, 20, 0.3, _wall)
    c.texture(300, 24, 0.28, _wall)
    c.shape(_joints, (60, 66, 70), 0.8, 0.5)
    c.shape(_bays, ((0, (26, 34, 40)), (1, (46, 54, 60))))
    c.shape(_closed_gate, ((0, (96, 74, 62)), (1, (66, 54, 50))))
    for x in (560, 1010):
        c.shape(lambda p, x=x: _chute(p, c, x), ((0, (214, 226, 228)), (0.3, (244, 248, 248)), (1, (206, 216, 218))), 3)
        c.shape(lambda p, x=x: _streaks(p, c, x), (130, 150, 158), 2, 0.55)
    c.shape(_crest, ((0, (56, 60, 66)), (1, (34, 38, 44))))
    for x in range(390, 1250, 120):
        c.glow(x, 296, 46, (255, 206, 130))
    for left, top in ((True, (66, 74, 66)), (False, (54, 62, 60))):
        rock = c.stencil(lambda p, left=left: _gorge(p, c, left))
        assert rock
        c.lay(rock, ((0, top), (1, (12, 18, 20))))
        c.roughen(36, 30, 0.7, rock)
        c.roughen(200, 60, 0.4, rock)
    for _ in range(12):
        c.glow(c.rng.uniform(440, 1130), c.rng.uniform(810, 940), c.rng.uniform(120, 260), (120, 128, 128), 0.5)
    c.mist(940, 120, (206, 214, 214), 0.95)
    c.mist(900, 70, (226, 232, 232), 0.8)
    c.shape(lambda p: _river(p, c), (226, 232, 230), 5, 0.7)
    return c.develop(0.0, 0.4)


def _wall(p: Pen) -> None:
    p.polygon([(40, 320), (1560, 320), (1420, 960), (180, 960)])


def _joints(p: Pen) -> None:
    for step in range(1, 19):
        p.line([(40 + step * 80, 320), (180 + step * 65.3, 960)], 1.5)
    for y in range(400, 900, 62):
        p.line([(60, y), (1540, y)], 1)


def _bays(p: Pen) -> None:
    for x in (560, 785, 1010):
        p.box(x - 84, 336, x + 84, 480)


def _closed_gate(p: Pen) -> None:
    p.box(705, 372, 865, 480)


def _chute(p: Pen, c: Canvas, x: float) -> None:
    lean = (800 - x) * 0.16
    p.polygon([(x - 78, 436), (x + 78, 436), (x + lean + 96, 900), (x + lean - 96, 900)])
    for _ in range(420):
        t = c.rng.random()
        a = x + lean * t + c.rng.choice((-1, 1)) * (76 + 20 * t + abs(c.rng.gauss(0, 6 + 10 * t)))
        p.oval(a, 440 + 460 * t, 2 + 4 * t, 8 + 12 * t, 150)


def _streaks(p: Pen, c: Canvas, x: float) -> None:
    lean = (800 - x) * 0.16
    for _ in range(80):
        a, t = c.rng.uniform(-72, 72), c.rng.uniform(0, 0.8)
        top, foot = 440 + 450 * t, 440 + 450 * min(1, t + c.rng.uniform(0.08, 0.3))
        p.line([(x + a + lean * t, top), (x + a * 1.2 + lean * (foot - 440) / 450, foot)], c.rng.uniform(1, 4), 160)


def _crest(p: Pen) -> None:
    p.box(30, 306, 1570, 338)
    for x in (466, 672, 898, 1104):
        p.box(x - 18, 250, x + 18, 480)
    p.box(448, 240, 1122, 262)
    for x in range(40, 1570, 20):
        p.line([(x, 306), (x, 292)], 2)
    p.line([(30, 292), (1570, 292)], 2)
    for x in range(390, 1250, 120):
        p.line([(x, 306), (x, 296)], 3)


def _gorge(p: Pen, c: Canvas, left: bool) -> None:
    edge = [(x, y) for y, x in zip(range(120, 1080, 8), c.outline(330, 50, 0.62), strict=False)]
    points: list[Point] = [(x - 230 + (y - 120) * 0.10, y) for x, y in edge]
    points = [(-10, 60), *points, (-10, 1067)]
    p.polygon(points if left else [(1600 - x, y) for x, y in points])


def _river(p: Pen, c: Canvas) -> None:
    for _ in range(420):
        t = c.rng.random()
        p.oval(800 + c.rng.gauss(0, 160 + 120 * t), 900 + 170 * t, c.rng.uniform(14, 70), c.rng.uniform(2, 8), c.rng.randint(30, 140))


def flooded_field(c: Canvas) -> Image.Image:
    """Orchard rows standing in still water."""
    c.fill(((0, (92, 104, 122)), (0.6, (186, 186, 182)), (1, (240, 222, 190))), 0, 520)
    c.clouds((68, 78, 96), 0, 430, 0.6, 0.8)
    c.clouds((255, 244, 220), 250, 520, 0.4, 0.7)
    c.glow(1040, 480, 520, (255, 226, 170), 0.5)
    c.ridge(440, 50, ((0, (104, 116, 128)), (1, (150, 156, 158))), 0.55, 2)
    c.ridge(496, 22, ((0, (70, 82, 84)), (1, (110, 118, 112))), 0.5, 1)
    c.mist(506, 20, (226, 222, 208), 0.6)
    for depth in (0.0, 0.25, 0.5):
        c.shape(lambda p, d=depth: _bare_row(p, c, d), (78 - round(50 * depth), 80 - round(50 * depth), 80 - round(46 * depth)), 1.2 - depth)
    c.mirror(548, (120, 120, 112), 0.22, 3)
    c.ripples(560, (240, 236, 222), 0.16, 70)
    for x, y, s in ((210, 760, 2.0), (1330, 800, 2.3), (760, 690, 1.4)):
        c.shape(lambda p, x=x, y=y, s=s: _bare_tree(p, c, x, y, s), (26, 28, 30))
        c.shape(lambda p, x=x, y=y, s=s: p.line([(x, y), (x + 4, y + 130 * s)], 9 * s, 150), (34, 36, 38), 5, 0.7)
    c.shape(_fence, (36, 36, 36))
    c.shape(lambda p: _floating(p, c), (70, 58, 46), 0.6)
    return c.develop(0.02, 0.35)


def _bare_row(p: Pen, c: Canvas, depth: float) -> None:
    s = 0.34 + depth * 0.9
    x = c.rng.uniform(-40, 20)
    while x < 1640:
        _bare_tree(p, c, x, 548 + 0 * depth, s, depth=3)
        x += (66 + c.rng.uniform(-8, 8)) * (0.6 + depth * 1.6)


def _bare_tree(p: Pen, c: Canvas, x: float, y: float, s: float, depth: int = 5) -> None:
    _branch(p, c, x, y, -90 + c.rng.uniform(-6, 6), 44 * s, 8 * s, depth)


def _branch(p: Pen, c: Canvas, x: float, y: float, angle: float, length: float, width: float, depth: int) -> None:
    import math

    end = (x + math.cos(math.radians(angle)) * length, y + math.sin(math.radians(angle)) * length)
    p.line([(x, y), end], width)
    if depth:
        for turn in (-30, 4, 34) if depth > 2 else (-28, 26):
            _branch(p, c, *end, angle + turn + c.rng.uniform(-14, 14), length * c.rng.uniform(0.62, 0.84), width * 0.6, depth - 1)


def _fence(p: Pen) -> None:
    for step in range(9):
        x, y = 380 + step * 66, 1010 - step * 34
        p.line([(x, y), (x + 4, y - 66 + step * 3)], 8 - step * 0.5)
    p.line([(380, 962), (910, 696)], 2.5)
    p.line([(380, 984), (910, 714)], 2.5)


def _floating(p: Pen, c: Canvas) -> None:
    for _ in range(60):
        x, y = c.rng.gauss(960, 160), c.rng.gauss(900, 40)
        p.oval(x, y, c.rng.uniform(2, 9), c.rng.uniform(1, 4))
    p.polygon([(880, 890), (1010, 872), (1024, 886), (894, 906)])


def orchard(c: Canvas) -> Image.Image:
    """Quince trees in evening light."""
    c.fill(((0, (120, 156, 186)), (0.7, (246, 214, 160)), (1, (255, 230, 180))), 0, 430)
    c.clouds((255, 236, 206), 40, 380, 0.4, 0.7)
    c.glow(1220, 380, 620, (255, 206, 120))
    c.ridge(350, 60, ((0, (132, 140, 150)), (1, (186, 172, 146))), 0.55, 2)
    c.ridge(410, 26, ((0, (108, 118, 92)), (1, (150, 142, 90))), 0.5, 1.5)
    c.fill(((0, (150, 146, 76)), (0.3, (112, 118, 50)), (1, (46, 58, 24))), 440)
    c.texture(300, 200, 0.4, lambda p: p.box(0, 450, 1600, 1067))
    c.shape(_tracks, (188, 160, 104), 8, 0.4)
    for step in range(9):
        near = (step / 8) ** 1.7
        lanes = [side * lane * (70 + 420 * near) for side in (-1, 1) for lane in (1, 2.1, 3.2)]
        places = [800 + x for x in lanes if -1050 < x < 1050]
        _row_of_quinces(c, places, 452 + 470 * near, 0.22 + 1.45 * near, near)
    c.glow(1220, 420, 700, (150, 100, 40), 0.9)
    c.soften(4, 960)
    return c.develop(0.10, 0.35)


def _tracks(p: Pen) -> None:
    p.polygon([(786, 446), (814, 446), (1010, 1067), (590, 1067)])


def _row_of_quinces(c: Canvas, places: list[float], y: float, s: float, near: float) -> None:
    """Trees at one distance: shadows, trunks, crowns in three tones, fruit."""
    haze = round(60 * (1 - near))
    dark, middle, light = (40 + haze, 52 + haze, 22 + haze), (84 + haze, 98 + haze, 40 + haze), (190, 186, 92)
    leaves = [(x + c.rng.gauss(0, 46) * s, y + (c.rng.gauss(-132, 30)) * s, c.rng.uniform(12, 26) * s) for x in places for _ in range(60)]
    lit = [leaf for leaf in leaves if c.rng.random() < 0.6]
    fruit = [leaf for leaf in leaves if c.rng.random() < 0.3]
    c.shape(lambda p: _each(p, [(x - 70 * s, y + 4 * s, 130 * s) for x in places], 0.13), (30, 40, 16), 5 * s, 0.6)
    c.shape(lambda p: _trunks(p, places, y, s), (58, 46, 34))
    c.shape(lambda p: _each(p, leaves, 0.9), dark, 0.6)
    c.shape(lambda p: _each(p, [(a + r * 0.3, b - r * 0.3, r * 0.7) for a, b, r in leaves], 0.7), middle, 1.5 * s + 0.4, 0.8)
    c.shape(lambda p: _each(p, [(a + r * 0.6, b - r * 0.7, r * 0.3) for a, b, r in lit], 0.7), light, 0.8, 0.9)
    c.shape(lambda p: _each(p, [(a, b + r * 0.3, 6.5 * s) for a, b, r in fruit], 1.1), (222, 160, 30), 0.4)
    c.shape(lambda p: _each(p, [(a + 1.5 * s, b + r * 0.3 - 2 * s, 4 * s) for a, b, r in fruit], 1.1), (255, 222, 96), 0.8 * s)


def _each(p: Pen, places: list[tuple[float, float, float]], roundness: float) -> None:
    for x, y, r in places:
        p.oval(x, y, r, r * roundness)


def _trunks(p: Pen, places: list[float], y: float, s: float) -> None:
    for x in places:
        p.polygon([(x - 10 * s, y + 4 * s), (x - 5 * s, y - 100 * s), (x + 7 * s, y - 100 * s), (x + 9 * s, y + 4 * s)])


def school(c: Canvas) -> Image.Image:
    """A village school high up, in the first snow."""
    c.fill(((0, (34, 46, 76)), (0.7, (112, 128, 156)), (1, (206, 190, 184))), 0, 560)
    c.clouds((170, 170, 190), 100, 500, 0.4, 0.5)
    for peaks, rock in ((_FAR_PEAKS, (96, 108, 140)), (_NEAR_PEAKS, (64, 76, 108))):
        line = _rugged(c, peaks)
        c.shape(lambda p, line=line: p.polygon([*line, (1600, 1067), (0, 1067)]), ((0, rock), (0.5, (150, 158, 178))))
        c.shape(lambda p, line=line: _snowcaps(p, c, line), (222, 226, 238), 1.2, 0.9)
    c.mist(470, 60, (180, 186, 204), 0.7)
    c.ridge(520, 50, ((0, (40, 54, 70)), (1, (70, 84, 100))), 0.5, 1)
    c.shape(lambda p: _firs(p, c, 560, 0.6, 70), (30, 42, 54), 0.6)
    c.shape(lambda p: p.polygon([(0, 690), (420, 610), (900, 600), (1600, 660), (1600, 1067), (0, 1067)]), ((0, (186, 194, 214)), (0.4, (206, 210, 224)), (1, (120, 130, 160))), 2)
    c.texture(10, 22, 0.16, lambda p: p.box(0, 680, 1600, 1067))
    c.shape(lambda p: _firs(p, c, 640, 1.4, 9, 0, 380), (18, 28, 36), 0.4)
    c.shape(lambda p: p.polygon([(560, 706), (1150, 706), (980, 760), (420, 760)]), (92, 102, 136), 10, 0.7)
    c.shape(lambda p: p.box(610, 500, 1120, 708), ((0, (176, 160, 146)), (1, (140, 124, 118))))
    c.texture(90, 70, 0.3, lambda p: p.box(610, 512, 1120, 708))
    c.shape(lambda p: p.polygon([(580, 512), (640, 390), (1090, 390), (1150, 512)]), ((0, (232, 234, 242)), (1, (196, 202, 218))), 0.6)
    c.shape(_school_details, (58, 50, 54))
    c.shape(_school_windows, ((0, (255, 222, 140)), (1, (255, 190, 96))))
    c.shape(_school_bars, (70, 54, 50))
    for x in (690, 800, 1010):
        c.glow(x, 600, 90, (150, 96, 40))
        c.glow(x, 760, 120, (110, 74, 36), 0.35)
    c.shape(lambda p: _smoke(p, c, 1030, 344), (206, 206, 220), 16, 0.5)
    c.shape(lambda p: _children(p), (28, 30, 42), 0.5)
    c.shape(lambda p: _flakes(p, c), (250, 250, 255), 1.4, 0.8)
    return c.develop(-0.02, 0.3)


_FAR_PEAKS = ((0, 330), (200, 210), (380, 330), (620, 150), (840, 320), (1080, 230), (1340, 130), (1600, 300))
_NEAR_PEAKS = ((0, 250), (150, 330), (420, 450), (700, 430), (1000, 450), (1240, 330), (1430, 250), (1600, 360))


def _rugged(c: Canvas, peaks: tuple[Point, ...]) -> list[Point]:
    """A line through the peaks, broken on the way."""
    line: list[Point] = []
    for (x1, y1), (x2, y2) in zip(peaks, peaks[1:], strict=False):
        for step in range(16):
            t = step / 16
            line.append((x1 + (x2 - x1) * t, y1 + (y2 - y1) * t + c.rng.gauss(0, 9) * (step > 0)))
    return [*line, peaks[-1]]


def _snowcaps(p: Pen, c: Canvas, line: list[Point]) -> None:
    """Snow from the line down, in tongues, less of it the lower the line lies; only on the sides away from the light."""
    for (x1, y1), (x2, y2) in zip(line, line[1:], strict=False):
        deep = max(8.0, (430 - y1) * 0.42)
        tongue = deep * c.rng.uniform(0.3, 1.2)
        p.polygon([(x1 - 1, y1), (x2 + 1, y2), (x2 - 6 + tongue * 0.3, y2 + tongue * 0.6), (x1 + tongue * 0.35, y1 + tongue)], 235 if y2 > y1 else 110)


def _firs(p: Pen, c: Canvas, base: float, s: float, count: int, left: float = 0, right: float = 1600) -> None:
    for _ in range(count):
        x, y, size = c.rng.uniform(left, right), base + c.rng.uniform(-14, 40) * s, s * c.rng.uniform(0.7, 1.4)
        for tier in range(5):
            wide, top = (14 + tier * 9) * size, y - (150 - tier * 26) * size
            p.polygon([(x, top - 20 * size), (x + wide, top + 34 * size), (x - wide, top + 34 * size)])
        p.box(x - 4 * size, y - 20 * size, x + 4 * size, y + 8 * size)


def _school_details(p: Pen) -> None:
    p.box(1010, 346, 1050, 420)
    p.box(870, 574, 934, 708)
    p.polygon([(850, 578), (902, 540), (954, 578)])
    p.box(796, 330, 804, 392)
    p.polygon([(770, 352), (800, 318), (830, 352)])


def _school_windows(p: Pen) -> None:
    for x in (650, 760, 970):
        p.box(x, 556, x + 80, 640)
    p.oval(902, 562, 8, 8)
    p.box(890, 600, 914, 626)


def _school_bars(p: Pen) -> None:
    for x in (650, 760, 970):
        p.box(x + 37, 556, x + 43, 640)
        p.box(x, 594, x + 80, 599)


def _smoke(p: Pen, c: Canvas, x: float, y: float) -> None:
    for step in range(26):
        p.oval(x + step * 7 + c.rng.gauss(0, 6), y - step * 10, 14 + step * 2.2, 12 + step * 1.6, 150 - step * 4)


def _children(p: Pen) -> None:
    for x, y, s in ((500, 770, 1.0), (536, 774, 0.86), (1230, 740, 0.9)):
        p.polygon([(x - 13 * s, y), (x - 16 * s, y - 44 * s), (x + 14 * s, y - 44 * s), (x + 12 * s, y)])
        p.oval(x, y - 56 * s, 12 * s, 13 * s)
        p.line([(x - 6 * s, y), (x - 9 * s, y + 22 * s)], 7 * s)
        p.line([(x + 6 * s, y), (x + 10 * s, y + 22 * s)], 7 * s)


def _flakes(p: Pen, c: Canvas) -> None:
    for _ in range(240):
        r = c.rng.choice((1.2, 1.6, 2.2, 4))
        p.oval(c.rng.uniform(0, 1600), c.rng.uniform(0, 1067), r, r, 200)


def burnt_hill(c: Canvas) -> Image.Image:
    """Black trunks under smoke, embers between them."""
    c.fill(((0, (74, 46, 44)), (0.5, (176, 92, 50)), (1, (240, 160, 80))), 0, 760)
    c.clouds((50, 38, 42), 0, 620, 0.6, 0.85)
    c.glow(1080, 420, 150, (255, 200, 130))
    c.glow(1080, 420, 560, (190, 90, 30))
    c.ridge(520, 90, ((0, (120, 66, 46)), (1, (170, 98, 58))), 0.55, 3)
    c.mist(600, 70, (206, 130, 80), 0.6)
    for base, tone, blur, s, count in ((640, (96, 54, 42), 2.5, 0.6, 60), (740, (58, 36, 34), 1.2, 1.0, 34), (900, (20, 15, 17), 0, 1.9, 12)):
        c.shape(lambda p, b=base, s=s, n=count: _snags(p, c, b, s, n), tone, blur)
        c.ridge(base, 26, ((0, tone), (1, (tone[0] // 2, tone[1] // 2, tone[2] // 2))), 0.6, blur)
        c.mist(base, 40 * s, (190, 110, 66), 0.35)
    c.texture(240, 60, 0.5, lambda p: p.box(0, 900, 1600, 1067))
    for _ in range(70):
        x, y = c.rng.uniform(0, 1600), c.rng.uniform(880, 1060)
        c.glow(x, y, c.rng.uniform(5, 26), (255, 110, 24), 0.5)
    for _ in range(50):
        c.glow(c.rng.uniform(0, 1600), c.rng.uniform(300, 900), c.rng.uniform(2, 5), (255, 170, 80))
    return c.develop(0.08, 0.35)


def _snags(p: Pen, c: Canvas, base: float, s: float, count: int) -> None:
    for _ in range(count):
        x, tall, lean = c.rng.uniform(-20, 1620), c.rng.uniform(180, 340) * s, c.rng.gauss(0, 18) * s
        y = base + 40
        p.polygon([(x - 8 * s, y), (x + lean - 1, y - tall), (x + lean + 1, y - tall), (x + 8 * s, y)])
        for _ in range(9):
            t = c.rng.uniform(0.35, 0.95)
            a, b = x + lean * t, y - tall * t
            side = c.rng.choice((-1, 1)) * (1 - t * 0.8) * c.rng.uniform(30, 80) * s
            p.line([(a, b), (a + side, b + c.rng.uniform(-14, 18) * s)], 2.6 * s)


SCENES: Mapping[str, Callable[[Canvas], Image.Image]] = {
    "dam": dam,
    "flooded_field": flooded_field,
    "orchard": orchard,
    "school": school,
    "burnt_hill": burnt_hill,
}
