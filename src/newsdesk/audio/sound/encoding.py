"""The two files that readers get, still without tags, made in one pass of the same samples.

MP3 at 64 kbit/s is what every podcast app plays; Opus at 32 kbit/s in MP4 is half of it, for browsers. How the encoders
are set was chosen by measuring (docs/adr/061-sound-is-measured-as-it-will-be-heard.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
from av.audio.format import AudioFormat
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer

from newsdesk.audio.sound.chapters import spans
from newsdesk.audio.sound.stream import RATE

_MP3 = {"compression_level": "7"}
"""Above 6, LAME shapes no noise: less distortion, in 60 % of the time."""
_OPUS = {"compression_level": "10", "application": "audio", "vbr": "constrained"}
"""Below 8, passing between its modes overshoots by 6 dB."""
_OPUS_IN_ONE_MODE = _OPUS | {"application": "lowdelay"}
_MUXER = {"fflags": "+bitexact"}  # no version of FFmpeg, no time of day


def encode(
    frames: Iterator[AudioFrame],
    files: dict[str, Path],
    chapters: list[tuple[str, float]],
    seconds: float,
    *,
    careful: bool = False,
) -> None:
    """Writes ``files``, one for each ending; chapters go into the MP4, the MP3 has them in its tag.

    ``careful`` keeps Opus to one of its modes, which costs some clarity and overshoots less.
    """
    opus = _OPUS_IN_ONE_MODE if careful else _OPUS
    with (
        av.open(str(files["mp3"]), "w", format="mp3", options=_MUXER | {"id3v2_version": "0"}) as mp3,
        av.open(str(files["mp4"]), "w", format="mp4", options=_MUXER) as mp4,
    ):
        mp4.set_chapters(_chapters(chapters, seconds))
        outputs = [
            (mp3, _stream(mp3, "libmp3lame", 64_000, _MP3, "fltp")),
            (mp4, _stream(mp4, "libopus", 32_000, opus, "flt")),
        ]
        samples = 0
        for frame in frames:
            frame.pts, frame.time_base = samples, Fraction(1, RATE)
            samples += frame.samples
            for container, stream in outputs:
                container.mux(stream.encode(frame))
        for container, stream in outputs:
            container.mux(stream.encode(None))


def _stream(container: OutputContainer, codec: str, rate: int, options: dict[str, str], format: str) -> AudioStream:
    stream = cast(AudioStream, container.add_stream(codec, rate=RATE, layout="mono", bit_rate=rate, options=options))
    stream.codec_context.format = AudioFormat(format)
    return stream


def _chapters(chapters: list[tuple[str, float]], seconds: float) -> list[Any]:
    base = Fraction(1, 1000)
    return [
        {"id": number, "start": start, "end": end, "time_base": base, "metadata": {"title": title}}
        for number, (title, start, end) in enumerate(spans(chapters, seconds))
    ]
