"""Painted portraits: one way to paint a head, and what makes each of the eight a different person."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Colour, mix
from newsdesk.example.photographs.pen import Drawing, Pen

_DARK: Colour = (30, 20, 24)
_MIDDLE = 400
_CLOSE = (104, 104, 696, 696)


@dataclass(frozen=True, slots=True)
class Face:
    """What to paint; ``hair`` and ``clothes`` name drawings below, ``width`` is half of the head's."""

    skin: Colour
    hair: str
    hair_colour: Colour
    clothes: str
    cloth: Colour
    wall: tuple[Colour, Colour]
    width: int = 118
    iris: Colour = (70, 50, 36)
    lips: Colour = (150, 76, 70)
    beard: str = ""
    has_glasses: bool = False
    age: float = 0.3


def paint(face: Face, c: Canvas) -> Image.Image:
    """One portrait, lit from the left."""
    _wall(c, face)
    shade, light = mix(face.skin, (70, 24, 30), 0.42), mix(face.skin, (255, 240, 220), 0.35)
    if behind := HAIR_BEHIND.get(face.hair):
        c.shape(behind, ((0, mix(face.hair_colour, (255, 255, 255), 0.08)), (1, mix(face.hair_colour, _DARK, 0.5))), 1)
    c.shape(_neck, ((0, shade), (0.4, mix(face.skin, shade, 0.6)), (1, face.skin)))
    _clothes(c, face)
    c.shape(lambda p: _ears(p, face.width), mix(face.skin, shade, 0.5))
    c.shape(lambda p: _head(p, face.width), ((0, light), (0.4, face.skin), (1, mix(face.skin, shade, 0.35))))
    _model(c, face, shade, light)
    _eyes(c, face, shade)
    _nose_and_mouth(c, face, shade, light)
    if beard := BEARDS.get(face.beard):
        c.shape(lambda p: beard(p, face.width), ((0, mix(face.hair_colour, face.skin, 0.25)), (1, face.hair_colour)), 3, 0.92 if face.beard != "stubble" else 0.4)
        c.shape(_lips, face.lips, 1)
    if hair := HAIR.get(face.hair):
        c.shape(lambda p: hair(p, face.width), ((0, mix(face.hair_colour, (255, 255, 255), 0.22)), (0.6, face.hair_colour), (1, mix(face.hair_colour, _DARK, 0.35))), 0.8)
        _strands(c, face)
    if face.has_glasses:
        c.shape(_glasses, (34, 30, 32), 0.4)
        c.shape(lambda p: [p.line([(324, 372), (344, 350)], 4), p.line([(434, 372), (454, 350)], 4)], (255, 255, 255), 1.5, 0.4)
    c.glow(300, 300, 330, (46, 40, 32))
    c.image = c.image.crop(_CLOSE).resize(c.size, Image.Resampling.LANCZOS)
    return c.develop(0.04, 0.3, 0.06, 0.5)


def _wall(c: Canvas, face: Face) -> None:
    c.fill(((0, face.wall[0]), (1, face.wall[1])))
    for _ in range(26):
        x, y = c.rng.uniform(0, 800), c.rng.uniform(0, 800)
        tone = mix(c.rng.choice(face.wall), c.rng.choice(((255, 255, 255), (0, 0, 0))), 0.14)
        slant = c.rng.uniform(-0.6, 0.2)
        c.shape(lambda p, x=x, y=y, s=slant: p.line([(x, y), (x + 260, y + 260 * s)], c.rng.uniform(30, 90)), tone, 12, 0.4)
    c.glow(220, 260, 420, mix(face.wall[0], (0, 0, 0), 0.55))
    c.texture(200, 200, 0.12, lambda p: p.box(0, 0, 800, 800))


def _head(p: Pen, w: int) -> None:
    points = []
    for step in range(60):
        a = step / 60 * math.tau
        x, y = math.sin(a), -math.cos(a)
        narrow = 1 - 0.26 * max(0.0, y) ** 1.6
        points.append((_MIDDLE + w * x * narrow, 372 + 158 * y))
    p.polygon(points)


def _ears(p: Pen, w: int) -> None:
    for side in (-1, 1):
        p.oval(_MIDDLE + side * (w - 2), 388, 17, 34)


def _neck(p: Pen) -> None:
    p.polygon([(342, 460), (458, 460), (462, 600), (520, 660), (280, 660), (338, 600)])


def _neck_front(p: Pen) -> None:
    p.polygon([(342, 460), (458, 460), (462, 584), (430, 606), (370, 606), (338, 584)])


def _model(c: Canvas, face: Face, shade: Colour, light: Colour) -> None:
    """Light on brow and cheek, shadow on the far side, a little blood in the cheeks."""
    w = face.width
    c.shape(lambda p: p.polygon([(_MIDDLE + w * 0.5, 260), (_MIDDLE + w * 0.97, 320), (_MIDDLE + w * 0.98, 420), (_MIDDLE + w * 0.62, 490), (_MIDDLE + 20, 526), (_MIDDLE + w * 0.45, 420)]), shade, 16, 0.5)
    c.shape(lambda p: [p.oval(360, 300, 50, 28), p.oval(338, 412, 26, 22)], light, 14, 0.6)
    c.shape(lambda p: [p.oval(_MIDDLE + s * w * 0.55, 432, 26, 18) for s in (-1, 1)], (214, 96, 84), 14, 0.25)
    if face.age > 0.5:
        c.shape(lambda p: [p.line([(362, 430), (348, 462)], 3), p.line([(438, 430), (452, 462)], 3), p.line([(356, 292), (444, 292)], 2), p.line([(362, 310), (438, 310)], 2), p.line([(318, 408), (344, 412)], 2), p.line([(456, 412), (482, 408)], 2)], shade, 1.5, face.age * 0.6)


def _eyes(c: Canvas, face: Face, shade: Colour) -> None:
    for side in (-1, 1):
        x, y = _MIDDLE + side * 50, 374
        c.shape(lambda p, x=x, y=y: p.oval(x, y - 4, 36, 19), shade, 7, 0.5)
        c.shape(lambda p, x=x, y=y: p.polygon([(x - 27, y + 2), (x - 12, y - 11), (x + 10, y - 11), (x + 27, y + 1), (x + 10, y + 10), (x - 12, y + 10)]), (240, 232, 224), 0.8)
        c.shape(lambda p, x=x, y=y: p.oval(x, y, 11, 11.5), face.iris)
        c.shape(lambda p, x=x, y=y: p.oval(x, y, 5, 5), (12, 10, 12))
        c.shape(lambda p, x=x, y=y: p.oval(x - 4, y - 4, 2.6, 2.6), (255, 255, 255))
        c.shape(lambda p, x=x, y=y: p.line([(x - 29, y + 2), (x - 13, y - 12), (x + 10, y - 12), (x + 29, y + 1)], 5), _DARK, 0.6, 0.85)
        brow = mix(face.hair_colour, _DARK, 0.35)
        c.shape(lambda p, x=x, y=y, s=side: p.polygon([(x - 34, y - 27 + 3 * s), (x, y - 42), (x + 34, y - 27 - 3 * s), (x, y - 32)]), brow, 1.4, 0.85)


def _nose_and_mouth(c: Canvas, face: Face, shade: Colour, light: Colour) -> None:
    c.shape(lambda p: p.polygon([(404, 350), (414, 420), (432, 440), (404, 452), (408, 420)]), shade, 4, 0.6)
    c.shape(lambda p: p.line([(396, 356), (396, 430)], 9), light, 5, 0.5)
    c.shape(lambda p: [p.oval(384, 446, 7, 4), p.oval(416, 447, 7, 4)], shade, 2, 0.8)
    c.shape(lambda p: p.oval(400, 498, 34, 7), shade, 5, 0.5)
    c.shape(_lips, face.lips, 1)
    c.shape(lambda p: p.line([(356, 470), (364, 475), (388, 479), (400, 477), (412, 479), (436, 475), (444, 469)], 3), mix(face.lips, _DARK, 0.6), 0.6)


def _lips(p: Pen) -> None:
    p.polygon([(360, 472), (387, 467), (400, 470), (413, 467), (440, 471), (417, 489), (400, 493), (383, 489)])


def _strands(c: Canvas, face: Face) -> None:
    """A few lighter and darker strokes along the hair."""
    hair = c.stencil(lambda p: HAIR[face.hair](p, face.width))
    if hair:
        c.roughen(90, 40 if face.hair == "curls" else 16, 0.22 if face.hair == "curls" else 0.45, hair)


def _glasses(p: Pen) -> None:
    for side in (-1, 1):
        x = _MIDDLE + side * 52
        p.oval(x, 376, 42, 38)
        p.oval(x, 376, 37, 33, 0)
        p.line([(x + side * 40, 370), (x + side * 70, 362)], 5)
    p.line([(388, 368), (412, 368)], 5)


def _clothes(c: Canvas, face: Face) -> None:
    paint = ((0.0, mix(face.cloth, (255, 255, 255), 0.14)), (1.0, mix(face.cloth, (10, 10, 20), 0.55)))
    c.shape(_shoulders, paint, 0.8)
    c.shape(lambda p: p.polygon([(520, 600), (700, 690), (730, 800), (520, 800)]), (10, 8, 16), 26, 0.4)
    trim = mix(face.cloth, (10, 10, 20), 0.45)
    if face.clothes == "jacket":
        c.shape(lambda p: p.polygon([(336, 586), (400, 716), (464, 586), (440, 574), (360, 574)]), (236, 230, 220))
        c.shape(lambda p: [p.polygon([(330, 574), (286, 640), (330, 670), (318, 700), (400, 800), (400, 716)]), p.polygon([(470, 574), (514, 640), (470, 670), (482, 700), (400, 800), (400, 716)])], paint)
        c.shape(lambda p: [p.line([(330, 574), (286, 640), (330, 670), (318, 700), (400, 800)], 4), p.line([(470, 574), (514, 640), (470, 670), (482, 700), (400, 800)], 4)], trim, 1)
        c.shape(lambda p: p.polygon([(342, 576), (400, 690), (458, 576), (432, 590), (400, 640), (368, 590)]), mix(face.skin, (60, 30, 30), 0.2), 2, 0.6)
    elif face.clothes == "waterproof":
        c.shape(lambda p: p.polygon([(290, 600), (336, 552), (400, 640), (464, 552), (510, 600), (450, 690), (400, 720), (350, 690)]), mix(face.cloth, (255, 255, 255), 0.1), 1)
        c.shape(lambda p: [p.line([(400, 690), (400, 800)], 7), p.line([(336, 552), (400, 640), (464, 552)], 6), p.line([(290, 600), (350, 690), (400, 720), (450, 690), (510, 600)], 3)], trim, 0.8)
    elif face.clothes == "rollneck":
        c.shape(lambda p: p.polygon([(330, 520), (400, 546), (470, 520), (480, 610), (400, 640), (320, 610)]), mix(face.cloth, (255, 255, 255), 0.16), 1)
        c.shape(lambda p: [p.line([(330 + k * 14, 526 + 18 * math.sin(k / 10 * math.pi)), (322 + k * 15.5, 612 + 20 * math.sin(k / 10 * math.pi))], 2) for k in range(11)], trim, 0.8, 0.7)
    else:
        c.shape(lambda p: p.slice(400, 582, 94, 58, 0, 180), mix(face.cloth, (255, 255, 255), 0.22), 0.8)
        c.shape(lambda p: p.slice(400, 578, 76, 44, 0, 180), mix(face.skin, (80, 30, 30), 0.12), 0.8)
        c.shape(_neck_front, ((0, mix(face.skin, (70, 24, 30), 0.42)), (0.5, mix(face.skin, (70, 24, 30), 0.2)), (1, face.skin)), 2)


def _shoulders(p: Pen) -> None:
    p.polygon([(330, 578), (240, 616), (140, 660), (96, 720), (70, 810), (730, 810), (704, 720), (660, 660), (560, 616), (470, 578), (400, 620)])


def _cap(p: Pen, w: int, low: float, part: float) -> None:
    """Hair over the skull, its line parted at ``part`` (0 left, 1 right) and falling to ``low`` at the sides."""
    crown = [(_MIDDLE + (w + 14) * math.sin(a / 24 * math.pi - math.pi / 2), 352 - 172 * math.cos(a / 24 * math.pi - math.pi / 2)) for a in range(25)]
    x = _MIDDLE - w + 2 * w * part
    p.polygon([(_MIDDLE - w - 12, low), *crown, (_MIDDLE + w + 12, low), (_MIDDLE + w - 6, low), (_MIDDLE + w - 16, 330), (_MIDDLE + w * 0.6, 272), (x, 250), (_MIDDLE - w * 0.7, 284), (_MIDDLE - w + 14, 334), (_MIDDLE - w + 6, low)])


def _short(p: Pen, w: int) -> None:
    _cap(p, w, 400, 0.3)


def _crop(p: Pen, w: int) -> None:
    _cap(p, w, 372, 0.62)
    p.polygon([(300, 268), (330, 176), (420, 160), (500, 200), (512, 280), (440, 240), (360, 246)])


def _long(p: Pen, w: int) -> None:
    _cap(p, w, 480, 0.5)
    for side in (-1, 1):
        p.polygon([(_MIDDLE + side * (w - 14), 320), (_MIDDLE + side * (w + 18), 330), (_MIDDLE + side * (w + 34), 560), (_MIDDLE + side * (w + 6), 690), (_MIDDLE + side * (w - 26), 640), (_MIDDLE + side * (w - 6), 460)])


def _long_behind(p: Pen) -> None:
    p.polygon([(270, 300), (530, 300), (560, 640), (490, 700), (310, 700), (240, 640)])


def _curls(p: Pen, w: int) -> None:
    for step in range(46):
        a = -math.pi * 0.16 + step / 45 * math.pi * 1.32
        for ring, r in ((w + 6, 30), (w + 42, 34)):
            wobble = 12 * math.sin(step * 2.7)
            p.oval(_MIDDLE - ring * 1.04 * math.cos(a), 350 - (ring + wobble) * 1.24 * math.sin(a), r, r)
    for x in range(310, 500, 24):
        p.oval(x, 250 - 14 * math.sin((x - 310) / 190 * math.pi), 24, 24)


def _curls_behind(p: Pen) -> None:
    p.oval(400, 420, 196, 150)
    for step in range(30):
        p.oval(400 + 190 * math.cos(step * 0.9), 430 + 110 * math.sin(step * 1.7), 46, 46)


def _bun(p: Pen, w: int) -> None:
    _cap(p, w, 390, 0.5)


def _bun_behind(p: Pen) -> None:
    p.oval(400, 178, 64, 50)
    p.oval(400, 210, 90, 50)


def _pinned(p: Pen, w: int) -> None:
    _cap(p, w, 404, 0.4)
    for step in range(13):
        a = math.pi * (0.1 + step / 12 * 0.8)
        p.oval(_MIDDLE - (w + 4) * math.cos(a), 340 - 158 * math.sin(a), 34, 30)


def _rim(p: Pen, w: int) -> None:
    for side in (-1, 1):
        x = _MIDDLE + side * w
        p.polygon([(x - side * 12, 320), (x + side * 10, 340), (x + side * 10, 404), (x - side * 4, 410)])


def _full_beard(p: Pen, w: int) -> None:
    p.polygon([(_MIDDLE - w + 2, 404), (_MIDDLE - w + 26, 440), (356, 462), (400, 456), (444, 462), (_MIDDLE + w - 26, 440), (_MIDDLE + w - 2, 404), (_MIDDLE + w - 16, 490), (452, 546), (400, 562), (348, 546), (_MIDDLE - w + 16, 490)])


def _stubble(p: Pen, w: int) -> None:
    p.polygon([(_MIDDLE - w + 10, 430), (352, 456), (448, 456), (_MIDDLE + w - 10, 430), (_MIDDLE + w - 26, 486), (440, 524), (400, 532), (360, 524), (_MIDDLE - w + 26, 486)])


def _moustache(p: Pen, w: int) -> None:
    p.polygon([(400, 454), (440, 462), (458, 484), (420, 474), (400, 472), (380, 474), (342, 484), (360, 462)])


HAIR: Mapping[str, Callable[[Pen, int], None]] = {"short": _short, "crop": _crop, "long": _long, "curls": _curls, "bun": _bun, "pinned": _pinned, "rim": _rim}
HAIR_BEHIND: Mapping[str, Drawing] = {"long": _long_behind, "curls": _curls_behind, "bun": _bun_behind}
BEARDS: Mapping[str, Callable[[Pen, int], None]] = {"full": _full_beard, "stubble": _stubble, "moustache": _moustache}

PEOPLE: Mapping[str, Face] = {
    "marta-quevane": Face((226, 180, 152), "short", (142, 138, 138), "jacket", (44, 76, 62), ((150, 166, 150), (86, 100, 92)), 112, has_glasses=True, age=0.7),
    "tomas-ledrin": Face((214, 164, 132), "crop", (92, 62, 42), "waterproof", (220, 104, 34), ((120, 150, 168), (70, 92, 110)), 122, (66, 88, 96), (170, 104, 90), beard="full", age=0.4),
    "ines-sarrido": Face((222, 172, 138), "long", (34, 26, 30), "jacket", (112, 26, 48), ((206, 184, 160), (140, 112, 96)), 110, lips=(176, 62, 68)),
    "jonas-velt": Face((236, 194, 168), "crop", (196, 156, 98), "crew", (36, 52, 92), ((166, 182, 190), (98, 116, 130)), 118, (80, 116, 142), (186, 118, 104), beard="stubble"),
    "beatriz-montel": Face((240, 200, 178), "curls", (158, 66, 32), "crew", (206, 152, 44), ((116, 148, 138), (64, 92, 88)), 112, (84, 110, 80), (178, 84, 78)),
    "rafael-dorvin": Face((208, 158, 126), "rim", (132, 128, 126), "rollneck", (40, 40, 48), ((178, 132, 110), (104, 66, 62)), 124, lips=(162, 96, 84), beard="moustache", age=0.8),
    "samira-ouzal": Face((142, 92, 66), "bun", (28, 20, 22), "crew", (26, 122, 124), ((226, 178, 110), (158, 104, 70)), 112, (48, 30, 24), (138, 62, 60)),
    "agnes-tavorin": Face((232, 192, 170), "pinned", (226, 222, 216), "jacket", (96, 62, 122), ((140, 130, 156), (80, 74, 100)), 112, (92, 110, 130), age=1.0),
}
SCENES: Mapping[str, Callable[[Canvas], Image.Image]] = {f"face.{slug}": partial(paint, face) for slug, face in PEOPLE.items()}
