"""Scenes indoors: the Assembly's chamber, a stage, a sports hall at night, a hospital corridor, the covered market."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Stops, mix
from newsdesk.example.photographs.pen import Pen


def chamber(c: Canvas) -> Image.Image:
    """Rows of seats around a speaker's desk, daylight from tall windows."""
    c.fill(((0, (98, 72, 54)), (0.5, (150, 108, 74)), (1, (112, 76, 52))), 0, 620)
    for x in range(0, 1600, 100):
        c.shape(lambda p, x=x: p.box(x + 8, 330, x + 92, 600), ((0, (166, 120, 82)), (1, (122, 82, 56))))
        c.shape(lambda p, x=x: p.box(x + 20, 346, x + 80, 584), ((0, (136, 96, 66)), (1, (150, 106, 72))))
    c.shape(lambda p: p.box(0, 300, 1600, 326), ((0, (192, 150, 104)), (1, (96, 66, 46))))
    for x in (180, 430, 1170, 1420):
        c.shape(lambda p, x=x: [p.box(x - 62, 90, x + 62, 296), p.oval(x, 92, 62, 60)], ((0, (250, 246, 228)), (1, (216, 222, 222))))
        c.shape(lambda p, x=x: [p.box(x - 3, 34, x + 3, 296), p.box(x - 62, 120, x + 62, 126), p.box(x - 62, 210, x + 62, 216)], (110, 84, 64))
        c.glow(x, 180, 260, (120, 112, 92))
    c.shape(lambda p: p.box(690, 60, 910, 420), ((0, (46, 66, 92)), (1, (30, 44, 66))))
    c.shape(lambda p: _crest(p), (222, 186, 110), 0.6)
    c.shape(lambda p: [p.box(560, 480, 1040, 620), p.box(620, 430, 980, 490)], ((0, (116, 74, 48)), (1, (64, 40, 30))))
    c.shape(lambda p: [p.box(552, 474, 1048, 488), p.box(612, 424, 988, 436)], (196, 148, 100))
    for x in (700, 800, 900):
        c.shape(lambda p, x=x: [p.oval(x, 372, 17, 20), p.polygon([(x - 44, 430), (x - 36, 400), (x + 36, 400), (x + 44, 430)])], (34, 30, 36), 0.6)
    c.fill(((0, (92, 50, 46)), (1, (56, 30, 34))), 620)
    for row in range(6):
        _bench(c, row)
    for x in (180, 430):
        c.shape(lambda p, x=x: p.polygon([(x - 62, 60), (x + 62, 60), (x + 620, 1067), (x + 330, 1067)]), (255, 240, 206), 30, 0.13)
    c.soften(4, 900)
    return c.develop(0.05, 0.4)


def _crest(p: Pen) -> None:
    p.polygon([(750, 150), (850, 150), (850, 230), (800, 290), (750, 230)])
    p.polygon([(762, 162), (838, 162), (838, 226), (800, 272), (762, 226)], 70)
    for y in (196, 214, 232):
        p.line([(770 + (y - 196) * 0.3, y), (788, y - 8), (806, y), (828 - (y - 196) * 0.3, y - 6)], 5)


def _bench(c: Canvas, row: int) -> None:
    """One curved row: a desk's edge, and the backs of those who sit at it."""
    s = 0.5 + row * 0.2
    y, reach = 640 + row * row * 12 + row * 26, 420 + row * 150

    def bend(x: float) -> float:
        return y + 96 * s * ((x - 800) / reach) ** 2

    seats = [800 + side * (index + 0.5) * 84 * s for side in (-1, 1) for index in range(1, 11)]
    seats = [x for x in seats if abs(x - 800) < reach and -60 < x < 1660]
    xs = [800 - reach + step * reach / 20 for step in range(41)]
    xs = [x for x in xs if abs(x - 800) > 60 * s]
    for part in ([x for x in xs if x < 800], [x for x in xs if x > 800]):
        top = [(x, bend(x)) for x in part]
        c.shape(lambda p, t=top: p.polygon([*t, *((x, b + 70 * s) for x, b in reversed(t))]), ((0, (120, 78, 50)), (1, (56, 34, 28))))
        c.shape(lambda p, t=top: p.line(t, 9 * s), (206, 160, 112))
    taken = [x for x in seats if c.rng.random() < 0.72]
    c.shape(lambda p: [p.box(x - 24 * s, bend(x) - 34 * s, x + 24 * s, bend(x) + 16 * s) for x in seats], ((0, (150, 46, 46)), (1, (92, 28, 34))))
    for tone in ((38, 36, 46), (64, 56, 60), (30, 44, 60)):
        some = [x for x in taken if c.rng.random() < 0.5]
        c.shape(lambda p, n=some: [_sitter(p, x, bend(x), s) for x in n], tone, 0.4)


def _sitter(p: Pen, x: float, y: float, s: float) -> None:
    p.polygon([(x - 30 * s, y + 10 * s), (x - 26 * s, y - 26 * s), (x - 10 * s, y - 36 * s), (x + 10 * s, y - 36 * s), (x + 26 * s, y - 26 * s), (x + 30 * s, y + 10 * s)])
    p.oval(x, y - 54 * s, 14 * s, 17 * s)


def stage(c: Canvas) -> Image.Image:
    """A singer in a red dress, alone in the light."""
    c.fill(((0, (4, 8, 26)), (0.5, (18, 44, 96)), (1, (34, 84, 140))), 0, 660)
    c.clouds((60, 110, 170), 60, 640, 0.5, 0.6)
    for x in (240, 1290):
        c.shape(lambda p, x=x: _rigging(p, x), (6, 12, 32), 2)
    c.fill(((0, (54, 96, 140)), (0.3, (24, 50, 88)), (1, (6, 12, 28))), 640)
    for angle in range(-9, 10):
        c.shape(lambda p, a=angle: p.line([(800 + a * 60, 640), (800 + a * 190, 1067)], 1.5), (10, 24, 52), 0, 0.6)
    c.shape(lambda p: p.polygon([(752, -20), (848, -20), (1010, 760), (590, 760)]), (226, 232, 255), 26, 0.34)
    c.shape(lambda p: p.oval(800, 762, 230, 44), (255, 244, 220), 10, 0.75)
    for x, lean in ((160, 330), (1440, -330), (420, 200), (1180, -200)):
        c.shape(lambda p, x=x, d=lean: p.polygon([(x - 10, -20), (x + 10, -20), (x + d + 90, 700), (x + d - 90, 700)]), (90, 150, 255), 22, 0.17)
    c.shape(lambda p: p.oval(806, 778, 120, 16), (30, 20, 30), 6, 0.8)
    c.shape(_singer_dress, ((0, (226, 40, 46)), (0.5, (190, 22, 36)), (1, (96, 8, 26))), 0.5)
    c.shape(lambda p: [p.line([(778, 470), (752, 620), (700, 772)], 5), p.line([(820, 520), (838, 640), (880, 774)], 5)], (92, 8, 26), 4, 0.8)
    c.shape(_singer_skin, ((0, (246, 206, 176)), (1, (198, 142, 118))), 0.4)
    c.shape(lambda p: [p.oval(800, 330, 25, 26), p.oval(812, 318, 16, 15)], (36, 22, 24), 0.5)
    c.shape(lambda p: p.oval(794, 344, 18, 24), (240, 198, 168), 0.6)
    c.glow(800, 500, 380, (70, 60, 60), 1.2)
    for left in (True, False):
        _curtain(c, left)
    c.shape(lambda p: p.polygon([(0, 0), (1600, 0), (1600, 60), (1200, 130), (800, 96), (400, 130), (0, 60)]), ((0, (60, 8, 20)), (1, (130, 20, 36))), 2)
    for row, (y, s) in enumerate(((900, 0.8), (972, 1.05), (1062, 1.4))):
        c.shape(lambda p, y=y, s=s, r=row: _heads(p, c, y, s, r), mix((12, 18, 40), (3, 4, 10), row / 2), row * 1.6)
    return c.develop(0.0, 0.45)


def _rigging(p: Pen, x: float) -> None:
    p.line([(x, 640), (x + 40, 60)], 14)
    for y in (150, 290, 430):
        p.line([(x - 130 + y / 6, y + 20), (x + 170 - y / 8, y - 20)], 7)
    p.polygon([(x + 46, 170), (x + 150, 130), (x + 170, 270), (x + 56, 280)], 150)
    for dx in (-150, 190):
        p.line([(x + 36, 90), (x + dx, 640)], 2)


def _singer_dress(p: Pen) -> None:
    p.polygon([(772, 410), (828, 410), (838, 470), (830, 520), (850, 600), (900, 700), (950, 776), (820, 792), (650, 778), (710, 690), (752, 600), (768, 520), (762, 470)])


def _singer_skin(p: Pen) -> None:
    p.polygon([(790, 360), (810, 360), (812, 390), (836, 404), (828, 436), (772, 436), (764, 404), (788, 390)])
    p.line([(768, 410), (722, 470), (678, 440)], 15)
    p.line([(832, 410), (884, 462), (930, 424)], 15)


def _curtain(c: Canvas, left: bool) -> None:
    for fold in range(7):
        x = fold * 34
        light = 0.35 + 0.65 * abs(math.sin(fold * 1.9))
        folds = [(x, 0), (x + 36, 0), (x + 40, 400), (x + 30 - fold * 2, 1067), (x - fold * 2, 1067), (x + 4, 400)]
        points = folds if left else [(1600 - a, b) for a, b in folds]
        c.shape(lambda p, n=points: p.polygon(n), ((0, mix((20, 2, 10), (120, 16, 34), light)), (0.7, mix((30, 4, 14), (176, 28, 44), light)), (1, (14, 2, 8))), 1)


def _heads(p: Pen, c: Canvas, y: float, s: float, row: int) -> None:
    x = -30 + row * 34.0
    while x < 1640:
        tall = c.rng.uniform(-10, 12)
        p.oval(x, y - 20 * s + tall, 25 * s, 31 * s)
        p.slice(x, y + 66 * s + tall, 62 * s, 62 * s, 180, 360)
        x += c.rng.uniform(92, 112) * s
    p.box(0, y + 40 * s, 1600, 1067)


def sports_hall(c: Canvas) -> Image.Image:
    """Cots in rows, at night, under high windows."""
    c.fill(((0, (26, 32, 46)), (1, (58, 62, 72))), 0, 440)
    for x in range(40, 1600, 130):
        c.shape(lambda p, x=x: p.box(x, 70, x + 108, 190), ((0, (66, 86, 122)), (1, (98, 112, 140))), 1)
        c.shape(lambda p, x=x: p.box(x + 52, 70, x + 56, 190), (26, 32, 46))
    for x in range(-100, 1700, 200):
        c.shape(lambda p, x=x: p.line([(x, 0), (x + 60, 60), (x + 140, 60), (x + 200, 0)], 7), (18, 22, 34))
    c.shape(lambda p: [p.box(0, 300, 1600, 306), p.box(0, 396, 1600, 402)], (86, 88, 92), 1)
    c.shape(lambda p: _hoop(p), (150, 140, 132), 0.8)
    c.fill(((0, (104, 82, 60)), (0.4, (132, 98, 66)), (1, (70, 48, 34))), 430)
    c.shape(lambda p: [p.line([(800 + a * 90, 430), (800 + a * 420, 1067)], 2) for a in range(-7, 8)], (60, 42, 32), 0.6, 0.5)
    c.shape(lambda p: [p.line([(560, 430), (60, 1067)], 6), p.line([(1040, 430), (1540, 1067)], 6), p.oval(800, 620, 250, 56), p.oval(800, 620, 242, 52, 0)], (220, 214, 190), 1, 0.5)
    for row in range(7):
        near = row / 6
        y, s = 468 + 560 * near**1.5, 0.34 + 1.0 * near
        for column in (-3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5):
            x = 800 + column * (190 + 270 * near)
            if -160 < x < 1760:
                _cot(c, x + c.rng.uniform(-8, 8), y, s)
    for x, y, s in ((610, 640, 0.8), (1010, 560, 0.55), (660, 648, 0.76)):
        c.shape(lambda p, x=x, y=y, s=s: _stander(p, x, y, s), (26, 26, 34), 0.5)
    for x, y, r in ((420, 440, 190), (1180, 430, 190), (790, 700, 260)):
        c.glow(x, y, r, (196, 140, 70), 0.7)
    c.glow(790, 690, 16, (255, 246, 220))
    c.soften(5, 900)
    return c.develop(0.04, 0.4)


def _hoop(p: Pen) -> None:
    p.box(720, 200, 880, 300)
    p.box(728, 208, 872, 292, 90)
    p.box(770, 246, 830, 286)
    p.oval(800, 300, 34, 8)


def _cot(c: Canvas, x: float, y: float, s: float) -> None:
    blanket = c.rng.choice(((110, 116, 128), (150, 60, 52), (70, 92, 120), (164, 144, 104), (86, 104, 84)))
    c.shape(lambda p: p.oval(x, y + 34 * s, 96 * s, 14 * s), (36, 26, 22), 4 * s, 0.7)
    c.shape(lambda p: [p.line([(x - 84 * s, y), (x - 84 * s, y + 34 * s)], 5 * s), p.line([(x + 84 * s, y), (x + 84 * s, y + 34 * s)], 5 * s), p.box(x - 92 * s, y - 2 * s, x + 92 * s, y + 10 * s)], (52, 54, 62))
    full = c.rng.random() < 0.7
    hump = 30 if full else 8
    c.shape(lambda p: p.polygon([(x - 50 * s, y), (x - 40 * s, y - hump * s), (x + 20 * s, y - hump * 0.8 * s), (x + 78 * s, y - hump * 0.55 * s), (x + 92 * s, y + 16 * s), (x - 52 * s, y + 16 * s)]), ((0, mix(blanket, (255, 255, 255), 0.25)), (1, mix(blanket, (20, 20, 26), 0.5))), 0.8)
    c.shape(lambda p: p.polygon([(x - 92 * s, y), (x - 88 * s, y - 14 * s), (x - 52 * s, y - 16 * s), (x - 46 * s, y)]), (220, 216, 208), 0.8)
    if full:
        c.shape(lambda p: p.oval(x - 66 * s, y - 24 * s, 15 * s, 14 * s), (58, 42, 36), 0.6)


def _stander(p: Pen, x: float, y: float, s: float) -> None:
    p.polygon([(x + a * s, y + b * s) for a, b in ((-26, 0), (-28, -130), (24, -130), (26, 0), (8, 0), (0, -60), (-8, 0))])
    p.oval(x, y - 150 * s, 17 * s, 20 * s)


def hospital(c: Canvas) -> Image.Image:
    """A corridor at night, one door open."""
    c.image.paste((28, 40, 50), (0, 0, *c.size))
    floor: Stops = ((0, (116, 136, 138)), (1, (58, 76, 84)))
    c.shape(lambda p: p.polygon([(0, 0), (1600, 0), (880, 440), (720, 440)]), ((0, (70, 84, 92)), (1, (120, 132, 132))))
    c.shape(lambda p: p.polygon([(0, 0), (720, 440), (720, 590), (0, 1067)]), ((0, (126, 148, 146)), (0.5, (150, 166, 160)), (1, (72, 92, 98))))
    c.shape(lambda p: p.polygon([(1600, 0), (880, 440), (880, 590), (1600, 1067)]), ((0, (110, 132, 134)), (0.5, (136, 152, 150)), (1, (62, 82, 90))))
    c.shape(lambda p: p.polygon([(0, 1067), (720, 590), (880, 590), (1600, 1067)]), floor)
    c.shape(lambda p: p.box(720, 440, 880, 590), ((0, (150, 160, 156)), (1, (104, 120, 122))))
    for t in (0.12, 0.24, 0.42, 0.68, 1.0):
        c.shape(lambda p, t=t: p.polygon([(800 - 190 * t, 516 - 470 * t), (800 + 190 * t, 516 - 470 * t), (800 + 160 * t, 516 - 400 * t), (800 - 160 * t, 516 - 400 * t)]), (244, 255, 250))
        c.glow(800, 516 - 435 * t, 420 * t, (150, 170, 160), 0.6)
        c.glow(800, 530 + 430 * t, 300 * t, (90, 106, 102), 0.55)
    for side in (-1, 1):
        for t, u in ((0.16, 0.22), (0.3, 0.42), (0.56, 0.8)):
            _door(c, side, t, u, is_open=side == 1 and t == 0.3)
        rail = [(800 + side * 810 * t, 520 + 190 * t) for t in (0.1, 0.16)], [(800 + side * 810 * t, 520 + 190 * t) for t in (0.22, 0.3)], [(800 + side * 810 * t, 520 + 190 * t) for t in (0.42, 0.56)], [(800 + side * 810 * t, 520 + 190 * t) for t in (0.8, 1.05)]
        for part in rail:
            c.shape(lambda p, n=part: p.polygon([n[0], n[1], (n[1][0], n[1][1] + 5 + abs(n[1][0] - 800) / 44), (n[0][0], n[0][1] + 5 + abs(n[0][0] - 800) / 44)]), (66, 92, 98))
    c.shape(lambda p: [p.box(738, 470, 796, 590), p.box(804, 470, 862, 590)], (86, 108, 110))
    c.shape(lambda p: [p.box(752, 486, 784, 526), p.box(816, 486, 848, 526)], (226, 240, 232))
    c.shape(lambda p: p.polygon([(1046, 640), (1140, 700), (900, 900), (560, 830)]), (255, 206, 130), 22, 0.5)
    c.shape(lambda p: _trolley(p), ((0, (196, 206, 204)), (1, (60, 76, 82))))
    c.shape(lambda p: p.oval(470, 914, 190, 18), (28, 40, 46), 8, 0.6)
    c.soften(4, 940)
    return c.develop(-0.01, 0.4)


def _door(c: Canvas, side: int, near: float, far: float, is_open: bool) -> None:
    """A door in the wall on one side, between two depths."""

    def at(t: float, y: float) -> tuple[float, float]:
        return 800 + side * 810 * t, 520 + y * t

    frame = [at(near, -250), at(far, -250), at(far, 480), at(near, 480)]
    c.shape(lambda p: p.polygon(frame), (70, 88, 92))
    inner = [at(near + 0.012, -232), at(far - 0.018, -232), at(far - 0.018, 474), at(near + 0.012, 474)]
    c.shape(lambda p: p.polygon(inner), ((0, (255, 232, 176)), (1, (250, 190, 110))) if is_open else ((0, (120, 146, 150)), (1, (80, 104, 112))))
    if is_open:
        c.glow(*at((near + far) / 2, 100), 260, (220, 150, 70))
        x, y = at((near + far) / 2, 300)
        c.shape(lambda p: [p.polygon([(x - 22, y + 56), (x - 18, y - 40), (x + 18, y - 40), (x + 22, y + 56)]), p.oval(x, y - 58, 13, 16)], (70, 48, 44), 1)
    else:
        w = far - near
        c.shape(lambda p: p.polygon([at(near + w * 0.6, -130), at(near + w * 0.8, -130), at(near + w * 0.8, 70), at(near + w * 0.6, 70)]), (40, 58, 68))


def _trolley(p: Pen) -> None:
    p.polygon([(310, 748), (600, 742), (630, 772), (300, 780)])
    p.polygon([(310, 716), (400, 706), (410, 748), (312, 750)], 220)
    for x, y in ((330, 908), (600, 900), (400, 872), (560, 868)):
        p.line([(x, 770), (x, y)], 7)
        p.oval(x, y, 13, 13)
    p.line([(330, 846), (600, 840)], 6)
    p.line([(620, 760), (640, 640)], 5)
    p.polygon([(626, 640), (652, 640), (650, 684), (630, 684)], 200)


def market(c: Canvas) -> Image.Image:
    """Light through an iron roof, awnings, crates of fruit."""
    c.image.paste((86, 78, 74), (0, 0, *c.size))
    c.shape(lambda p: p.box(380, 60, 1220, 620), ((0, (236, 230, 208)), (0.7, (196, 176, 146)), (1, (140, 112, 88))))
    c.shape(lambda p: p.polygon([(0, 0), (1600, 0), (1600, 260), (1130, 300), (800, 120), (470, 300), (0, 260)]), ((0, (206, 216, 214)), (1, (236, 232, 214))))
    c.glow(800, 190, 620, (120, 110, 80))
    c.shape(_ironwork, ((0, (44, 56, 56)), (1, (60, 58, 54))))
    c.glow(800, 330, 300, (120, 106, 80))
    c.shape(lambda p: [p.oval(800, 300, 56, 56), p.line([(800, 120), (800, 244)], 5)], (34, 40, 42))
    c.shape(lambda p: p.oval(800, 300, 46, 46), (250, 246, 230))
    c.shape(lambda p: [p.line([(800, 300), (800, 268)], 5), p.line([(800, 300), (822, 312)], 5)], (30, 32, 34))
    c.fill(((0, (150, 126, 100)), (1, (62, 48, 42))), 620)
    c.shape(lambda p: _shoppers(p, c, 640, 0.62, 24), (96, 80, 74), 2.2)
    for near in (0.42, 0.62, 0.98):
        for side in (-1, 1):
            _stall(c, side, near)
    for x in (560, 760, 1020):
        c.shape(lambda p, x=x: p.polygon([(x, 60), (x + 70, 60), (x - 140, 1067), (x - 330, 1067)]), (255, 242, 206), 24, 0.2)
    c.shape(lambda p: _shoppers(p, c, 830, 1.25, 5, 560, 1060), (40, 34, 38), 0.8)
    c.shape(lambda p: [p.oval(x, 960, 70, 9) for x in (620, 760, 900, 1010)], (40, 30, 28), 8, 0.6)
    c.soften(4, 930)
    return c.develop(0.07, 0.4)


def _ironwork(p: Pen) -> None:
    for offset in range(0, 480, 70):
        p.line([(offset, 262 - offset * 0.02), (offset + 330, -20)], 4)
        p.line([(1600 - offset, 262 - offset * 0.02), (1270 - offset, -20)], 4)
    for y in (40, 110, 180):
        p.line([(0, y + 40), (800, y - 90)], 4)
        p.line([(1600, y + 40), (800, y - 90)], 4)
    for s in (1.0, 0.72, 0.5):
        arch = [(800 + 560 * s * math.cos(a / 20 * math.pi), 470 - 330 * s * math.sin(a / 20 * math.pi)) for a in range(21)]
        p.line(arch, 12 * s)
        for x in (arch[0][0], arch[-1][0]):
            p.box(x - 9 * s, 460, x + 9 * s, 640 + 120 * s)


def _shoppers(p: Pen, c: Canvas, y: float, s: float, count: int, left: float = 430, right: float = 1170) -> None:
    for index in range(count):
        x = left + (right - left) * (index + c.rng.uniform(0.2, 0.8)) / count
        foot = y + 130 * s + c.rng.uniform(-10, 10)
        p.polygon([(x + a * s, foot + b * s) for a, b in ((-20, 0), (-30, -70), (-26, -126), (24, -126), (30, -66), (18, 0), (6, 0), (0, -50), (-8, 0))])
        p.oval(x, foot - 146 * s, 15 * s, 18 * s)
        if index % 2:
            p.polygon([(x + 26 * s, foot - 70 * s), (x + 54 * s, foot - 70 * s), (x + 50 * s, foot - 34 * s), (x + 30 * s, foot - 34 * s)])


def _stall(c: Canvas, side: int, near: float) -> None:
    """A striped awning over crates of fruit; ``near`` is 1 at the picture's edge."""
    s = near * 1.25
    x, y = 800 + side * (160 + 560 * near), 560 + 300 * near
    stripe = c.rng.choice(((176, 50, 42), (44, 96, 84), (190, 130, 44)))
    for index in range(8):
        a = x + (index - 4) * 70 * s
        tone = stripe if index % 2 else (238, 230, 212)
        c.shape(lambda p, a=a: p.polygon([(a + 12 * s, y - 330 * s), (a + 74 * s, y - 330 * s), (a + 70 * s, y - 230 * s), (a, y - 230 * s)]), ((0, mix(tone, (255, 255, 255), 0.1)), (1, mix(tone, (50, 36, 36), 0.35))))
        c.shape(lambda p, a=a: p.slice(a + 35 * s, y - 232 * s, 35 * s, 24 * s, 0, 180), mix(tone, (50, 36, 36), 0.4))
    c.shape(lambda p: p.box(x - 280 * s, y - 206 * s, x + 280 * s, y - 60 * s), (44, 34, 34), 8 * s, 0.75)
    c.shape(lambda p: [p.polygon([(x + 20 * s, y - 60 * s), (x + 14 * s, y - 130 * s), (x + 84 * s, y - 130 * s), (x + 80 * s, y - 60 * s)]), p.oval(x + 50 * s, y - 158 * s, 20 * s, 24 * s)], (120, 88, 76), 1.2)
    c.glow(x - 60 * s, y - 190 * s, 110 * s, (190, 140, 70))
    for row in range(3):
        top = y - 66 * s + row * 44 * s
        for index in range(5):
            left = x - 280 * s + index * 113 * s
            fruit = c.rng.choice(((236, 194, 56), (236, 194, 56), (190, 58, 40), (112, 142, 56), (222, 130, 40)))
            c.shape(lambda p, left=left, t=top: p.box(left, t, left + 104 * s, t + 44 * s), ((0, (170, 124, 80)), (1, (92, 62, 42))))
            spots = [(left + (10 + k * 14) * s, top + (c.rng.uniform(-8, 2)) * s) for k in range(7)]
            c.shape(lambda p, n=spots: [p.oval(a, b, 10 * s, 10 * s) for a, b in n], mix(fruit, (40, 20, 16), 0.25))
            c.shape(lambda p, n=spots: [p.oval(a - 2 * s, b - 3 * s, 6 * s, 5 * s) for a, b in n], mix(fruit, (255, 255, 230), 0.3), s)
    c.shape(lambda p: p.box(x - 284 * s, y + 62 * s, x + 284 * s, y + 140 * s), ((0, (70, 50, 40)), (1, (34, 26, 26))))


SCENES: Mapping[str, Callable[[Canvas], Image.Image]] = {
    "chamber": chamber,
    "stage": stage,
    "sports_hall": sports_hall,
    "hospital": hospital,
    "market": market,
}
