"""espeak-ng, which comes with Newsdesk and speaks English, Ukrainian and a hundred languages more, by rules.

Under the GPL, so only the child loads it. https://github.com/espeak-ng/espeak-ng/blob/master/src/include/espeak-ng/speak_lib.h
"""

from __future__ import annotations

import ctypes
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdesk.audio.sound.failed import gettext_noop
from newsdesk.audio.speaking import children
from newsdesk.audio.speaking.reasons import because
from newsdesk.audio.speaking.values import Order, Speech, Unspeakable

NAME = "espeak"
KIND = "formant"
REMOTE = False
LICENCE = "GPL-3.0-or-later"

PACE = 0.2  # one core speaks some hundred seconds in one
MEMORY = 1 << 29
MISSING = gettext_noop("It is not installed; run `pip install espeakng-loader`.")
REFUSED = gettext_noop("the engine refused it")
SPEAKS_NOT = gettext_noop("it does not speak the language “%(language)s”")
SPEED = 145  # what it calls words a minute; of English about 165, with the pauses of an article
SPEEDS = {"uk": 200}  # where its own voice is slow

_SYNCHRONOUS, _DO_NOT_EXIT = 2, 0x8000
_UTF8 = 1
_FROM_CHARACTER = 1
_RATE = 1


def problem(settings: Any) -> str:
    return "" if find_spec("espeakng_loader") else MISSING


def speak(order: Order) -> Speech:
    return children.speak(__name__, NAME, order, pace=PACE, memory=MEMORY, variant=order.variant)


def engine(particulars: dict[str, str]) -> Espeak:
    """Called in the child."""
    import espeakng_loader

    return Espeak(espeakng_loader.get_library_path(), espeakng_loader.get_data_path(), particulars["variant"])


class Espeak:
    """The library, which is one for the whole process; ``variant`` is the name of one of its own, such as ``f2``."""

    def __init__(self, library: str, data: str, variant: str) -> None:
        self._library = ctypes.CDLL(library)
        self._library.espeak_Info.restype = ctypes.c_char_p
        self.rate: int = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), _DO_NOT_EXIT)
        self.version = self._library.espeak_Info(None).decode()
        self._variant = f"+{variant}" if (Path(data) / "voices" / "!v" / variant).is_file() else ""
        self._heard = bytearray()
        self._hears = _HEARS(self._hear)  # kept, for the library keeps only its address
        self._library.espeak_SetSynthCallback(self._hears)

    def utter(self, number: int, text: str, language: str) -> bytes:
        self._turn_to(language, number)
        self._heard.clear()
        encoded = text.encode()
        done = self._library.espeak_Synth(encoded, len(encoded) + 1, 0, _FROM_CHARACTER, 0, _UTF8, None, None)
        if done != 0:
            raise Unspeakable(because(REFUSED), number)
        return bytes(self._heard)

    def _turn_to(self, language: str, number: int) -> None:
        """The voice of a language, by its whole tag or its first part; setting it sets the speed back."""
        tag = language.lower().replace("_", "-")
        for name in (tag, tag.partition("-")[0]):
            if self._library.espeak_SetVoiceByName(f"{name}{self._variant}".encode()) == 0:
                self._library.espeak_SetParameter(_RATE, SPEED if self._variant else SPEEDS.get(name, SPEED), 0)
                return
        raise Unspeakable(because(SPEAKS_NOT, language=language), number)

    def _hear(self, samples: int | None, count: int, _: int | None) -> int:
        if samples and count > 0:
            self._heard += ctypes.string_at(samples, 2 * count)
        return 0


_HEARS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
