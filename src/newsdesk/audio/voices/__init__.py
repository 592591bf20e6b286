"""One file is one voice, found by being there; what is under another licence is imported in ``engine`` only.

Each has the attributes of ``Voice`` below. One that speaks on this machine also has ``engine(particulars)``, which its
child calls (``speaking/child.py``): that alone imports the engine.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Literal, Protocol, cast

from newsdesk.audio.speaking.values import Order, Speech


class Voice(Protocol):
    """``REMOTE``: the text leaves the house. ``LICENCE``: of the engine, and where it differs of the voice."""

    NAME: str
    KIND: Literal["formant", "trained"]
    REMOTE: bool
    LICENCE: str

    def problem(self, settings: Any) -> str:
        """Empty where it can work with these settings of Django; else one sentence with the remedy."""
        ...

    def speak(self, order: Order) -> Speech:
        """Says it all; raises ``VoiceFailed``, and ``Unspeakable`` of one utterance."""
        ...


def names() -> list[str]:
    return sorted(module.name for place in __path__ for module in iter_modules([place]))


def named(name: str) -> Voice:
    """The voice of this name; raises ``KeyError`` where there is none."""
    if name not in names():
        raise KeyError(name)
    return cast(Voice, import_module(f"{__name__}.{name}"))
