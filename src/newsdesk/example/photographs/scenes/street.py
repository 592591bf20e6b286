"""A street in one-point perspective, for the two scenes that are set in it."""

from __future__ import annotations

from itertools import pairwise

from newsdesk.example.photographs.canvas import Canvas, Colour, mix
from newsdesk.example.photographs.pen import Pen, Point

Quad = tuple[Point, Point, Point, Point]


def side_of_street(left: bool, near: float, far: float, top: float, foot: float) -> Quad:
    """A house front in one-point perspective towards (800, 520); its ends are ``near`` and ``far``, 1 at the edge."""

    def at(t: float, y: float) -> Point:
        x = 800 - 860 * t if left else 800 + 860 * t
        return (x, 520 + (y - 520) * t)

    return (at(near, top), at(far, top), at(far, foot), at(near, foot))


def _within(quad: Quad, x: float, y: float) -> Point:
    """The place at ``x`` and ``y`` (0 to 1) of a front."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    top, foot = (ax + (bx - ax) * x, ay + (by - ay) * x), (dx + (cx - dx) * x, dy + (cy - dy) * x)
    return (top[0] + (foot[0] - top[0]) * y, top[1] + (foot[1] - top[1]) * y)


def _pane(p: Pen, quad: Quad, x: float, y: float, wide: float, tall: float) -> Pen:
    p.polygon(
        [_within(quad, x, y), _within(quad, x + wide, y), _within(quad, x + wide, y + tall), _within(quad, x, y + tall)]
    )
    return p


def _fronts(c: Canvas, left: bool) -> list[Quad]:
    edges = [1.25, 0.86, 0.6, 0.43, 0.31, 0.23]
    return [side_of_street(left, a, b, c.rng.uniform(-190, 30), 760) for a, b in pairwise(edges)][::-1]


def paint_street(c: Canvas, walls: list[Colour], shade: Colour, lit: float, window: Colour) -> None:
    """Two rows of houses, the far ones first and paler; ``lit`` is the part of the windows with a light behind."""
    for left in (True, False):
        for index, quad in enumerate(_fronts(c, left)):
            far = 1 - index / 4
            wall = mix(c.rng.choice(walls), shade, 0.15 + 0.5 * far)
            c.shape(c.pen().polygon(quad), ((0, wall), (1, mix(wall, shade, 0.55))))
            eaves = [
                quad[0],
                quad[1],
                (quad[1][0], quad[1][1] + 14 - 8 * far),
                (quad[0][0], quad[0][1] + 26 - 14 * far),
            ]
            c.shape(c.pen().polygon(eaves), mix(wall, (10, 10, 14), 0.6))
            panes = [(0.12 + 0.3 * column, 0.12 + 0.27 * floor) for column in range(3) for floor in range(2)]
            light = [pane for pane in panes if c.rng.random() < lit]
            dark = [pane for pane in panes if pane not in light]
            c.shape(c.pen().each(_pane, ((quad, x, y, 0.14, 0.15) for x, y in dark)), mix(wall, (14, 16, 26), 0.75))
            c.shape(c.pen().each(_pane, ((quad, x, y, 0.14, 0.15) for x, y in light)), window)
            c.shape(_pane(c.pen(), quad, 0.42, 0.68, 0.2, 0.32), mix(wall, (20, 16, 16), 0.72))
            for x, y in light:
                a, b = _within(quad, x + 0.07, y + 0.08)
                c.glow(a, b, 70 - 34 * far, mix(window, (0, 0, 0), 0.55))
