"""A recording is known by its bytes, decoded in a bounded child, and refused with a remedy where it must be."""

from __future__ import annotations

import array
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.audio.sound import level, making, source
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.sound.order import Limits, Made, Order
from newsdesk.audio.sound.source import Source
from newsdesk.audio.sound.tests import sounds

KINDS = {
    "mp3": "libmp3lame",
    "m4a": "aac",
    "wav": "pcm_s16le",
    "flac": "flac",
    "ogg": "libopus",
}


def made_of(file: Path, into: Path, limits: Limits | None = None) -> Made:
    return making.make(Order(file, None, sounds.READ, sounds.signer(), limits=limits or Limits()), into)


def refused(file: Path, into: Path, limits: Limits | None = None) -> str:
    with pytest.raises(SoundFailed) as failed:
        made_of(file, into, limits)
    assert failed.value.permanent
    assert failed.value.remedy
    return failed.value.reason


def of(tmp_path: Path, data: bytes, name: str = "upload.mp3") -> Path:
    file = tmp_path / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(("ending", "codec"), KINDS.items())
def test_every_usual_kind_is_taken(tmp_path: Path, into: Path, ending: str, codec: str) -> None:
    rate = 48_000 if codec == "libopus" else 44_100
    file = sounds.recording(tmp_path, ending, codec, rate=rate)
    made = made_of(file.rename(tmp_path / "whatever.txt"), into)
    assert made.seconds == pytest.approx(4, abs=0.1)
    assert made.lufs == pytest.approx(level.TARGET, abs=level.TOLERANCE)


@pytest.mark.parametrize("rate", [8_000, 96_000, 192_000])
def test_unusual_rates_and_two_channels_are_mixed_to_one(tmp_path: Path, into: Path, rate: int) -> None:
    one = array.array("h", sounds.speech(2, rate))
    both = array.array("h", [value for sample in one for value in (sample, 0)]).tobytes()
    made = made_of(of(tmp_path, sounds.wav(both, rate, channels=2)), into)
    assert sounds.measured(made.files["mp3"])[0] == pytest.approx(level.TARGET, abs=level.TOLERANCE)


def test_what_is_no_sound_is_refused(tmp_path: Path, into: Path) -> None:
    for data in (b"", b"%PDF-1.7 ", b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", b"<html>", b"\x89PNG\r\n\x1a\n" * 9):
        assert refused(of(tmp_path, data), into) == source._UNKNOWN


def test_kinds_nobody_records_in_are_refused(tmp_path: Path, into: Path) -> None:
    assert refused(sounds.recording(tmp_path, "wav", "adpcm_ms"), into) == source._UNKNOWN
    strange = sounds.wav(sounds.speech(1, 4_000), 4_000)
    assert refused(of(tmp_path, strange), into) == source._RATE


@pytest.mark.parametrize("ending", ["mp3", "m4a", "wav", "flac"])
def test_half_a_file_is_refused(tmp_path: Path, into: Path, ending: str) -> None:
    data = sounds.recording(tmp_path, ending, KINDS[ending], seconds=6).read_bytes()
    assert refused(of(tmp_path, data[: len(data) // 2]), into) == source._DAMAGED


def test_mp3_that_does_not_say_how_long_it_is_is_taken(tmp_path: Path, into: Path) -> None:
    """FFmpeg guesses by the first frames, which may be far from the truth."""
    data = sounds.recording(tmp_path, "mp3", "libmp3lame").read_bytes()
    frame = data.index(b"Info") - 21
    file = of(tmp_path, data[data.index(b"\xff\xfb", frame + 21) :])
    assert not Source(file, None, Limits())._knows_its_length()
    assert made_of(file, into).seconds == pytest.approx(4, abs=0.1)


def test_numbers_that_are_none_are_refused(tmp_path: Path, into: Path) -> None:
    samples = array.array("f", [0.1 * (at % 100 / 50 - 1) for at in range(48_000 * 2)])
    samples[30_000] = float("nan")
    data = sounds.wav(samples.tobytes(), 48_000, bits=32, format=3)
    assert refused(of(tmp_path, data), into) == source._DAMAGED


def test_silence_is_refused(tmp_path: Path, into: Path) -> None:
    assert refused(of(tmp_path, sounds.wav(sounds.silence(3), sounds.RATE)), into) == level._SILENCE


def test_nothing_at_all_is_refused(tmp_path: Path, into: Path) -> None:
    assert refused(of(tmp_path, sounds.wav(b"", sounds.RATE)), into) in (level._SILENCE, source._DAMAGED)


def test_too_many_bytes_and_too_many_seconds_are_refused(tmp_path: Path, into: Path) -> None:
    file = of(tmp_path, sounds.wav(sounds.speech(3), sounds.RATE))
    assert refused(file, into, Limits(max_bytes=1000)) == source._HEAVY
    assert refused(file, into, Limits(max_seconds=2)) == source._LONG


def test_more_seconds_than_the_head_claims_are_counted(tmp_path: Path) -> None:
    """A file of Ogg's kind may say nothing of its length before its end."""
    file = sounds.recording(tmp_path, "ogg", "libopus", rate=48_000)
    unlimited = Source(file, None, Limits())
    assert sum(frame.samples / frame.sample_rate for frame in unlimited.frames()) == pytest.approx(4, abs=0.1)
    with pytest.raises(SoundFailed) as failed:
        list(replace(unlimited, limits=Limits(max_seconds=1)).frames())
    assert failed.value.reason == source._LONG


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(list(KINDS)),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=64)), min_size=1, max_size=6),
)
def test_whatever_is_overwritten_a_recording_is_read_or_refused(
    uploads: Path, tmp_path: Path, kind: str, cuts: list[tuple[float, bytes]]
) -> None:
    data = bytearray((uploads / f"upload.{kind}").read_bytes())
    for place, words in cuts:
        at = int(place * (len(data) - len(words)))
        data[at : at + len(words)] = words
    try:
        level.plain(Source(of(tmp_path, bytes(data)), None, Limits()))
    except SoundFailed as failed:
        assert failed.remedy


@pytest.fixture(scope="module")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uploads")
    for ending, codec in KINDS.items():
        sounds.recording(folder, ending, codec, 1, 48_000)
    return folder
