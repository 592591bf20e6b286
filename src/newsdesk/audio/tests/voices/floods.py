"""Writes more than it may."""

from __future__ import annotations

import tempfile
from typing import Any

from newsdesk.audio.speaking import children
from newsdesk.audio.speaking.values import Order, Speech

NAME, KIND, REMOTE, LICENCE = "floods", "formant", False, "none"


def problem(settings: Any) -> str:
    return ""


def speak(order: Order) -> Speech:
    return children.speak(__name__, NAME, order, pace=0.1, memory=1 << 29)


def engine(particulars: Any) -> Engine:
    return Engine()


class Engine:
    rate, version = 8_000, "1"

    def utter(self, number: int, text: str, language: str) -> bytes:
        with tempfile.TemporaryFile() as file:
            for _ in range(64):
                file.write(bytes(1 << 20))
        return b""
