"""Beards and a moustache."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsdesk.example.photographs.pen import Pen
from newsdesk.example.photographs.portraits.face import MIDDLE


def _full_beard(p: Pen, w: int) -> Pen:
    p.polygon(
        [
            (MIDDLE - w + 2, 404),
            (MIDDLE - w + 26, 440),
            (356, 462),
            (400, 456),
            (444, 462),
            (MIDDLE + w - 26, 440),
            (MIDDLE + w - 2, 404),
            (MIDDLE + w - 16, 490),
            (452, 546),
            (400, 562),
            (348, 546),
            (MIDDLE - w + 16, 490),
        ]
    )
    return p


def _stubble(p: Pen, w: int) -> Pen:
    p.polygon(
        [
            (MIDDLE - w + 10, 430),
            (352, 456),
            (448, 456),
            (MIDDLE + w - 10, 430),
            (MIDDLE + w - 26, 486),
            (440, 524),
            (400, 532),
            (360, 524),
            (MIDDLE - w + 26, 486),
        ]
    )
    return p


def _moustache(p: Pen, w: int) -> Pen:
    p.polygon([(400, 454), (440, 462), (458, 484), (420, 474), (400, 472), (380, 474), (342, 484), (360, 462)])
    return p


BEARDS: Mapping[str, Callable[[Pen, int], Pen]] = {"full": _full_beard, "stubble": _stubble, "moustache": _moustache}
