"""Scenes of streets and buildings: flood at night, the street after it, roofs, courthouse, paper mill, the dam's gate."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Colour, Stops, mix
from newsdesk.example.photographs.pen import Pen, Point

Quad = tuple[Point, Point, Point, Point]


def _side_of_street(left: bool, near: float, far: float, top: float, foot: float) -> Quad:
    """A house front in one-point perspective towards (800, 520); ``near`` and ``far`` are its ends, 1 at the picture's edge."""

    def at(t: float, y: float) -> Point:
        x = 800 - 860 * t if left else 800 + 860 * t
        return x, 520 + (y - 520) * t

    return at(near, top), at(far, top), at(far, foot), at(near, foot)


def _within(quad: Quad, x: float, y: float) -> Point:
    """The place at ``x`` and ``y`` (0 to 1) of a front."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    top, foot = (ax + (bx - ax) * x, ay + (by - ay) * x), (dx + (cx - dx) * x, dy + (cy - dy) * x)
    return top[0] + (foot[0] - top[0]) * y, top[1] + (foot[1] - top[1]) * y


def _pane(p: Pen, quad: Quad, x: float, y: float, wide: float, tall: float) -> None:
    p.polygon([_within(quad, x, y), _within(quad, x + wide, y), _within(quad, x + wide, y + tall), _within(quad, x, y + tall)])


def _fronts(c: Canvas, left: bool) -> list[Quad]:
    edges = [1.25, 0.86, 0.6, 0.43, 0.31, 0.23]
    return [_side_of_street(left, a, b, c.rng.uniform(-190, 30), 760) for a, b in zip(edges, edges[1:], strict=False)][::-1]


def _street(c: Canvas, walls: list[Colour], shade: Colour, lit: float, window: Colour) -> None:
    """Two rows of houses, the far ones first and paler; ``lit`` is the part of the windows with a light behind."""
    for left in (True, False):
        for index, quad in enumerate(_fronts(c, left)):
            far = 1 - index / 4
            wall = mix(c.rng.choice(walls), shade, 0.15 + 0.5 * far)
            c.shape(lambda p, q=quad: p.polygon(q), ((0, wall), (1, mix(wall, shade, 0.55))))
            eaves = [quad[0], quad[1], (quad[1][0], quad[1][1] + 14 - 8 * far), (quad[0][0], quad[0][1] + 26 - 14 * far)]
            c.shape(lambda p, e=eaves: p.polygon(e), mix(wall, (10, 10, 14), 0.6))
            panes = [(0.12 + 0.3 * column, 0.12 + 0.27 * floor) for column in range(3) for floor in range(2)]
            light = [pane for pane in panes if c.rng.random() < lit]
            dark = [pane for pane in panes if pane not in light]
            c.shape(lambda p, q=quad, n=dark: [_pane(p, q, x, y, 0.14, 0.15) for x, y in n], mix(wall, (14, 16, 26), 0.75))
            c.shape(lambda p, q=quad, n=light: [_pane(p, q, x, y, 0.14, 0.15) for x, y in n], window)
            c.shape(lambda p, q=quad: _pane(p, q, 0.42, 0.68, 0.2, 0.32), mix(wall, (20, 16, 16), 0.72))
            for x, y in light:
                a, b = _within(quad, x + 0.07, y + 0.08)
                c.glow(a, b, 70 - 34 * far, mix(window, (0, 0, 0), 0.55))


def flooded_street(c: Canvas) -> Image.Image:
    """A street under water before dawn."""
    c.fill(((0, (10, 16, 36)), (1, (52, 62, 92))), 0, 600)
    c.clouds((22, 28, 50), 0, 500, 0.6, 0.9)
    c.ridge(520, 16, ((0, (16, 22, 40)), (1, (16, 22, 40))), 0.5, 2)
    _street(c, [(122, 104, 92), (96, 100, 112), (128, 112, 84), (104, 84, 84)], (16, 20, 38), 0.22, (255, 204, 116))
    lamps = ((0.9, True), (0.5, False), (0.34, True), (0.25, False))
    for near, left in lamps:
        x = 800 + (-1 if left else 1) * 690 * near
        c.shape(lambda p, x=x, s=near: _lamp(p, x, s), (10, 12, 20))
    c.mist(560, 40, (70, 82, 116), 0.4)
    for near, left in lamps:
        x, y = 800 + (-1 if left else 1) * 690 * near, 520 - 220 * near
        c.glow(x, y, 330 * near, (226, 150, 66))
        c.glow(x, y, 46 * near + 6, (255, 240, 200))
    c.mirror(612, (10, 16, 32), 0.3, 7)
    c.ripples(612, (255, 196, 120), 0.16, 60)
    c.shape(lambda p: _car(p, 1130, 742, 1.0), ((0, (38, 44, 60)), (1, (14, 18, 28))))
    c.shape(lambda p: p.polygon([(1090, 668), (1130, 668), (1120, 694), (1072, 694)]), (60, 70, 96))
    c.shape(lambda p: p.oval(1130, 748, 170, 14, 190), (8, 12, 24), 6)
    c.shape(lambda p: _boat_with_crew(p, 640, 800, 1.15), (14, 14, 22))
    c.glow(560, 742, 120, (255, 236, 190))
    c.glow(548, 742, 20, (255, 255, 246))
    c.glow(500, 840, 160, (150, 120, 76), 0.4)
    return c.develop(0.03, 0.4)


def _lamp(p: Pen, x: float, s: float) -> None:
    p.line([(x, 640), (x, 520 - 220 * s)], 9 * s + 1)
    p.polygon([(x - 16 * s, 520 - 236 * s), (x + 16 * s, 520 - 236 * s), (x + 8 * s, 520 - 204 * s), (x - 8 * s, 520 - 204 * s)])


def _car(p: Pen, x: float, y: float, s: float) -> None:
    p.polygon([(x + a * s, y + b * s) for a, b in ((-150, 6), (-146, -34), (-84, -44), (-50, -82), (54, -82), (96, -42), (150, -30), (152, 6))])


def _boat_with_crew(p: Pen, x: float, y: float, s: float) -> None:
    p.polygon([(x + a * s, y + b * s) for a, b in ((-190, -30), (-150, 8), (150, 8), (180, -26), (120, -20), (-120, -20))])
    for a, tall in ((-96, 92), (10, 74), (110, 96)):
        p.polygon([(x + (a - 24) * s, y - 16 * s), (x + (a - 20) * s, y - (tall - 22) * s), (x + (a + 18) * s, y - (tall - 22) * s), (x + (a + 26) * s, y - 16 * s)])
        p.oval(x + a * s, y - (tall - 8) * s, 13 * s, 15 * s)
    p.line([(x - 84 * s, y - 56 * s), (x - 56 * s, y - 44 * s)], 10 * s)
    p.line([(x + 124 * s, y - 58 * s), (x + 200 * s, y + 40 * s)], 6 * s)


def after_flood(c: Canvas) -> Image.Image:
    """The same street two days later: a brown line, and what was carried out."""
    c.fill(((0, (176, 196, 206)), (1, (246, 236, 214))), 0, 620)
    c.clouds((255, 252, 244), 0, 420, 0.5, 0.8)
    c.glow(800, 520, 420, (255, 232, 180), 0.8)
    _street(c, [(226, 206, 172), (214, 190, 160), (206, 208, 200), (222, 184, 160)], (112, 108, 112), 0.0, (0, 0, 0))
    for left in (True, False):
        c.shape(lambda p, left=left: p.polygon(_side_of_street(left, 1.25, 0.2, 640, 770)), (104, 80, 56), 3, 0.62)
        c.shape(lambda p, left=left: p.polygon(_side_of_street(left, 1.25, 0.2, 637, 642)), (70, 52, 38), 1, 0.8)
    c.shape(_roadway, ((0, (176, 156, 128)), (0.3, (134, 110, 84)), (1, (72, 56, 44))))
    c.texture(220, 200, 0.22, _roadway)
    c.texture(40, 70, 0.16, _roadway)
    c.shape(lambda p: _puddles(p, c), ((0, (236, 226, 206)), (1, (160, 164, 166))), 4, 0.7)
    for x, y, s in ((470, 700, 0.62), (1150, 716, 0.7), (250, 830, 1.1), (1330, 860, 1.2), (620, 632, 0.34), (985, 628, 0.34)):
        _heap(c, x, y, s)
    c.shape(lambda p: _sweeper(p, 800, 760, 1.0), (40, 40, 48), 0.5)
    c.shape(lambda p: p.oval(840, 764, 110, 9, 150), (50, 38, 30), 6)
    c.shape(lambda p: _sweeper(p, 900, 650, 0.5), (74, 70, 72), 0.8)
    return c.develop(0.06, 0.35)


def _roadway(p: Pen) -> None:
    p.polygon([(-260, 836), (620, 574), (980, 574), (1860, 836), (1860, 1067), (-260, 1067)])


def _puddles(p: Pen, c: Canvas) -> None:
    for _ in range(26):
        y = c.rng.uniform(590, 1050)
        near = (y - 540) / 500
        p.oval(800 + c.rng.gauss(0, 300) * near * 1.6, y, c.rng.uniform(30, 170) * near, c.rng.uniform(3, 14) * near)


def _heap(c: Canvas, x: float, y: float, s: float) -> None:
    """Chairs, a mattress, a cupboard: one pile before a door."""
    c.shape(lambda p: p.oval(x, y, 190 * s, 20 * s), (46, 36, 30), 8 * s, 0.7)
    things: list[tuple[Stops, list[Point]]] = [
        (((0, (120, 84, 58)), (1, (70, 48, 36))), [(-90, 0), (-100, -170), (0, -178), (8, 0)]),
        (((0, (206, 200, 186)), (1, (132, 116, 98))), [(-20, -6), (30, -150), (150, -110), (110, 0)]),
        (((0, (96, 110, 120)), (1, (58, 62, 66))), [(-170, 0), (-160, -64), (-70, -70), (-60, 0)]),
        (((0, (150, 64, 50)), (1, (84, 44, 38))), [(40, 0), (52, -54), (180, -44), (176, 0)]),
    ]
    for paint, points in things:
        bent = [(x + a * s + c.rng.gauss(0, 6) * s, y + b * s) for a, b in points]
        c.shape(lambda p, b=bent: p.polygon(b), paint)
    c.shape(lambda p: _chair(p, x - 130 * s, y - 66 * s, s), (52, 40, 34))
    c.shape(lambda p: _chair(p, x + 120 * s, y - 50 * s, s * 0.9), (60, 44, 34))


def _chair(p: Pen, x: float, y: float, s: float) -> None:
    for a, b, e, f in ((-22, 0, -26, -44), (22, 0, 20, -44), (-26, -44, 24, -46), (-26, -44, -34, -104), (-34, -104, -4, -108), (-4, -108, 0, -46), (-30, -74, -2, -78)):
        p.line([(x + a * s, y + b * s), (x + e * s, y + f * s)], 6 * s)


def _sweeper(p: Pen, x: float, y: float, s: float) -> None:
    p.polygon([(x + a * s, y + b * s) for a, b in ((-26, 0), (-20, -84), (-30, -150), (26, -152), (24, -84), (34, 0), (12, 0), (2, -70), (-6, 0))])
    p.oval(x + 4 * s, y - 172 * s, 17 * s, 20 * s)
    p.line([(x + 18 * s, y - 138 * s), (x + 62 * s, y - 86 * s)], 14 * s)
    p.line([(x + 36 * s, y - 150 * s), (x + 112 * s, y - 2 * s)], 5 * s)
    p.polygon([(x + 96 * s, y - 14 * s), (x + 124 * s, y - 20 * s), (x + 140 * s, y + 4 * s), (x + 92 * s, y + 6 * s)])


def roofs(c: Canvas) -> Image.Image:
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
        houses.append((x, y + 44 * s * c.rng.random() + 50 * abs(x / 800 - 1) * (1 - near), wide, c.rng.uniform(120, 200) * s))
        x += wide * c.rng.uniform(0.86, 1.1)
    dusk = (86, 72, 110)
    for index, tone in enumerate(tones):
        some = houses[index :: len(tones)]
        wall, tile = mix(tone, dusk, 0.7 - 0.3 * near), mix(mix((168, 92, 66), (112, 76, 72), index / 4), dusk, 0.6 - 0.32 * near)
        c.shape(lambda p, h=some: [p.box(x, y - t, x + w, y + 400) for x, y, w, t in h], wall)
        c.shape(lambda p, h=some: [p.box(x + w * 0.72, y - t, x + w, y + 400) for x, y, w, t in h], mix(wall, (30, 26, 54), 0.35), 0, 0.8)
        c.shape(lambda p, h=some: [_roof(p, x, y - t, w, s) for x, y, w, t in h], tile)
    panes = [(x + w * a, y - t + b * s, s) for x, y, w, t in houses for a in (0.18, 0.46, 0.74) for b in (26, 84) if c.rng.random() < 0.75]
    lit = [pane for pane in panes if c.rng.random() < 0.42]
    c.shape(lambda p: [p.box(a, b, a + 17 * d, b + 27 * d) for a, b, d in panes], (48, 44, 72))
    c.shape(lambda p: [p.box(a, b, a + 17 * d, b + 27 * d) for a, b, d in lit], (255, 206, 122))
    c.shape(lambda p: [p.oval(a + 8 * d, b + 13 * d, 24 * d, 26 * d, 120) for a, b, d in lit], (255, 180, 90), 9 * s, 0.6)


def _roof(p: Pen, x: float, y: float, wide: float, s: float) -> None:
    p.polygon([(x - 8 * s, y + 4 * s), (x + wide * 0.22, y - 44 * s), (x + wide * 0.8, y - 44 * s), (x + wide + 8 * s, y + 4 * s)])
    p.box(x + wide * 0.6, y - 72 * s, x + wide * 0.6 + 18 * s, y - 30 * s)


def courthouse(c: Canvas) -> Image.Image:
    """Six columns in low light."""
    c.fill(((0, (70, 88, 116)), (1, (196, 190, 184))), 0, 800)
    c.clouds((226, 220, 214), 0, 520, 0.5, 0.7)
    c.fill(((0, (122, 112, 108)), (1, (84, 76, 76))), 780)
    stone: Stops = ((0, (226, 206, 176)), (1, (168, 146, 124)))
    c.shape(lambda p: p.box(190, 330, 1410, 800), ((0, (146, 126, 112)), (1, (98, 84, 80))))
    c.shape(lambda p: p.polygon([(150, 300), (800, 108), (1450, 300)]), ((0, (232, 214, 184)), (1, (196, 174, 146))))
    c.shape(lambda p: p.polygon([(270, 284), (800, 138), (1330, 284)]), ((0, (150, 130, 114)), (1, (176, 154, 130))))
    c.shape(lambda p: _scales(p), (222, 200, 168), 0.6)
    c.shape(lambda p: [p.box(150, 298, 1450, 330), p.box(180, 330, 1420, 376)], stone)
    c.shape(lambda p: p.box(180, 372, 1420, 384), (90, 76, 72), 3, 0.7)
    c.shape(lambda p: [p.box(x - 54, 470, x + 54, 786) for x in (580, 800, 1020)], ((0, (58, 44, 42)), (1, (40, 30, 32))))
    c.glow(800, 640, 130, (255, 190, 110))
    for x in range(260, 1400, 216):
        _column(c, x)
    for step in range(9):
        y = 790 + step * 26
        light = 224 - step * 7
        c.shape(lambda p, y=y, s=step: p.box(150 - s * 40, y, 1450 + s * 40, y + 11), (light, light - 20, light - 48))
        c.shape(lambda p, y=y, s=step: p.box(150 - s * 40, y + 11, 1450 + s * 40, y + 27), (light - 74, light - 90, light - 100))
    c.shape(lambda p: p.polygon([(980, 0), (1600, 0), (1600, 1067), (1380, 1067)]), (20, 24, 44), 60, 0.5)
    for x, y, s in ((620, 876, 0.9), (688, 888, 0.95), (1000, 850, 0.85), (420, 962, 1.2), (1120, 990, 1.3)):
        c.shape(lambda p, x=x, y=y, s=s: p.polygon([(x, y), (x + 24 * s, y), (x + 210 * s, y + 30 * s), (x + 180 * s, y + 34 * s)]), (40, 34, 40), 4, 0.5)
        c.shape(lambda p, x=x, y=y, s=s: _walker(p, x, y, s), (34, 32, 42), 0.4)
    c.texture(200, 130, 0.14, _building)
    return c.develop(0.05, 0.4)


def _building(p: Pen) -> None:
    p.polygon([(150, 300), (800, 108), (1450, 300)])
    p.box(190, 300, 1410, 800)
    p.box(0, 800, 1600, 1067)


def _scales(p: Pen) -> None:
    p.line([(800, 176), (800, 270)], 7)
    p.line([(720, 196), (880, 196)], 6)
    for x in (720, 880):
        p.line([(x, 196), (x - 22, 238)], 2)
        p.line([(x, 196), (x + 22, 238)], 2)
        p.slice(x, 236, 26, 16, 0, 180)


def _column(c: Canvas, x: float) -> None:
    c.shape(lambda p: p.box(x + 20, 384, x + 66, 786), (40, 32, 36), 9, 0.55)
    pen_left, width = x - 34, 68
    for strip in range(17):
        bright = [150, 196, 228, 240, 236, 226, 212, 198, 184, 170, 156, 142, 128, 116, 106, 98, 92][strip] - (10 if strip % 3 == 2 else 0)
        left = pen_left + width * strip / 17
        c.shape(lambda p, left=left: p.box(left, 398, left + width / 17 + 0.6, 778), (bright, bright - 16, bright - 40))
    c.shape(lambda p: [p.box(x - 46, 382, x + 46, 400), p.box(x - 46, 774, x + 46, 792)], ((0, (226, 206, 176)), (1, (160, 138, 116))))


def _walker(p: Pen, x: float, y: float, s: float) -> None:
    p.polygon([(x + a * s, y + b * s) for a, b in ((-14, 0), (-16, -60), (-20, -100), (20, -100), (18, -56), (22, 0), (10, 0), (2, -44), (-4, 0))])
    p.oval(x, y - 116 * s, 12 * s, 14 * s)


def factory(c: Canvas) -> Image.Image:
    """A mill at night, mirrored in the river."""
    c.fill(((0, (12, 18, 40)), (0.7, (44, 46, 78)), (1, (106, 74, 76))), 0, 720)
    c.clouds((60, 50, 70), 0, 560, 0.5, 0.7)
    c.glow(800, 700, 900, (120, 70, 40), 0.5)
    for x, top in ((560, 210), (1010, 150)):
        c.shape(lambda p, x=x, t=top: _steam(p, c, x, t), (216, 176, 150), 24, 0.55)
    c.shape(_mill_back, ((0, (38, 36, 54)), (1, (62, 52, 62))))
    c.shape(_chimneys, ((0, (104, 82, 84)), (1, (50, 44, 58))))
    c.shape(lambda p: [p.box(x - 30, y, x + 30, y + 12) for x, y in ((560, 250), (560, 300), (1010, 196), (1010, 252))], (176, 60, 50), 0, 0.8)
    c.shape(_mill_front, ((0, (30, 30, 46)), (1, (20, 20, 32))))
    panes = [(x, y) for x in range(130, 1500, 34) for y in (588, 636) if c.rng.random() < 0.78]
    c.shape(lambda p: [p.box(x, y, x + 22, y + 32) for x, y in panes], ((0, (255, 226, 150)), (1, (255, 184, 90))))
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
    c.shape(lambda p: _reeds(p, c), (6, 8, 14), 1.5)
    return c.develop(0.03, 0.4)


def _steam(p: Pen, c: Canvas, x: float, y: float) -> None:
    for step in range(40):
        p.oval(x + step * 13 + c.rng.gauss(0, 12), y - 20 - 30 * (step / 6) ** 0.8 + c.rng.gauss(0, 10), 22 + step * 2.6, 20 + step * 1.6, max(20, 210 - step * 5))


def _mill_back(p: Pen) -> None:
    p.box(240, 430, 700, 720)
    for x in range(240, 700, 92):
        p.polygon([(x, 430), (x + 92, 380), (x + 92, 430)])
    p.box(820, 360, 1180, 720)
    p.box(860, 330, 960, 362)
    p.box(1220, 430, 1290, 720)
    p.polygon([(1180, 470), (1460, 590), (1460, 612), (1180, 500)])


def _chimneys(p: Pen) -> None:
    for x, top in ((560, 210), (1010, 150)):
        p.polygon([(x - 36, 700), (x - 22, top), (x + 22, top), (x + 36, 700)])


def _mill_front(p: Pen) -> None:
    p.box(60, 560, 1540, 720)
    p.polygon([(60, 562), (100, 536), (1500, 536), (1540, 562)])
    p.box(1380, 500, 1480, 560)


def _reeds(p: Pen, c: Canvas) -> None:
    for _ in range(260):
        x = c.rng.choice((c.rng.gauss(60, 110), c.rng.gauss(1540, 120)))
        tall = c.rng.uniform(60, 230)
        p.line([(x, 1080), (x + c.rng.gauss(0, 26), 1080 - tall)], c.rng.uniform(2, 5))


def gate(c: Canvas) -> Image.Image:
    """A steel gate between two piers, its chains and the dark water at its foot."""
    c.fill(((0, (126, 140, 150)), (1, (176, 180, 178))), 0, 320)
    c.clouds((214, 216, 214), 0, 300, 0.5, 0.6)
    c.fill(((0, (40, 52, 56)), (1, (12, 20, 24))), 300)
    plate: Stops = ((0, (104, 126, 124)), (0.6, (76, 92, 92)), (1, (40, 50, 54)))
    c.shape(lambda p: p.box(400, 330, 1200, 850), plate)
    c.texture(34, 24, 0.3, lambda p: p.box(400, 330, 1200, 850))
    c.shape(lambda p: _rust(p, c), (150, 78, 36), 6, 0.9)
    c.shape(lambda p: _rust(p, c), (90, 44, 24), 2, 0.5)
    for y in range(380, 850, 94):
        c.shape(lambda p, y=y: p.box(400, y, 1200, y + 22), ((0, (162, 168, 166)), (0.4, (110, 114, 112)), (1, (48, 50, 52))))
        c.shape(lambda p, y=y: p.box(400, y + 22, 1200, y + 44), (20, 24, 28), 7, 0.6)
    c.shape(lambda p: [p.oval(x, y + 11, 5, 5) for x in range(424, 1190, 44) for y in range(380, 850, 94)], (60, 60, 58))
    for left in (True, False):
        c.shape(lambda p, left=left: _pier(p, left), ((0, (196, 192, 182)), (0.5, (150, 148, 142)), (1, (78, 80, 80))))
        c.texture(260, 60, 0.14, lambda p, left=left: _pier(p, left))
        c.shape(lambda p, left=left: p.box(*((366, 200, 420, 1067) if left else (1180, 200, 1234, 1067))), (14, 18, 22), 14, 0.75)
    c.shape(lambda p: p.box(120, 150, 1480, 226), ((0, (84, 92, 98)), (1, (44, 50, 56))))
    c.shape(lambda p: [p.box(700, 70, 900, 160), p.oval(800, 114, 66, 66)], ((0, (188, 146, 52)), (1, (120, 86, 30))))
    c.shape(lambda p: [p.oval(800, 114, 34, 34), p.oval(690, 150, 22, 22), p.oval(910, 150, 22, 22)], (36, 36, 40))
    for x in (520, 1080):
        c.shape(lambda p, x=x: _chain(p, x + 5), (10, 12, 14), 4, 0.7)
        c.shape(lambda p, x=x: _chain(p, x), ((0, (158, 158, 154)), (1, (78, 74, 70))))
    c.shape(lambda p: [p.line([(120, 96), (690, 96)], 5), p.line([(910, 96), (1480, 96)], 5), *(p.line([(x, 96), (x, 152)], 5) for x in (130, 250, 370, 490, 610, 990, 1110, 1230, 1350, 1470))], (52, 58, 64))
    c.shape(lambda p: p.box(384, 846, 1216, 1067), ((0, (30, 46, 50)), (0.3, (14, 26, 30)), (1, (6, 12, 16))))
    c.shape(lambda p: _ripple_lines(p, c), (150, 170, 172), 3, 0.5)
    c.shape(lambda p: p.polygon([(420, 226), (760, 226), (1200, 850), (860, 850)]), (255, 240, 206), 40, 0.22)
    return c.develop(0.02, 0.4)


def _rust(p: Pen, c: Canvas) -> None:
    for _ in range(90):
        x, y = c.rng.uniform(410, 1190), c.rng.choice(range(400, 850, 94)) + c.rng.uniform(0, 8)
        p.polygon([(x - 5, y), (x + 5, y), (x + 1.5, y + c.rng.uniform(20, 200)), (x - 1.5, y + 20)], c.rng.randint(60, 220))


def _pier(p: Pen, left: bool) -> None:
    points = [(0, 200), (384, 200), (384, 900), (330, 1067), (0, 1067)]
    p.polygon(points if left else [(1600 - x, y) for x, y in points])


def _chain(p: Pen, x: float) -> None:
    for index, y in enumerate(range(226, 420, 22)):
        if index % 2:
            p.oval(x, y, 5, 16)
        else:
            p.oval(x, y, 12, 16)
            p.oval(x, y, 5, 8, 0)


def _ripple_lines(p: Pen, c: Canvas) -> None:
    for _ in range(70):
        y = 860 + 200 * c.rng.random() ** 1.6
        p.oval(c.rng.uniform(420, 1180), y, c.rng.uniform(16, 90), 1 + (y - 850) / 90, c.rng.randint(40, 170))


SCENES: Mapping[str, Callable[[Canvas], Image.Image]] = {
    "flooded_street": flooded_street,
    "after_flood": after_flood,
    "roofs": roofs,
    "courthouse": courthouse,
    "factory": factory,
    "gate": gate,
}
