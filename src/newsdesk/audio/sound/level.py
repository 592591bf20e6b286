"""How loud sound is, and how it comes to be as loud as all other clips.

EBU R 128 as FFmpeg measures it: one channel counts as two, since that is how it is played. Speech is brought to
-16 LUFS (https://podcasters.apple.com/support/893-audio-requirements); what would stick out is held down by a limiter
that looks ahead. Lossy coding overshoots, so the ceiling is below the true peak that is allowed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from av.audio.frame import AudioFrame

from newsdesk.audio.sound import stream
from newsdesk.audio.sound.failed import SoundFailed, gettext_noop
from newsdesk.audio.sound.source import Source, damaged

TARGET = -16.0
"""LUFS."""
TOLERANCE = 1.0
CEILING = -2.5
"""dBFS, of samples at 48 kHz."""
HIGHEST = -1.0
"""dBTP, of what a file decodes to."""

_NEAR = 0.6  # of a loudness unit: of the dB that make up for so little, the limiter takes hardly any
_SILENT = -60.0  # LUFS and dBFS
_ROUNDS = 4

_SILENCE = gettext_noop("There is nothing to be heard in it.")
_LISTEN = gettext_noop("Listen to the file, and record it again.")
_UNEVEN = gettext_noop("Its loudest moments are too loud beside the rest.")
_LEVEL = gettext_noop("Level it in a sound editor, or record it again.")


@dataclass(frozen=True, slots=True)
class Level:
    """``lufs`` as dual mono, ``peak`` in dB, of samples or true as was asked."""

    lufs: float
    peak: float
    seconds: float


def heard(frames: Iterator[AudioFrame], *, true_peak: bool = False) -> Level:
    """How loud one channel is."""
    kind = "true" if true_peak else "sample"
    meter = ("ebur128", f"dualmono=true:metadata=1:framelog=quiet:peak={kind}")
    samples, said = 0, {"lavfi.r128.I": "-70"}
    for frame in stream.through(frames, meter):
        samples += frame.samples
        said = frame.metadata or said
    ratio = float(said.get(f"lavfi.r128.{kind}_peak", 0))
    peak = 20 * math.log10(ratio) if ratio > 0 else -math.inf
    return Level(float(said["lavfi.r128.I"]), peak, samples / stream.RATE)


def levelled(source: Source, gain: float, ceiling: float) -> Iterator[AudioFrame]:
    """One channel at 48 kHz, ``gain`` dB louder, and nowhere above ``ceiling`` dBFS."""
    limiter = f"limit={10 ** (ceiling / 20):.6f}:attack=5:release=50:level=disabled:latency=1"
    louder = ("volume", f"{gain:.3f}dB:precision=float")
    return stream.through(source.frames(), *stream.MONO, louder, ("alimiter", limiter), stream.MONO[1])


def plain(source: Source) -> Level:
    """How loud it is as it came; raises ``SoundFailed`` for silence and for what is no sound."""
    level = heard(_of_numbers(stream.through(source.frames(), *stream.MONO)))
    if level.lufs < _SILENT or level.peak < _SILENT:
        raise SoundFailed(_SILENCE, _LISTEN)
    return level


def _of_numbers(frames: Iterator[AudioFrame]) -> Iterator[AudioFrame]:
    """The frames; raises ``SoundFailed`` at a sample that is no number, from which the meter would never recover."""
    for frame in frames:
        if not math.isfinite(sum(memoryview(frame.planes[0]).cast("B")[: 4 * frame.samples].cast("f"))):
            raise damaged()
        yield frame


def gain(source: Source, as_it_came: Level, aim: float, ceiling: float) -> float:
    """The dB that bring it to ``aim`` LUFS, counting in what the limiter takes away; raises ``SoundFailed``."""
    found = aim - as_it_came.lufs
    if as_it_came.peak + found <= ceiling:
        return found
    for _ in range(_ROUNDS):
        missing = aim - heard(levelled(source, found, ceiling)).lufs
        found += missing
        if abs(missing) < _NEAR:
            return found
    raise SoundFailed(_UNEVEN, _LEVEL)
