"""A corridor at night, one door open."""

from __future__ import annotations

from PIL import Image

from newsdesk.example.photographs.canvas import Canvas, Stops
from newsdesk.example.photographs.pen import Pen


def paint(c: Canvas) -> Image.Image:
    """A corridor at night, one door open."""
    c.image.paste((28, 40, 50), (0, 0, *c.size))
    floor: Stops = ((0, (116, 136, 138)), (1, (58, 76, 84)))
    c.shape(c.pen().polygon([(0, 0), (1600, 0), (880, 440), (720, 440)]), ((0, (70, 84, 92)), (1, (120, 132, 132))))
    c.shape(
        c.pen().polygon([(0, 0), (720, 440), (720, 590), (0, 1067)]),
        ((0, (126, 148, 146)), (0.5, (150, 166, 160)), (1, (72, 92, 98))),
    )
    c.shape(
        c.pen().polygon([(1600, 0), (880, 440), (880, 590), (1600, 1067)]),
        ((0, (110, 132, 134)), (0.5, (136, 152, 150)), (1, (62, 82, 90))),
    )
    c.shape(c.pen().polygon([(0, 1067), (720, 590), (880, 590), (1600, 1067)]), floor)
    c.shape(c.pen().box(720, 440, 880, 590), ((0, (150, 160, 156)), (1, (104, 120, 122))))
    for t in (0.12, 0.24, 0.42, 0.68, 1.0):
        c.shape(
            c.pen().polygon(
                [
                    (800 - 190 * t, 516 - 470 * t),
                    (800 + 190 * t, 516 - 470 * t),
                    (800 + 160 * t, 516 - 400 * t),
                    (800 - 160 * t, 516 - 400 * t),
                ]
            ),
            (244, 255, 250),
        )
        c.glow(800, 516 - 435 * t, 420 * t, (150, 170, 160), 0.6)
        c.glow(800, 530 + 430 * t, 300 * t, (90, 106, 102), 0.55)
    for side in (-1, 1):
        for t, u in ((0.16, 0.22), (0.3, 0.42), (0.56, 0.8)):
            _door(c, side, t, u, is_open=side == 1 and t == 0.3)
        rail = (
            [(800 + side * 810 * t, 520 + 190 * t) for t in (0.1, 0.16)],
            [(800 + side * 810 * t, 520 + 190 * t) for t in (0.22, 0.3)],
            [(800 + side * 810 * t, 520 + 190 * t) for t in (0.42, 0.56)],
            [(800 + side * 810 * t, 520 + 190 * t) for t in (0.8, 1.05)],
        )
        for part in rail:
            c.shape(
                c.pen().polygon(
                    [
                        part[0],
                        part[1],
                        (part[1][0], part[1][1] + 5 + abs(part[1][0] - 800) / 44),
                        (part[0][0], part[0][1] + 5 + abs(part[0][0] - 800) / 44),
                    ]
                ),
                (66, 92, 98),
            )
    c.shape(c.pen().box(738, 470, 796, 590).box(804, 470, 862, 590), (86, 108, 110))
    c.shape(c.pen().box(752, 486, 784, 526).box(816, 486, 848, 526), (226, 240, 232))
    c.shape(c.pen().polygon([(1046, 640), (1140, 700), (900, 900), (560, 830)]), (255, 206, 130), 22, 0.5)
    c.shape(_trolley(c.pen()), ((0, (196, 206, 204)), (1, (60, 76, 82))))
    c.shape(c.pen().oval(470, 914, 190, 18), (28, 40, 46), 8, 0.6)
    c.soften(4, 940)
    return c.develop(-0.01, 0.4)


def _door(c: Canvas, side: int, near: float, far: float, is_open: bool) -> None:
    """A door in the wall on one side, between two depths."""

    def at(t: float, y: float) -> tuple[float, float]:
        return (800 + side * 810 * t, 520 + y * t)

    frame = [at(near, -250), at(far, -250), at(far, 480), at(near, 480)]
    c.shape(c.pen().polygon(frame), (70, 88, 92))
    inner = [at(near + 0.012, -232), at(far - 0.018, -232), at(far - 0.018, 474), at(near + 0.012, 474)]
    c.shape(
        c.pen().polygon(inner),
        ((0, (255, 232, 176)), (1, (250, 190, 110))) if is_open else ((0, (120, 146, 150)), (1, (80, 104, 112))),
    )
    if is_open:
        c.glow(*at((near + far) / 2, 100), 260, (220, 150, 70))
        x, y = at((near + far) / 2, 300)
        c.shape(
            c.pen()
            .polygon([(x - 22, y + 56), (x - 18, y - 40), (x + 18, y - 40), (x + 22, y + 56)])
            .oval(x, y - 58, 13, 16),
            (70, 48, 44),
            1,
        )
    else:
        w = far - near
        c.shape(
            c.pen().polygon(
                [at(near + w * 0.6, -130), at(near + w * 0.8, -130), at(near + w * 0.8, 70), at(near + w * 0.6, 70)]
            ),
            (40, 58, 68),
        )


def _trolley(p: Pen) -> Pen:
    p.polygon([(310, 748), (600, 742), (630, 772), (300, 780)])
    p.polygon([(310, 716), (400, 706), (410, 748), (312, 750)], 220)
    for x, y in ((330, 908), (600, 900), (400, 872), (560, 868)):
        p.line([(x, 770), (x, y)], 7)
        p.oval(x, y, 13, 13)
    p.line([(330, 846), (600, 840)], 6)
    p.line([(620, 760), (640, 640)], 5)
    p.polygon([(626, 640), (652, 640), (650, 684), (630, 684)], 200)
    return p
