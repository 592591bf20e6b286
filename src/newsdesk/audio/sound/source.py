"""Where frames come from: raw samples of a voice, or a recording that somebody uploaded, taken for what it is.

A recording is known by its first bytes and decoded by the demuxer and the decoders named here, whatever it is called.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer

from newsdesk.audio.sound.failed import SoundFailed, gettext_noop
from newsdesk.audio.sound.order import Limits

CODECS = ("aac", "alac", "flac", "mp3", "mp3float", "opus", "libopus", "vorbis", "libvorbis")
RATES = range(8_000, 192_001)
MOST_CHANNELS = 8

_BROKEN = 0.02  # of the packets: cut streams and old encoders leave a few that cannot be decoded
_MISSING = 0.02  # of the seconds the file says it has
_FIRST_FRAME = 200  # bytes in which an MP3 says how long it is

_UNKNOWN = gettext_noop("The file is not sound of a kind that is taken.")
_AS_MP3 = gettext_noop("Save it as MP3, M4A, WAV, FLAC or Ogg and upload that.")
_HEAVY = gettext_noop("The file is larger than this newsroom takes.")
_SMALLER = gettext_noop("Export it as MP3 and upload that.")
_LONG = gettext_noop("Over 2 hours of speech.")
_PARTS = gettext_noop("Divide it.")
_RATE = gettext_noop("The recording has an unusual sample rate or too many channels.")
_AS_USUAL = gettext_noop("Export it with 44,100 or 48,000 samples a second and one or two channels.")
_DAMAGED = gettext_noop("The sound file is damaged or incomplete.")
_AGAIN = gettext_noop("Export or download the recording again.")


@dataclass(frozen=True, slots=True)
class Source:
    """``rate`` as in ``Order``; ``frames`` can be asked for again and again. Raises ``SoundFailed``."""

    file: Path
    rate: int | None
    limits: Limits

    def frames(self) -> Iterator[AudioFrame]:
        """The whole of it, decoded, in frames of a fraction of a second."""
        if self.file.stat().st_size > self.limits.max_bytes and not self.rate:
            raise SoundFailed(_HEAVY, _SMALLER)
        try:
            yield from self._decoded()
        except av.error.FFmpegError as error:
            raise damaged() from error

    def _decoded(self) -> Iterator[AudioFrame]:
        with self._open() as container:
            stream = _stream(container, taken_for_granted=bool(self.rate))
            claimed = _claimed(container, stream) if self._knows_its_length() else 0
            if claimed > self.limits.max_seconds:
                raise SoundFailed(_LONG, _PARTS)
            samples, rate = 0, stream.sample_rate
            for frame in _frames(container, stream):
                samples += frame.samples
                if samples > self.limits.max_seconds * rate:
                    raise SoundFailed(_LONG, _PARTS)
                yield frame
            if samples / rate < claimed * (1 - _MISSING) - 1:
                raise damaged()

    def _open(self) -> InputContainer:
        if self.rate:
            return av.open(str(self.file), format="s16le", options={"sample_rate": str(self.rate)})
        with self.file.open("rb") as file:
            start = file.read(16)
        kind = container_of(start)
        if kind is None:
            raise SoundFailed(_UNKNOWN, _AS_MP3)
        if kind == "wav" and _cut_short(start, self.file.stat().st_size):
            raise damaged()
        options = {"protocol_whitelist": "file", "max_streams": "16"}
        return av.open(str(self.file), format=kind, options=options, metadata_errors="replace")

    def _knows_its_length(self) -> bool:
        """Whether its seconds are written in it: those of an MP3 without a Xing frame are guessed by FFmpeg.

        http://gabriel.mp3-tech.org/mp3infotag.html
        """
        with self.file.open("rb") as file:
            start = file.read(10)
            if self.rate or container_of(start + b"\0" * 6) != "mp3":
                return True
            file.seek(10 + _synchsafe(start[6:10]) if start[:3] == b"ID3" else 0)
            first = file.read(_FIRST_FRAME)
        return b"Xing" in first or b"Info" in first


def damaged() -> SoundFailed:
    """What is said of a file that ends too early or makes no sense."""
    return SoundFailed(_DAMAGED, _AGAIN)


def container_of(start: bytes) -> str | None:
    """FFmpeg's name for what begins with these bytes (16 are enough), or None for what is not taken."""
    if start[4:8] == b"ftyp":
        return "mov"
    if start[:4] in (b"RIFF", b"RF64") and start[8:12] == b"WAVE":
        return "wav"
    if start[:3] == b"ID3" or (start[:1] == b"\xff" and start[1:2] > b"\xe0"):
        return "mp3"
    return {b"fLaC": "flac", b"OggS": "ogg"}.get(start[:4])


def _synchsafe(size: bytes) -> int:
    """Seven bits a byte (https://id3.org/id3v2.4.0-structure)."""
    return sum((byte & 0x7F) << shift for byte, shift in zip(size, (21, 14, 7, 0), strict=False))


def _cut_short(start: bytes, size: int) -> bool:
    """Whether a WAV file says that it goes on; those written as they come do not know how long they are."""
    said = int.from_bytes(start[4:8], "little")
    return start[:4] == b"RIFF" and said not in (0, 0xFFFF_FFFF) and said + 8 > size + 1


def _stream(container: InputContainer, *, taken_for_granted: bool) -> AudioStream:
    """The first stream of sound, if it is of a kind that is taken."""
    stream = next(iter(container.streams.audio), None)
    if stream is None or stream.codec_context is None:
        raise SoundFailed(_UNKNOWN, _AS_MP3)
    name = stream.codec_context.name
    if not (taken_for_granted or name in CODECS or name.startswith("pcm_")):
        raise SoundFailed(_UNKNOWN, _AS_MP3)
    if stream.sample_rate not in RATES or not 1 <= stream.channels <= MOST_CHANNELS:
        raise SoundFailed(_RATE, _AS_USUAL)
    return stream


def _claimed(container: InputContainer, stream: AudioStream) -> float:
    """The seconds a file says it has; 0 where it says nothing."""
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return (container.duration or 0) / av.time_base


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """Frames, over a few packets that cannot be decoded."""
    broken = 0
    for packets, packet in enumerate(container.demux(stream), 1):
        try:
            yield from packet.decode()
        except av.error.FFmpegError:  # which of them depends on the codec
            broken += 1
            if broken > max(3, math.ceil(packets * _BROKEN)):
                raise
