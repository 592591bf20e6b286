"""Says nothing for as long as it should speak."""

from __future__ import annotations

from typing import Any

from newsdesk.audio.speaking import children
from newsdesk.audio.speaking.values import Order, Speech

NAME, KIND, REMOTE, LICENCE = "silent", "formant", False, "none"


def problem(settings: Any) -> str:
    return ""


def speak(order: Order) -> Speech:
    return children.speak(__name__, NAME, order, pace=0.1, memory=1 << 29)


def engine(particulars: Any) -> Engine:
    return Engine()


class Engine:
    rate, version = 8_000, "1"

    def utter(self, number: int, text: str, language: str) -> bytes:
        return bytes(2 * self.rate * 2)
