"""Tells what of ours it finds in its environment."""

from __future__ import annotations

import os
from typing import Any

from newsdesk.audio.speaking import children
from newsdesk.audio.speaking.reasons import because
from newsdesk.audio.speaking.values import Order, Speech, Unspeakable

NAME, KIND, REMOTE, LICENCE = "telling", "formant", False, "none"


def problem(settings: Any) -> str:
    return ""


def speak(order: Order) -> Speech:
    return children.speak(__name__, NAME, order, pace=0.1, memory=1 << 29)


def engine(particulars: Any) -> Engine:
    return Engine()


class Engine:
    rate, version = 8_000, "1"

    def utter(self, number: int, text: str, language: str) -> bytes:
        found = sorted(name for name in os.environ if name.startswith("NEWSDESK"))
        raise Unspeakable(because(f"found {found}"), number)
