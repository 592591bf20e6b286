"""Piper is no dependency of ours: what stands for it here has its shape, and is found as it would be."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from newsdesk.audio import voices
from newsdesk.audio.speaking.say import say
from newsdesk.audio.speaking.values import Phrase, Speech, VoiceFailed

PIPER = voices.named("piper")
STAND_IN = """
from types import SimpleNamespace
from newsdesk.audio.tests import samples

class PiperVoice:
    @classmethod
    def load(cls, model):
        voice = cls()
        voice.config = SimpleNamespace(sample_rate=int(open(model).read()))
        return voice

    def synthesize(self, text):
        for part in text.split(", "):
            yield SimpleNamespace(audio_int16_bytes=samples.speech(len(part) / 14, self.config.sample_rate))
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    """The folder of models, where Piper is installed."""
    site, folder = tmp_path / "site", tmp_path / "models"
    for place in (site / "piper", site / "piper_tts-1.8.0.dist-info", folder):
        place.mkdir(parents=True)
    (site / "piper" / "__init__.py").write_text(STAND_IN)
    (site / "piper_tts-1.8.0.dist-info" / "METADATA").write_text("Name: piper-tts\nVersion: 1.8.0\n")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", f"{site}:{Path(voices.__file__).parents[3]}")
    settings.NEWSDESK_PIPER_MODELS = folder
    return folder


def model(folder: Path, name: str, rate: int = 8_000) -> None:
    (folder / f"{name}.onnx").write_text(str(rate))
    (folder / f"{name}.onnx.json").write_text("{}")


def read(folder: Path, *phrases: Phrase, variant: str = "") -> Speech:
    return say(PIPER, phrases, "en", folder.parent / "clip", variant=variant)


def test_each_language_is_read_by_its_own_model(installed: Path) -> None:
    for name in ("en_GB-alba-low", "en_US-ines-low", "uk_UA-mara-low"):
        model(installed, name)
    speech = read(installed, Phrase("One, two.", 0, "en-GB"), Phrase("Один.", 0, "uk"))
    assert (speech.rate, speech.version) == (8_000, "1.8.0 en_GB-alba-low uk_UA-mara-low")
    assert read(installed, Phrase("One.", 0, ""), variant="en_US-ines-low").version == "1.8.0 en_US-ines-low"
    assert "piper" not in sys.modules


@pytest.mark.parametrize(("there", "remedy"), [([], "newsdesk voice get"), (["uk_UA-mara-low"], "fetch one for it")])
def test_without_a_model_the_remedy_is_told(there: list[str], remedy: str, installed: Path) -> None:
    for name in there:
        model(installed, name)
    with pytest.raises(VoiceFailed, match=remedy) as failed:
        read(installed, Phrase("One.", 0, ""))
    assert failed.value.permanent


def test_half_a_model_is_none(installed: Path, settings: Any) -> None:
    (installed / "en_GB-alba-low.onnx").write_text("8000")
    assert "There is no model" in PIPER.problem(settings)


def test_models_that_do_not_go_together_are_told(installed: Path) -> None:
    model(installed, "en_GB-alba-low", 16_000)
    model(installed, "uk_UA-mara-low", 8_000)
    with pytest.raises(VoiceFailed, match=r"different rates \(8000, 16000\)"):
        read(installed, Phrase("One.", 0, ""), Phrase("Один.", 0, "uk"))


def test_without_piper_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    from newsdesk.audio.voices import piper

    monkeypatch.setattr(piper, "find_spec", lambda name: None)
    assert "pip install piper-tts" in PIPER.problem(settings)
