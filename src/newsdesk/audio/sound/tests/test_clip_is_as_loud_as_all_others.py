"""Both files are at -16 LUFS and nowhere above -1 dBTP, whatever came in, as Debian's ffmpeg measures them."""

from __future__ import annotations

from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from newsdesk.audio.sound import encoding, level, making
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.sound.order import Made
from newsdesk.audio.sound.tests import sounds


def test_what_is_said_of_it_is_what_others_measure(clip: Made) -> None:
    measured = {ending: sounds.measured(file) for ending, file in clip.files.items()}
    assert measured["mp3"][0] == pytest.approx(clip.lufs, abs=0.1)
    assert max(peak for _, peak in measured.values()) == pytest.approx(clip.peak, abs=0.2)
    assert clip.seconds == pytest.approx(10, abs=0.01)


@pytest.mark.parametrize(
    "samples",
    [
        sounds.speech(5, loud=0.01),
        sounds.speech(5, loud=0.9),
        sounds.clipped(5),
        sounds.noise(5),
        sounds.speech(40) + sounds.silence(4),
    ],
    ids=["quiet", "loud", "clipped", "noise", "ends in silence"],
)
def test_whatever_comes_in_is_level_and_has_no_peaks(tmp_path: Path, into: Path, samples: bytes) -> None:
    made = making.make(sounds.order(tmp_path, samples), into)
    for file in made.files.values():
        lufs, peak = sounds.measured(file)
        assert lufs == pytest.approx(level.TARGET, abs=level.TOLERANCE)
        assert peak <= level.HIGHEST


def test_limiter_looks_ahead_and_leaves_the_rest_alone(tmp_path: Path) -> None:
    """A peak is held down without being cut off: the wave before it is already lower, its shape is kept."""
    source = sounds.source(tmp_path, sounds.speech(3, loud=0.9))
    as_it_came = level.plain(source)
    limited = level.heard(level.levelled(source, 12, level.CEILING))
    assert as_it_came.peak + 12 > level.CEILING
    assert limited.peak == pytest.approx(level.CEILING, abs=0.1)
    samples = [
        value for frame in level.levelled(source, 12, level.CEILING) for value in _floats(bytes(frame.planes[0]))
    ]
    flat = sum(1 for one, other in pairwise(samples) if one == other and abs(one) > 0.7)
    assert flat < len(samples) / 10_000


def test_what_no_limiter_can_level_is_refused(tmp_path: Path) -> None:
    """A whisper with a shot in every other second: levelled, nothing would be left but the shots."""
    whisper = bytearray(sounds.silence(8))
    for at in range(0, len(whisper) - 4, sounds.RATE * 4):
        whisper[at : at + 4] = b"\xff\x7f\x00\x80"
    source = sounds.source(tmp_path, bytes(whisper))
    with pytest.raises(SoundFailed) as failed:
        level.gain(source, level.plain(source), level.TARGET, level.CEILING)
    assert failed.value.reason == level._UNEVEN


def test_overshoot_is_encoded_again_with_care(tmp_path: Path, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsdesk.audio.sound import finishing

    tries: list[bool] = []
    encode, heard = encoding.encode, level.heard

    def watched(*given: object, careful: bool, **named: object) -> None:
        tries.append(careful)
        encode(*given, careful=careful, **named)  # type: ignore[arg-type]

    def overshooting(frames: object, *, true_peak: bool = False) -> level.Level:
        found = heard(frames, true_peak=true_peak)  # type: ignore[arg-type]
        glitch = true_peak and len(tries) == 1
        return level.Level(found.lufs, 4.0, found.seconds) if glitch else found

    monkeypatch.setattr(finishing.encoding, "encode", watched)
    monkeypatch.setattr(finishing.level, "heard", overshooting)
    finished = finishing.finish(sounds.source(tmp_path, sounds.speech(3)), into, sounds.ARTICLE, [])
    assert tries == [False, True]
    assert finished.peak <= -5


def _floats(data: bytes) -> list[float]:
    return list(array("f", data))
