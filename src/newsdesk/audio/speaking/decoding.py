"""Sound from a stranger to samples, in the child: only plain kinds of file, and only whole ones.

https://pyav.basswood-io.com/docs/stable/ and http://soundfile.sapp.org/doc/WaveFormat/
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from newsdesk.audio.sound.failed import gettext_noop as noop
from newsdesk.audio.speaking.reasons import because
from newsdesk.audio.speaking.values import Unspeakable

if TYPE_CHECKING:
    from av.container import InputContainer

RATE = 24_000
_NO_AUDIO = noop("what came is no audio")
_UNPLAYABLE = noop("what came is no audio that can be played")
_PART = noop("only a part of the audio came")
SHORT = 0.15  # seconds that the frames of an encoder may make a file shorter than it says
NO_LENGTH = 0x7FFFF000  # a WAV that was written as it was spoken says this or more, or nothing


def kind(data: bytes) -> str:
    """``wav``, ``mp3``, ``flac`` or ``ogg`` by its first bytes; empty for anything else, such as a page."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "wav"
    if data[:3] == b"ID3" or (data[:1] == b"\xff" and data[1:2] > b"\xe0"):
        return "mp3"
    return {b"fLaC": "flac", b"OggS": "ogg"}.get(data[:4], "")


def samples(data: bytes) -> bytes:
    """Mono samples of 16 bits at ``RATE``; raises ``Unspeakable`` for what is no sound or only a part of one."""
    import av

    if not (form := kind(data)):
        raise Unspeakable(because(_NO_AUDIO))
    if form == "wav" and _cut_off(data):
        raise Unspeakable(because(_PART))
    try:
        with av.open(BytesIO(data), "r", format=form) as container:
            pcm, says = _decoded(container), container.duration
    except (av.FFmpegError, IndexError, ValueError):
        raise Unspeakable(because(_UNPLAYABLE)) from None
    if form != "wav" and says and len(pcm) / 2 / RATE < says / av.time_base - SHORT:
        raise Unspeakable(because(_PART))
    return pcm


def _decoded(container: InputContainer) -> bytes:
    from av import AudioResampler

    resampler = AudioResampler(format="s16", layout="mono", rate=RATE)
    frames = [made for frame in container.decode(container.streams.audio[0]) for made in resampler.resample(frame)]
    frames += resampler.resample(None)
    return b"".join(bytes(frame.planes[0])[: 2 * frame.samples] for frame in frames)


def _cut_off(data: bytes) -> bool:
    """Whether a WAV says that it has more samples than came."""
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"data":
            return size < NO_LENGTH and len(data) - at - 8 < size
        at += 8 + size + size % 2
    return True
