"""What stands for speech in tests, and files of it."""

from __future__ import annotations

import io
import math
import wave
from array import array

RATE = 24_000


def speech(seconds: float, rate: int = RATE) -> bytes:
    """A tone that swells and falls four times a second, as syllables do."""
    steps = range(int(seconds * rate))
    return array(
        "h", (int(9_000 * math.sin(0.3 * step) * math.sin(4 * math.pi * step / rate) ** 2) for step in steps)
    ).tobytes()


def wav(pcm: bytes, rate: int = RATE) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as opened:
        opened.setnchannels(1)
        opened.setsampwidth(2)
        opened.setframerate(rate)
        opened.writeframes(pcm)
    return file.getvalue()


def mp3(pcm: bytes, rate: int = RATE) -> bytes:
    import av

    file = io.BytesIO()
    with av.open(file, "w", format="mp3") as container, av.open(io.BytesIO(wav(pcm, rate)), "r") as source:
        stream = container.add_stream("mp3", rate=rate, layout="mono")
        for frame in source.decode(audio=0):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()
