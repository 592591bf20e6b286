"""Sound as voices and people make it, and as they should not, made of numbers."""

from __future__ import annotations

import array
import json
import math
import random
import re
import shutil
import struct
import subprocess
from functools import cache
from pathlib import Path

import av

from newsdesk.audio.sound import certificate
from newsdesk.audio.sound.order import Limits, Order, Signer, Tags
from newsdesk.audio.sound.source import Source

RATE = 22_050
TITLE = "Порт знову працює: grain & “ferries”"
URL = "https://paper.example/2026/11/the-harbour-reopens/"
DISCLOSURE = "This is an automated reading by a synthetic voice."
FFMPEG = shutil.which("ffmpeg")
FFPROBE = shutil.which("ffprobe")

ARTICLE = Tags(
    TITLE, ("Olena Koval", "John Smith"), "The Newsroom", "2026-11-25", URL, "uk-UA", DISCLOSURE, "algorithmicMedia"
)
READ = Tags(TITLE, ("Olena Koval",), "The Newsroom", "2026-11-25", URL, "uk-UA", "Read by Olena Koval")


def speech(seconds: float, rate: int = RATE, loud: float = 0.3) -> bytes:
    """Something like it: syllables of a buzzing tone and hisses, with pauses between, as raw samples."""
    chance = random.Random(4)
    syllable = [0.0] * int(rate * 0.18)
    for at in range(len(syllable)):
        swell = math.sin(math.pi * at / len(syllable)) ** 2
        buzz = sum(math.sin(2 * math.pi * 120 * n * at / rate) / n for n in range(1, 12))
        syllable[at] = swell * (buzz + chance.uniform(-0.4, 0.4))
    one = array.array("h", [round(max(-1, min(1, loud * value / 2)) * 32_767) for value in syllable])
    quiet = array.array("h", [0] * int(rate * 0.06))
    piece = (one + quiet).tobytes()
    return (piece * (int(seconds * rate * 2 / len(piece)) + 1))[: int(seconds * rate) * 2]


def noise(seconds: float, rate: int = RATE) -> bytes:
    chance = random.Random(5)
    return array.array("h", [chance.randrange(-32_768, 32_768) for _ in range(int(seconds * rate))]).tobytes()


def clipped(seconds: float, rate: int = RATE) -> bytes:
    """Speech that was recorded far too loud."""
    return speech(seconds, rate, loud=30)


def silence(seconds: float, rate: int = RATE) -> bytes:
    return bytes(int(seconds * rate) * 2)


def wav(samples: bytes, rate: int, channels: int = 1, bits: int = 16, format: int = 1) -> bytes:
    block = channels * bits // 8
    head = struct.pack("<IHHIIHH", 16, format, channels, rate, rate * block, block, bits)
    return b"RIFF" + struct.pack("<I", 36 + len(samples)) + b"WAVEfmt " + head + _data(samples)


def _data(samples: bytes) -> bytes:
    return b"data" + struct.pack("<I", len(samples)) + samples


def recording(
    folder: Path, ending: str, codec: str, seconds: float = 4, rate: int = 44_100, layout: str = "mono"
) -> Path:
    """An upload, made by FFmpeg's encoders from speech."""
    raw, file = folder / "raw.wav", folder / f"upload.{ending}"
    raw.write_bytes(wav(speech(seconds, rate), rate))
    with av.open(str(raw)) as source, av.open(str(file), "w") as out:
        stream = out.add_stream(codec, rate=rate, layout=layout)
        for frame in source.decode(audio=0):
            out.mux(stream.encode(frame))  # type: ignore[union-attr]
        out.mux(stream.encode(None))  # type: ignore[union-attr]
    return file


def source(folder: Path, samples: bytes, rate: int = RATE, limits: Limits | None = None) -> Source:
    file = folder / "voice.pcm"
    file.write_bytes(samples)
    return Source(file, rate, limits or Limits())


@cache
def signer() -> Signer:
    return Signer(*certificate.make("The Newsroom"))


def order(folder: Path, samples: bytes, tags: Tags = ARTICLE, rate: int = RATE) -> Order:
    file = folder / "voice.pcm"
    file.write_bytes(samples)
    return Order(file, rate, tags, signer())


def measured(file: Path) -> tuple[float, float]:
    """LUFS as dual mono and dBTP, by Debian's ffmpeg, which is no part of us."""
    _needs(FFMPEG)
    filters = "ebur128=dualmono=true:peak=true"
    command = [
        str(FFMPEG),
        "-hide_banner",
        "-nostats",
        "-i",
        str(file),
        "-map",
        "0:a",
        "-af",
        filters,
        "-f",
        "null",
        "-",
    ]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr.rpartition("Summary:")[2]
    return _number(r"I:\s+(\S+) LUFS", said), _number(r"Peak:\s+(\S+) dBFS", said)


def probed(file: Path) -> dict[str, object]:
    """What Debian's ffprobe reads."""
    _needs(FFPROBE)
    command = [str(FFPROBE), "-v", "quiet", "-show_format", "-show_streams", "-show_chapters", "-of", "json", str(file)]
    done = subprocess.run(command, capture_output=True, check=True)
    value: dict[str, object] = json.loads(done.stdout)
    return value


def _number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    assert found, text
    return float(found[1])


def _needs(program: str | None) -> None:
    if not program:
        import pytest

        pytest.skip("a second opinion needs ffmpeg")
