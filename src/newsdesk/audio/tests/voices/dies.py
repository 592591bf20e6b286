"""Its engine crashes, as C can."""

from __future__ import annotations

import os
import signal
from typing import Any

from newsdesk.audio.speaking import children
from newsdesk.audio.speaking.values import Order, Speech

NAME, KIND, REMOTE, LICENCE = "dies", "formant", False, "none"


def problem(settings: Any) -> str:
    return ""


def speak(order: Order) -> Speech:
    return children.speak(__name__, NAME, order, pace=0.1, memory=1 << 29)


def engine(particulars: Any) -> Engine:
    return Engine()


class Engine:
    rate, version = 8_000, "1"

    def utter(self, number: int, text: str, language: str) -> bytes:
        os.kill(os.getpid(), signal.SIGSEGV)
        return b""
