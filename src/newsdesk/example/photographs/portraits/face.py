"""What makes one painted person different from another."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.example.photographs.canvas import Colour

DARK: Colour = (30, 20, 24)
MIDDLE = 400


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
