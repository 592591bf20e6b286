"""Hair, as drawn around a head: over it, and what hangs behind."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from newsdesk.example.photographs.pen import Pen
from newsdesk.example.photographs.portraits.face import MIDDLE


def _cap(p: Pen, w: int, low: float, part: float) -> Pen:
    """Hair over the skull, its line parted at ``part`` (0 left, 1 right) and falling to ``low`` at the sides."""
    crown = [
        (
            MIDDLE + (w + 14) * math.sin(a / 24 * math.pi - math.pi / 2),
            352 - 172 * math.cos(a / 24 * math.pi - math.pi / 2),
        )
        for a in range(25)
    ]
    x = MIDDLE - w + 2 * w * part
    p.polygon(
        [
            (MIDDLE - w - 12, low),
            *crown,
            (MIDDLE + w + 12, low),
            (MIDDLE + w - 6, low),
            (MIDDLE + w - 16, 330),
            (MIDDLE + w * 0.6, 272),
            (x, 250),
            (MIDDLE - w * 0.7, 284),
            (MIDDLE - w + 14, 334),
            (MIDDLE - w + 6, low),
        ]
    )
    return p


def _short(p: Pen, w: int) -> Pen:
    _cap(p, w, 400, 0.3)
    return p


def _crop(p: Pen, w: int) -> Pen:
    _cap(p, w, 372, 0.62)
    p.polygon([(300, 268), (330, 176), (420, 160), (500, 200), (512, 280), (440, 240), (360, 246)])
    return p


def _long(p: Pen, w: int) -> Pen:
    _cap(p, w, 480, 0.5)
    for side in (-1, 1):
        p.polygon(
            [
                (MIDDLE + side * (w - 14), 320),
                (MIDDLE + side * (w + 18), 330),
                (MIDDLE + side * (w + 34), 560),
                (MIDDLE + side * (w + 6), 690),
                (MIDDLE + side * (w - 26), 640),
                (MIDDLE + side * (w - 6), 460),
            ]
        )
    return p


def _long_behind(p: Pen) -> Pen:
    p.polygon([(270, 300), (530, 300), (560, 640), (490, 700), (310, 700), (240, 640)])
    return p


def _curls(p: Pen, w: int) -> Pen:
    for step in range(46):
        a = -math.pi * 0.16 + step / 45 * math.pi * 1.32
        for ring, r in ((w + 6, 30), (w + 42, 34)):
            wobble = 12 * math.sin(step * 2.7)
            p.oval(MIDDLE - ring * 1.04 * math.cos(a), 350 - (ring + wobble) * 1.24 * math.sin(a), r, r)
    for x in range(310, 500, 24):
        p.oval(x, 250 - 14 * math.sin((x - 310) / 190 * math.pi), 24, 24)
    return p


def _curls_behind(p: Pen) -> Pen:
    p.oval(400, 420, 196, 150)
    for step in range(30):
        p.oval(400 + 190 * math.cos(step * 0.9), 430 + 110 * math.sin(step * 1.7), 46, 46)
    return p


def _bun(p: Pen, w: int) -> Pen:
    _cap(p, w, 390, 0.5)
    return p


def _bun_behind(p: Pen) -> Pen:
    p.oval(400, 178, 64, 50)
    p.oval(400, 210, 90, 50)
    return p


def _pinned(p: Pen, w: int) -> Pen:
    _cap(p, w, 404, 0.4)
    for step in range(13):
        a = math.pi * (0.1 + step / 12 * 0.8)
        p.oval(MIDDLE - (w + 4) * math.cos(a), 340 - 158 * math.sin(a), 34, 30)
    return p


def _rim(p: Pen, w: int) -> Pen:
    for side in (-1, 1):
        x = MIDDLE + side * w
        p.polygon([(x - side * 12, 320), (x + side * 10, 340), (x + side * 10, 404), (x - side * 4, 410)])
    return p


HAIR: Mapping[str, Callable[[Pen, int], Pen]] = {
    "short": _short,
    "crop": _crop,
    "long": _long,
    "curls": _curls,
    "bun": _bun,
    "pinned": _pinned,
    "rim": _rim,
}
HAIR_BEHIND: Mapping[str, Callable[[Pen], Pen]] = {"long": _long_behind, "curls": _curls_behind, "bun": _bun_behind}
