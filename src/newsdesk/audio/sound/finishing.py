"""From a source to tagged files that are as loud as they should be: encoded, decoded again, and heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
from av.audio.frame import AudioFrame

from newsdesk.audio.sound import encoding, id3, level, mp4
from newsdesk.audio.sound.failed import SoundFailed, gettext_noop
from newsdesk.audio.sound.level import Level
from newsdesk.audio.sound.order import ENDINGS, Tags
from newsdesk.audio.sound.source import Source

_TRIES = (False, True, True)
"""Whether with care: most sound is right at once."""
_LOST = 0.3  # of a loudness unit: what coding takes from a voice, with its treble
_MARGIN = 0.2  # dB: decoders differ a little

_LOUD = gettext_noop("The files came out too loud or too quiet.")
_RECORD = gettext_noop("Level it in a sound editor, or record it again.")

_JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True, slots=True)
class Finished:
    """What both files decode to: ``lufs`` of the MP3, ``peak`` of the louder one in dBTP."""

    seconds: float
    lufs: float
    peak: float


def finish(source: Source, into: Path, tags: Tags, chapters: list[tuple[str, float]], picture: bytes = b"") -> Finished:
    """Makes ``into/tagged.mp3`` and ``into/tagged.mp4``; raises ``SoundFailed``."""
    as_it_came = level.plain(source)
    some = [(title, start) for title, start in chapters if start < as_it_came.seconds]
    cover = picture if picture.startswith(_JPEG) else b""
    plain = {ending: into / f"plain.{ending}" for ending in ENDINGS}
    lufs, peak = _encoded(source, as_it_came, plain, some)
    _tag(plain["mp3"], into / "tagged.mp3", id3.tag(tags, some, as_it_came.seconds, cover))
    mp4.finish(plain["mp4"], into / "tagged.mp4", tags, cover)
    for file in plain.values():
        file.unlink()
    return Finished(as_it_came.seconds, lufs, peak)


def _encoded(
    source: Source, as_it_came: Level, files: dict[str, Path], chapters: list[tuple[str, float]]
) -> tuple[float, float]:
    """Encodes, and again with more care where what comes out is wrong; the loudness of the MP3 and the highest peak."""
    aim, ceiling = level.TARGET + _LOST, level.CEILING
    for careful in _TRIES:
        louder = level.gain(source, as_it_came, aim, ceiling)
        frames = level.levelled(source, louder, ceiling)
        encoding.encode(frames, files, chapters, as_it_came.seconds, careful=careful)
        heard = [level.heard(_decoded(files[ending]), true_peak=True) for ending in ENDINGS]
        peak, off = max(one.peak for one in heard), [level.TARGET - one.lufs for one in heard]
        if peak <= level.HIGHEST and max(map(abs, off)) <= level.TOLERANCE - _MARGIN:
            return heard[0].lufs, peak
        aim += sum(off) / len(off)
        ceiling -= max(0.0, peak - level.HIGHEST + _MARGIN)
    raise SoundFailed(_LOUD, _RECORD)


def _decoded(file: Path) -> Iterator[AudioFrame]:
    with av.open(str(file)) as container:
        yield from container.decode(container.streams.audio[0])


def _tag(plain: Path, tagged: Path, tag: bytes) -> None:
    with plain.open("rb") as sound, tagged.open("wb") as out:
        out.write(tag)
        while block := sound.read(1 << 20):
            out.write(block)
