"""Piper, a neural voice on this machine, where the newsroom has installed it and put a model in its folder.

Under the GPL, so it is no dependency of ours and only the child loads it. https://github.com/OHF-Voice/piper1-gpl
"""

from __future__ import annotations

import re
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdesk.audio.sound.failed import gettext_noop
from newsdesk.audio.speaking import children
from newsdesk.audio.speaking.reasons import because
from newsdesk.audio.speaking.values import Order, Speech, Unspeakable, VoiceFailed

NAME = "piper"
KIND = "trained"
REMOTE = False
LICENCE = "GPL-3.0-or-later; each model has its own, in its MODEL_CARD"

PACE = 3.0  # a slow core speaks a second in less than one
MEMORY = 4 << 30
INSTALL = gettext_noop("Piper is not installed; run `pip install piper-tts` where Newsdesk is (it is under the GPL).")
GET = gettext_noop("There is no model; fetch one with `newsdesk voice get en_GB-alba-medium`.")

NO_MODEL = gettext_noop("no model of Piper speaks the language “%(language)s”; fetch one for it")
UNLIKE = gettext_noop("its models have different rates (%(rates)s)")


def problem(settings: Any) -> str:
    if not find_spec("piper"):
        return INSTALL
    return "" if models(settings.NEWSDESK_PIPER_MODELS) else GET


def models(folder: Path) -> list[str]:
    """The names of those that are there whole: ``NAME.onnx`` beside ``NAME.onnx.json``."""
    return sorted(file.stem for file in folder.glob("*.onnx") if file.with_name(f"{file.name}.json").is_file())


def speak(order: Order) -> Speech:
    from django.conf import settings

    if wrong := problem(settings):
        raise VoiceFailed(because(wrong), permanent=True)
    folder: Path = settings.NEWSDESK_PIPER_MODELS
    languages = sorted({phrase.language for phrase in order.phrases if phrase.text})
    chosen = {language: str(folder / f"{_model(folder, order.variant, language)}.onnx") for language in languages}
    return children.speak(__name__, NAME, order, pace=PACE, memory=MEMORY, models=chosen)


def _model(folder: Path, variant: str, language: str) -> str:
    """The model asked for, where it speaks the language; else the first that does."""
    first = re.split("[-_]", language)[0].lower()
    able = [name for name in models(folder) if re.split("[-_]", name)[0].lower() == first]
    if not able:
        raise VoiceFailed(because(NO_MODEL, language=language), permanent=True)
    return variant if variant in able else able[0]


def engine(particulars: dict[str, dict[str, str]]) -> Piper:
    """Called in the child."""
    return Piper(particulars["models"])


class Piper:
    """One model for each language; all of one rate."""

    def __init__(self, models: dict[str, str]) -> None:
        from piper import PiperVoice

        self._voices = {language: PiperVoice.load(model) for language, model in models.items()}
        rates = {voice.config.sample_rate for voice in self._voices.values()}
        if len(rates) > 1:
            raise Unspeakable(because(UNLIKE, rates=", ".join(map(str, sorted(rates)))))
        self.rate: int = rates.pop()
        self.version = f"{version('piper-tts')} {' '.join(sorted({Path(model).stem for model in models.values()}))}"

    def utter(self, number: int, text: str, language: str) -> bytes:
        return b"".join(chunk.audio_int16_bytes for chunk in self._voices[language].synthesize(text))
