"""The head itself: its shape, its light, eyes, nose, mouth and glasses."""

from __future__ import annotations

import math

from newsdesk.example.photographs.canvas import Canvas, Colour, mix
from newsdesk.example.photographs.pen import Pen
from newsdesk.example.photographs.portraits.face import DARK, MIDDLE, Face


def head(p: Pen, w: int) -> Pen:
    points = []
    for step in range(60):
        a = step / 60 * math.tau
        x, y = math.sin(a), -math.cos(a)
        narrow = 1 - 0.26 * max(0.0, y) ** 1.6
        points.append((MIDDLE + w * x * narrow, 372 + 158 * y))
    p.polygon(points)
    return p


def ears(p: Pen, w: int) -> Pen:
    for side in (-1, 1):
        p.oval(MIDDLE + side * (w - 2), 388, 17, 34)
    return p


def neck(p: Pen) -> Pen:
    p.polygon([(342, 460), (458, 460), (462, 600), (520, 660), (280, 660), (338, 600)])
    return p


def model(c: Canvas, face: Face, shade: Colour, light: Colour) -> None:
    """Light on brow and cheek, shadow on the far side, a little blood in the cheeks."""
    w = face.width
    c.shape(
        c.pen().polygon(
            [
                (MIDDLE + w * 0.5, 260),
                (MIDDLE + w * 0.97, 320),
                (MIDDLE + w * 0.98, 420),
                (MIDDLE + w * 0.62, 490),
                (MIDDLE + 20, 526),
                (MIDDLE + w * 0.45, 420),
            ]
        ),
        shade,
        16,
        0.5,
    )
    c.shape(c.pen().oval(360, 300, 50, 28).oval(338, 412, 26, 22), light, 14, 0.6)
    c.shape(c.pen().each(Pen.oval, ((MIDDLE + s * w * 0.55, 432, 26, 18) for s in (-1, 1))), (214, 96, 84), 14, 0.25)
    if face.age > 0.5:
        c.shape(
            c.pen()
            .line([(362, 430), (348, 462)], 3)
            .line([(438, 430), (452, 462)], 3)
            .line([(356, 292), (444, 292)], 2)
            .line([(362, 310), (438, 310)], 2)
            .line([(318, 408), (344, 412)], 2)
            .line([(456, 412), (482, 408)], 2),
            shade,
            1.5,
            face.age * 0.6,
        )


def eyes(c: Canvas, face: Face, shade: Colour) -> None:
    for side in (-1, 1):
        x, y = MIDDLE + side * 50, 374
        c.shape(c.pen().oval(x, y - 4, 36, 19), shade, 7, 0.5)
        c.shape(
            c.pen().polygon(
                [
                    (x - 27, y + 2),
                    (x - 12, y - 11),
                    (x + 10, y - 11),
                    (x + 27, y + 1),
                    (x + 10, y + 10),
                    (x - 12, y + 10),
                ]
            ),
            (240, 232, 224),
            0.8,
        )
        c.shape(c.pen().oval(x, y, 11, 11.5), face.iris)
        c.shape(c.pen().oval(x, y, 5, 5), (12, 10, 12))
        c.shape(c.pen().oval(x - 4, y - 4, 2.6, 2.6), (255, 255, 255))
        c.shape(
            c.pen().line([(x - 29, y + 2), (x - 13, y - 12), (x + 10, y - 12), (x + 29, y + 1)], 5), DARK, 0.6, 0.85
        )
        brow = mix(face.hair_colour, DARK, 0.35)
        c.shape(
            c.pen().polygon([(x - 34, y - 27 + 3 * side), (x, y - 42), (x + 34, y - 27 - 3 * side), (x, y - 32)]),
            brow,
            1.4,
            0.85,
        )


def nose_and_mouth(c: Canvas, face: Face, shade: Colour, light: Colour) -> None:
    c.shape(c.pen().polygon([(404, 350), (414, 420), (432, 440), (404, 452), (408, 420)]), shade, 4, 0.6)
    c.shape(c.pen().line([(396, 356), (396, 430)], 9), light, 5, 0.5)
    c.shape(c.pen().oval(384, 446, 7, 4).oval(416, 447, 7, 4), shade, 2, 0.8)
    c.shape(c.pen().oval(400, 498, 34, 7), shade, 5, 0.5)
    c.shape(lips(c.pen()), face.lips, 1)
    c.shape(
        c.pen().line([(356, 470), (364, 475), (388, 479), (400, 477), (412, 479), (436, 475), (444, 469)], 3),
        mix(face.lips, DARK, 0.6),
        0.6,
    )


def lips(p: Pen) -> Pen:
    p.polygon([(360, 472), (387, 467), (400, 470), (413, 467), (440, 471), (417, 489), (400, 493), (383, 489)])
    return p


def glasses(p: Pen) -> Pen:
    for side in (-1, 1):
        x = MIDDLE + side * 52
        p.oval(x, 376, 42, 38)
        p.oval(x, 376, 37, 33, 0)
        p.line([(x + side * 40, 370), (x + side * 70, 362)], 5)
    p.line([(388, 368), (412, 368)], 5)
    return p
