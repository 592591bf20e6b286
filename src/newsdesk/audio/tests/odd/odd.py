"""A voice that does what ``HOW`` says: hangs, dies, is silent, makes noise, or speaks."""

from __future__ import annotations

import os
import time
from typing import Any

from newsdesk.audio.sound.tests import sounds
from newsdesk.audio.speaking import children
from newsdesk.audio.speaking.values import Order, Speech

NAME = "odd"
KIND = "formant"
REMOTE = False
LICENCE = "none"
HOW = ["speaks"]
SECONDS = [60.0]


def problem(settings: Any) -> str:
    return ""


def speak(order: Order) -> Speech:
    given = Order(order.phrases, order.folder, order.variant, SECONDS[0])
    return children.speak("newsdesk.audio.tests.odd.odd", NAME, given, pace=1, memory=2 << 30, how=HOW[0])


def engine(particulars: dict[str, str]) -> Odd:
    return Odd(particulars["how"])


class Odd:
    rate = sounds.RATE
    version = "0"

    def __init__(self, how: str) -> None:
        self.how = how

    def utter(self, number: int, text: str, language: str) -> bytes:
        seconds = max(0.5, len(text) / 14)
        match self.how:
            case "hangs":
                time.sleep(600)
            case "dies":
                os.abort()
            case "is silent":
                return sounds.silence(seconds)
            case "makes noise":
                return sounds.noise(seconds)
        return sounds.speech(seconds)
