"""People from afar, as a few scenes need them: standing, or walking with something in their hand."""

from __future__ import annotations

from newsdesk.example.photographs.pen import Pen, Point

_COAT: tuple[Point, ...] = (
    *((-8, -152), (-20, -148), (-27, -138), (-25, -104), (-28, -62), (0, -58)),
    *((28, -62), (24, -104), (27, -138), (20, -148), (8, -152)),
)


def standing(p: Pen, x: float, y: float, s: float, stride: float = 10, turn: float = 1) -> Pen:
    """A grown person whose feet are at (x, y), 184 pixels tall where ``s`` is 1; ``turn`` is -1 to walk to the left."""

    def at(*points: Point) -> list[Point]:
        return [(x + a * s * turn, y + b * s) for a, b in points]

    p.polygon(at(*_COAT))
    p.polygon(at((-20, -70), (-2, -70), (-stride + 2, -4), (-stride - 11, -4)))
    p.polygon(at((2, -70), (20, -70), (stride + 13, 0), (stride - 1, 0)))
    p.polygon(at((-stride - 11, -6), (-stride + 3, -6), (-stride + 9, 0), (-stride - 11, 0)))
    p.polygon(at((stride - 1, -3), (stride + 13, -3), (stride + 20, 4), (stride - 1, 4)))
    p.line(at((-24, -138), (-31, -108), (-27, -80)), 11 * s)
    p.line(at((24, -138), (33, -110), (32, -84)), 11 * s)
    for a, b in at((-27, -77), (32, -80)):
        p.oval(a, b, 6 * s, 7 * s)
    p.polygon(at((-7, -164), (7, -164), (9, -146), (-9, -146)))
    return p.oval(x + 2 * s * turn, y - 170 * s, 12.5 * s, 15.5 * s)


def carrying(p: Pen, x: float, y: float, s: float, turn: float = 1) -> Pen:
    """The same with a bag in the leading hand."""
    standing(p, x, y, s, 14, turn)
    bag = [(x + a * s * turn, y + b * s) for a, b in ((20, -74), (46, -74), (50, -34), (16, -34))]
    return p.polygon(bag).line([(x + 24 * s * turn, y - 74 * s), (x + 32 * s * turn, y - 84 * s)], 3 * s)
