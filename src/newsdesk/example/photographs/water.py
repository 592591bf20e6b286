"""Scenes of water in the open: harbour, ferry, whaleboats, bridge, lighthouse, wind farm."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas
from newsdesk.example.photographs.pen import Pen


def harbour(c: Canvas) -> Image.Image:
    """Fishing boats at dawn."""
    c.fill(((0, (38, 54, 92)), (0.5, (196, 120, 110)), (0.85, (250, 190, 120)), (1, (255, 226, 170))), 0, 600)
    c.clouds((255, 170, 130), 40, 560, 0.5, 0.55)
    c.glow(980, 575, 560, (255, 190, 110))
    c.glow(980, 575, 120, (255, 240, 200))
    c.ridge(545, 40, ((0, (96, 70, 92)), (0.3, (140, 96, 100)), (1, (140, 96, 100))), 0.5, 1.5)
    c.shape(lambda p: _mole(p), ((0, (48, 38, 54)), (1, (70, 52, 60))))
    c.mist(585, 34, (255, 204, 160), 0.6)
    far = [(240, 640, 0.55), (640, 630, 0.5), (1240, 650, 0.7)]
    for x, y, s in far:
        c.shape(lambda p, x=x, y=y, s=s: _trawler(p, x, y, s), (52, 40, 56), 0.8)
    c.mirror(660, (44, 40, 62), 0.35, 7)
    c.ripples(660, (255, 196, 130), 0.42)
    c.glow(980, 760, 300, (255, 170, 90), 0.8)
    c.shape(lambda p: _trawler(p, 560, 850, 1.7), ((0, (30, 24, 36)), (1, (14, 12, 20))))
    c.shape(lambda p: p.polygon([(330, 852), (830, 852), (760, 930), (420, 930)], 150), (10, 10, 18), 9)
    c.glow(585, 690, 60, (255, 170, 80))
    c.shape(lambda p: _gulls(p, c), (36, 28, 40), 0.5)
    return c.develop(0.10)


def _mole(p: Pen) -> None:
    p.polygon([(1180, 600), (1600, 570), (1600, 660), (1180, 660)])
    p.polygon([(1220, 602), (1228, 480), (1252, 480), (1260, 602)])
    p.box(1222, 462, 1258, 480)
    p.polygon([(1218, 462), (1240, 440), (1262, 462)])


def _trawler(p: Pen, x: float, y: float, s: float) -> None:
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


def _gulls(p: Pen, c: Canvas) -> None:
    for _ in range(14):
        x, y, s = c.rng.uniform(300, 1300), c.rng.uniform(220, 520), c.rng.uniform(5, 15)
        p.line([(x - s, y - s * 0.5), (x - s * 0.4, y - s * 0.55), (x, y), (x + s * 0.5, y - s * 0.6), (x + s, y - s * 0.4)], s / 6)


def ferry(c: Canvas) -> Image.Image:
    """A white car ferry on the crossing."""
    c.fill(((0, (58, 122, 178)), (0.7, (150, 196, 216)), (1, (222, 230, 226))), 0, 520)
    c.clouds((255, 252, 244), 60, 500, 0.5, 0.85)
    c.ridge(505, 34, ((0, (112, 140, 158)), (0.4, (132, 158, 170)), (1, (132, 158, 170))), 0.55, 2)
    c.fill(((0, (96, 142, 162)), (0.25, (36, 92, 122)), (1, (8, 40, 66))), 522)
    c.ripples(524, (206, 232, 238), 0.32, 80)
    c.ripples(540, (4, 30, 54), 0.35, 50)
    c.shape(lambda p: _wake(p, c), (238, 246, 248), 5, 0.8)
    c.shape(_hull, ((0, (250, 250, 246)), (0.62, (214, 220, 224)), (0.66, (20, 60, 110)), (1, (10, 32, 66))))
    c.shape(_decks, ((0, (255, 255, 252)), (1, (222, 228, 232))))
    c.shape(_portholes, (34, 52, 74), 0, 0.9)
    c.shape(lambda p: p.polygon([(880, 330), (960, 330), (972, 402), (872, 402)]), ((0, (210, 70, 46)), (1, (168, 46, 36))))
    c.glow(930, 290, 120, (70, 70, 76), 0.6)
    c.shape(lambda p: _bow_wave(p, c), (244, 250, 250), 3, 0.9)
    c.soften(3.5, 860)
    return c.develop(0.04, 0.35)


def _hull(p: Pen) -> None:
    p.polygon([(410, 500), (1240, 490), (1262, 520), (1250, 640), (520, 645), (452, 590)])


def _decks(p: Pen) -> None:
    p.polygon([(560, 500), (590, 448), (1180, 444), (1216, 494)])
    p.polygon([(640, 448), (668, 402), (1080, 398), (1110, 446)])
    p.polygon([(672, 402), (690, 366), (820, 362), (832, 402)])
    p.line([(756, 362), (756, 300)], 5)
    p.line([(1060, 398), (1072, 340)], 4)


def _portholes(p: Pen) -> None:
    for x in range(620, 1180, 26):
        p.box(x, 462, x + 15, 477)
    for x in range(690, 1080, 26):
        p.box(x, 416, x + 14, 430)
    p.box(696, 374, 816, 388)
    for x in range(560, 1200, 44):
        p.oval(x, 548, 7, 7)


def _wake(p: Pen, c: Canvas) -> None:
    for _ in range(260):
        far = c.rng.random()
        x, y = 1240 + 360 * far, 632 + c.rng.gauss(10, 10 + 46 * far)
        p.oval(x, y, c.rng.uniform(8, 50), c.rng.uniform(1, 5), c.rng.randint(60, 220))


def _bow_wave(p: Pen, c: Canvas) -> None:
    for _ in range(240):
        along = c.rng.random()
        x = 470 + 790 * along
        p.oval(x, 644 + c.rng.gauss(4, 5), c.rng.uniform(5, 36), c.rng.uniform(1, 7 - 4 * along), c.rng.randint(90, 255))
    for _ in range(90):
        p.oval(478 + c.rng.gauss(0, 26), 628 + c.rng.gauss(0, 12), c.rng.uniform(2, 12), c.rng.uniform(1, 7), 220)


def rowing(c: Canvas) -> Image.Image:
    """Two whaleboats side by side against the light."""
    c.fill(((0, (150, 186, 200)), (1, (246, 236, 208))), 0, 330)
    c.ridge(292, 36, ((0, (140, 152, 150)), (0.12, (176, 184, 176)), (1, (176, 184, 176))), 0.5, 3)
    c.shape(lambda p: _crowd(p, c), (86, 92, 96), 2.5)
    c.fill(((0, (228, 222, 196)), (0.3, (140, 172, 172)), (1, (24, 72, 88))), 332)
    c.ripples(334, (255, 250, 226), 0.55, 90)
    c.ripples(380, (16, 60, 78), 0.4, 50)
    c.glow(1100, 380, 620, (255, 236, 180), 0.6)
    for x, y, s, hull in ((700, 545, 0.82, (24, 70, 120)), (830, 770, 1.15, (176, 40, 34))):
        c.shape(lambda p, x=x, y=y, s=s: p.oval(x, y + 34 * s, 560 * s, 22 * s, 150), (8, 36, 50), 10)
        c.shape(lambda p, x=x, y=y, s=s: _oars(p, x, y, s), (66, 48, 34))
        c.shape(lambda p, x=x, y=y, s=s: _boat(p, x, y, s), ((0, hull), (1, (10, 16, 26))))
        c.shape(lambda p, x=x, y=y, s=s: _crew(p, x, y, s), ((0, (52, 38, 34)), (0.3, (90, 62, 48)), (0.36, (236, 232, 220)), (1, (120, 116, 112))))
        c.shape(lambda p, x=x, y=y, s=s: _splashes(p, c, x, y, s), (255, 255, 250), 1.6, 0.9)
    c.soften(5, 880)
    return c.develop(0.08, 0.4)


def _crowd(p: Pen, c: Canvas) -> None:
    p.polygon([(0, 300), (560, 318), (560, 336), (0, 336)])
    for _ in range(240):
        x = c.rng.uniform(0, 550)
        p.oval(x, 308 + c.rng.uniform(-12, 8), 4, 6)


def _boat(p: Pen, x: float, y: float, s: float) -> None:
    p.polygon([(x + a * s, y + b * s) for a, b in ((-560, -34), (-430, -4), (400, -4), (570, -40), (500, 24), (300, 40), (-320, 40), (-480, 20))])


def _crew(p: Pen, x: float, y: float, s: float) -> None:
    for seat in range(7):
        a = x + (-330 + seat * 100) * s
        p.polygon([(a - 26 * s, y), (a + 2 * s, y - 74 * s), (a + 34 * s, y - 76 * s), (a + 30 * s, y)])
        p.line([(a + 16 * s, y - 62 * s), (a - 50 * s, y - 34 * s)], 13 * s)
        p.oval(a + 26 * s, y - 96 * s, 15 * s, 18 * s)
    p.polygon([(x + 428 * s, y), (x + 424 * s, y - 66 * s), (x + 462 * s, y - 66 * s), (x + 470 * s, y)])
    p.oval(x + 440 * s, y - 86 * s, 15 * s, 18 * s)


def _oars(p: Pen, x: float, y: float, s: float) -> None:
    for seat in range(7):
        a = x + (-370 + seat * 100) * s
        p.line([(a, y - 34 * s), (a - 110 * s, y + 62 * s)], 5 * s)
        p.line([(a - 110 * s, y + 62 * s), (a - 138 * s, y + 86 * s)], 13 * s)


def _splashes(p: Pen, c: Canvas, x: float, y: float, s: float) -> None:
    for seat in range(7):
        a, b = x + (-508 + seat * 100) * s, y + 86 * s
        for _ in range(16):
            p.oval(a + c.rng.gauss(0, 16) * s, b - abs(c.rng.gauss(0, 13)) * s, c.rng.uniform(1, 5) * s, c.rng.uniform(1, 4) * s)
        p.oval(a, b + 4, 34 * s, 4 * s, 170)
    for _ in range(60):
        p.oval(x + c.rng.uniform(-540, 480) * s, y + (38 + c.rng.gauss(0, 3)) * s, c.rng.uniform(8, 30) * s, 2, 150)


def bridge(c: Canvas) -> Image.Image:
    """A suspension bridge at sunset."""
    c.fill(((0, (44, 42, 84)), (0.45, (164, 84, 106)), (0.8, (246, 146, 88)), (1, (255, 206, 130))), 0, 690)
    c.clouds((255, 140, 110), 30, 560, 0.55, 0.6)
    c.glow(520, 650, 620, (255, 150, 70))
    c.glow(520, 650, 90, (255, 244, 206))
    c.shape(lambda p: _skyline(p, c, 668, 20, 90), ((0, (120, 66, 84)), (1, (170, 92, 88))), 1.2)
    c.shape(lambda p: _skyline(p, c, 690, 12, 50), (86, 48, 68), 0.8)
    c.shape(_suspension, ((0, (34, 22, 40)), (1, (20, 14, 30))))
    c.shape(lambda p: _suspender_scaffold(p), (40, 26, 42))
    c.mirror(700, (34, 26, 54), 0.32, 8)
    c.ripples(700, (255, 170, 100), 0.42)
    c.glow(520, 800, 300, (255, 130, 60), 1.2)
    c.mist(700, 22, (255, 170, 120), 0.35)
    c.shape(lambda p: _quay(p), (12, 10, 20), 3)
    return c.develop(0.08, 0.3)


def _skyline(p: Pen, c: Canvas, base: float, low: float, high: float) -> None:
    x = -20.0
    while x < 1620:
        wide, tall = c.rng.uniform(24, 80), c.rng.uniform(low, high) * (0.5 + 0.5 * math.sin(x / 260) ** 2)
        p.box(x, base - tall, x + wide, base + 40)
        if c.rng.random() < 0.25:
            p.polygon([(x, base - tall), (x + wide / 2, base - tall - wide * 0.5), (x + wide, base - tall)])
        if c.rng.random() < 0.06:
            p.polygon([(x + 6, base - tall), (x + 12, base - tall - 70), (x + 18, base - tall)])
        x += wide


def _suspension(p: Pen) -> None:
    deck, top = 560, 190
    p.polygon([(0, deck - 8), (1600, deck - 26), (1600, deck + 2), (0, deck + 20)])
    for tower in (430, 1240):
        p.polygon([(tower - 34, 700), (tower - 24, top), (tower - 8, top), (tower - 8, 700)])
        p.polygon([(tower + 8, 700), (tower + 8, top), (tower + 24, top), (tower + 34, 700)])
        for y in (top + 6, 290, 400, 510):
            p.box(tower - 26, y, tower + 26, y + 14)
        p.box(tower - 60, 670, tower + 60, 702)
    for left, right, y1, y2, sag in ((430, 1240, top, top, 330), (-330, 430, 640, top, 60), (1240, 2000, top, 620, 60)):
        cable = []
        for step in range(61):
            t = step / 60
            y = y1 + (y2 - y1) * t + sag * 4 * t * (1 - t)
            cable.append((left + (right - left) * t, y))
        p.line(cable, 7)
        for x, y in cable[1:-1]:
            p.line([(x, y), (x, deck - 10)], 1.6)


def _suspender_scaffold(p: Pen) -> None:
    for x in range(392, 472, 20):
        p.line([(x, 180), (x, 560)], 2)
    for y in range(180, 560, 38):
        p.line([(390, y), (470, y)], 2)
        p.line([(390, y), (470, y + 38)], 1)


def _quay(p: Pen) -> None:
    p.polygon([(1080, 1067), (1180, 960), (1600, 930), (1600, 1067)])
    for x, y in ((1250, 952), (1420, 938), (1570, 926)):
        p.line([(x, y), (x, y - 64)], 9)
        p.oval(x, y - 66, 13, 8)
    p.line([(1250, 900), (1420, 890), (1600, 872)], 3)


def lighthouse(c: Canvas) -> Image.Image:
    """A headland at blue dusk, and its beam."""
    c.fill(((0, (14, 26, 56)), (0.7, (62, 94, 132)), (1, (168, 160, 158))), 0, 640)
    c.clouds((26, 36, 66), 0, 520, 0.6, 0.85)
    c.clouds((200, 170, 160), 380, 660, 0.4, 0.4)
    c.fill(((0, (86, 106, 126)), (0.2, (38, 64, 92)), (1, (8, 20, 38))), 640)
    c.ripples(642, (150, 170, 186), 0.4, 60)
    c.shape(lambda p: p.polygon([(1064, 256), (-200, 60), (-200, 330)], 120), (255, 240, 196), 22)
    c.shape(lambda p: p.polygon([(1064, 256), (1900, 210), (1900, 330)], 90), (255, 240, 196), 22)
    c.shape(_headland, ((0, (34, 40, 52)), (0.5, (18, 22, 32)), (1, (8, 10, 18))))
    c.shape(_tower, ((0, (230, 224, 214)), (0.3, (190, 188, 188)), (1, (110, 116, 126))))
    c.shape(_tower_shade, (30, 40, 62), 3, 0.55)
    c.shape(_lantern, (22, 26, 38))
    c.glow(1064, 256, 240, (255, 226, 160))
    c.glow(1064, 256, 44, (255, 255, 240))
    c.shape(lambda p: _breakers(p, c), (226, 236, 242), 4, 0.75)
    c.glow(1210, 622, 30, (255, 180, 90))
    c.texture(90, 70, 0.6, _headland)
    return c.develop(-0.02, 0.35)


def _headland(p: Pen) -> None:
    p.polygon([(640, 1067), (720, 860), (790, 800), (830, 700), (930, 664), (1000, 628), (1200, 624), (1340, 650), (1600, 600), (1600, 1067)])
    p.polygon([(1160, 632), (1160, 598), (1205, 574), (1250, 598), (1250, 640)])


def _tower(p: Pen) -> None:
    p.polygon([(1026, 640), (1040, 296), (1088, 296), (1104, 640)])


def _tower_shade(p: Pen) -> None:
    p.polygon([(1070, 640), (1072, 296), (1088, 296), (1104, 640)])


def _lantern(p: Pen) -> None:
    p.box(1030, 288, 1098, 298)
    p.polygon([(1040, 236), (1064, 206), (1088, 236)])
    for x in (1044, 1084):
        p.line([(x, 236), (x, 290)], 4)
    p.box(1056, 430, 1070, 456)
    p.box(1056, 530, 1070, 556)


def _breakers(p: Pen, c: Canvas) -> None:
    for _ in range(420):
        t = c.rng.random()
        x, y = 560 + 240 * t + c.rng.gauss(0, 40), 1010 - 190 * t + c.rng.gauss(0, 18)
        p.oval(x, y, c.rng.uniform(4, 38), c.rng.uniform(1, 8), c.rng.randint(40, 200))
    for _ in range(9):
        y = c.rng.uniform(720, 1040)
        x = c.rng.uniform(0, 560)
        for _ in range(40):
            p.oval(x + c.rng.gauss(0, 90), y + c.rng.gauss(0, 3), c.rng.uniform(6, 30), c.rng.uniform(1, 3), c.rng.randint(30, 150))


def wind_farm(c: Canvas) -> Image.Image:
    """Turbines on the horizon, as a bidder would like them seen."""
    c.fill(((0, (90, 150, 196)), (0.6, (206, 214, 204)), (1, (255, 226, 182))), 0, 620)
    c.clouds((255, 246, 230), 80, 560, 0.45, 0.7)
    c.glow(1180, 600, 520, (255, 214, 150))
    for index in range(19):
        x, s = 130 + index * 76 + c.rng.uniform(-20, 20), 0.35 + 0.3 * ((index * 7) % 5) / 4
        c_turn = c.rng.uniform(0, 120)
        c.shape(lambda p, x=x, s=s, t=c_turn: _turbine(p, x, 620, s, t), (250, 248, 244), 0.5, 0.95)
    c.fill(((0, (190, 190, 172)), (0.2, (92, 140, 156)), (1, (38, 92, 112))), 618, 900)
    c.ripples(620, (255, 240, 214), 0.4, 80)
    c.fill(((0, (150, 132, 104)), (0.2, (216, 192, 150)), (1, (186, 156, 112))), 900)
    c.shape(lambda p: _surf(p, c), (250, 250, 244), 3, 0.9)
    c.texture(400, 260, 0.3, lambda p: p.box(0, 930, 1600, 1067))
    return c.develop(0.06, 0.3)


def _turbine(p: Pen, x: float, y: float, s: float, turn: float) -> None:
    hub = y - 190 * s
    p.polygon([(x - 4 * s, y), (x - 2 * s, hub), (x + 2 * s, hub), (x + 4 * s, y)])
    for blade in range(3):
        angle = math.radians(turn + blade * 120)
        dx, dy = math.cos(angle), math.sin(angle)
        p.polygon([(x - dy * 5 * s, hub + dx * 5 * s), (x + dx * 120 * s, hub + dy * 120 * s), (x + dy * 2 * s, hub - dx * 2 * s)])


def _surf(p: Pen, c: Canvas) -> None:
    for row, y in enumerate((884, 906, 930)):
        for _ in range(200):
            x = c.rng.uniform(0, 1600)
            p.oval(x, y + 8 * math.sin(x / 150 + row) + c.rng.gauss(0, 2), c.rng.uniform(10, 46), c.rng.uniform(1, 5), c.rng.randint(60, 230))


SCENES: Mapping[str, Callable[[Canvas], Image.Image]] = {
    "harbour": harbour,
    "ferry": ferry,
    "rowing": rowing,
    "bridge": bridge,
    "lighthouse": lighthouse,
    "wind_farm": wind_farm,
}
