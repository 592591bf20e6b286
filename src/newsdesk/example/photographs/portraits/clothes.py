"""Shoulders, and what is worn on them."""

from __future__ import annotations

import math

from newsdesk.example.photographs.canvas import Canvas, mix
from newsdesk.example.photographs.pen import Pen
from newsdesk.example.photographs.portraits.face import Face


def clothes(c: Canvas, face: Face) -> None:
    paint = ((0.0, mix(face.cloth, (255, 255, 255), 0.14)), (1.0, mix(face.cloth, (10, 10, 20), 0.55)))
    c.shape(_shoulders(c.pen()), paint, 0.8)
    c.shape(c.pen().polygon([(520, 600), (700, 690), (730, 800), (520, 800)]), (10, 8, 16), 26, 0.4)
    trim = mix(face.cloth, (10, 10, 20), 0.45)
    if face.clothes == "jacket":
        c.shape(c.pen().polygon([(336, 586), (400, 716), (464, 586), (440, 574), (360, 574)]), (236, 230, 220))
        c.shape(
            c.pen()
            .polygon([(330, 574), (286, 640), (330, 670), (318, 700), (400, 800), (400, 716)])
            .polygon([(470, 574), (514, 640), (470, 670), (482, 700), (400, 800), (400, 716)]),
            paint,
        )
        c.shape(
            c.pen()
            .line([(330, 574), (286, 640), (330, 670), (318, 700), (400, 800)], 4)
            .line([(470, 574), (514, 640), (470, 670), (482, 700), (400, 800)], 4),
            trim,
            1,
        )
        c.shape(
            c.pen().polygon([(342, 576), (400, 690), (458, 576), (432, 590), (400, 640), (368, 590)]),
            mix(face.skin, (60, 30, 30), 0.2),
            2,
            0.6,
        )
    elif face.clothes == "waterproof":
        c.shape(
            c.pen().polygon(
                [(290, 600), (336, 552), (400, 640), (464, 552), (510, 600), (450, 690), (400, 720), (350, 690)]
            ),
            mix(face.cloth, (255, 255, 255), 0.1),
            1,
        )
        c.shape(
            c.pen()
            .line([(400, 690), (400, 800)], 7)
            .line([(336, 552), (400, 640), (464, 552)], 6)
            .line([(290, 600), (350, 690), (400, 720), (450, 690), (510, 600)], 3),
            trim,
            0.8,
        )
    elif face.clothes == "rollneck":
        c.shape(
            c.pen().polygon([(330, 520), (400, 546), (470, 520), (480, 610), (400, 640), (320, 610)]),
            mix(face.cloth, (255, 255, 255), 0.16),
            1,
        )
        c.shape(
            c.pen().each(
                Pen.line,
                (
                    (
                        [
                            (330 + k * 14, 526 + 18 * math.sin(k / 10 * math.pi)),
                            (322 + k * 15.5, 612 + 20 * math.sin(k / 10 * math.pi)),
                        ],
                        2,
                    )
                    for k in range(11)
                ),
            ),
            trim,
            0.8,
            0.7,
        )
    else:
        c.shape(c.pen().slice(400, 582, 94, 58, 0, 180), mix(face.cloth, (255, 255, 255), 0.22), 0.8)
        c.shape(c.pen().slice(400, 578, 76, 44, 0, 180), mix(face.skin, (80, 30, 30), 0.12), 0.8)
        c.shape(
            _neck_front(c.pen()),
            ((0, mix(face.skin, (70, 24, 30), 0.42)), (0.5, mix(face.skin, (70, 24, 30), 0.2)), (1, face.skin)),
            2,
        )


def _shoulders(p: Pen) -> Pen:
    p.polygon(
        [
            (330, 578),
            (240, 616),
            (140, 660),
            (96, 720),
            (70, 810),
            (730, 810),
            (704, 720),
            (660, 660),
            (560, 616),
            (470, 578),
            (400, 620),
        ]
    )
    return p


def _neck_front(p: Pen) -> Pen:
    p.polygon([(342, 460), (458, 460), (462, 584), (430, 606), (370, 606), (338, 584)])
    return p
