"""Title, authors, site, date, address, language, picture, chapters and the disclosure stand in both files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4

from newsdesk.audio.sound import making
from newsdesk.audio.sound.order import Made
from newsdesk.audio.sound.tests import sounds
from newsdesk.audio.sound.tests.conftest import CHAPTERS

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"


def test_mp3_by_mutagen(clip: Made) -> None:
    tag = ID3(clip.files["mp3"])
    said = {name: str(tag[name]) for name in ("TIT2", "TPE1", "TALB", "TDRC", "TLAN", "WOAF", "COMM::ukr")}
    assert said == {
        "TIT2": sounds.TITLE,
        "TPE1": "Olena Koval, John Smith",
        "TALB": "The Newsroom",
        "TDRC": "2026-11-25",
        "TLAN": "ukr",
        "WOAF": sounds.URL,
        "COMM::ukr": sounds.DISCLOSURE,
    }
    assert str(tag["TXXX:digitalSourceType"]) == SOURCE_TYPE
    assert tag["APIC:"].mime == "image/jpeg"
    assert tag["APIC:"].data.startswith(b"\xff\xd8\xff")


def test_chapters_of_the_mp3_by_mutagen(clip: Made) -> None:
    tag = ID3(clip.files["mp3"])
    contents = tag["CTOC:contents"].child_element_ids
    found = [(str(tag[f"CHAP:{name}"].sub_frames["TIT2"]), tag[f"CHAP:{name}"].start_time / 1000) for name in contents]
    assert tuple(found) == CHAPTERS


def test_mp4_by_mutagen(clip: Made) -> None:
    tag: Any = MP4(clip.files["mp4"])
    assert tag["\xa9nam"] == [sounds.TITLE]
    assert tag["\xa9ART"] == ["Olena Koval, John Smith"]
    assert (tag["\xa9alb"], tag["\xa9day"]) == (["The Newsroom"], ["2026-11-25"])
    assert tag["\xa9cmt"] == [sounds.DISCLOSURE]
    own = {name: tag[f"----:com.apple.iTunes:{name}"][0].decode() for name in ("WWW", "LANGUAGE", "digitalSourceType")}
    assert own == {"WWW": sounds.URL, "LANGUAGE": "ukr", "digitalSourceType": SOURCE_TYPE}
    assert bytes(tag["covr"][0]).startswith(b"\xff\xd8\xff")
    assert tuple((chapter.title, chapter.start) for chapter in tag.chapters) == CHAPTERS


@pytest.mark.parametrize("ending", ["mp3", "mp4"])
def test_ffprobe_reads_sound_and_chapters(clip: Made, ending: str) -> None:
    probed: Any = sounds.probed(clip.files[ending])
    sound = next(stream for stream in probed["streams"] if stream["codec_type"] == "audio")
    assert sound["codec_name"] == {"mp3": "mp3", "mp4": "opus"}[ending]
    assert (sound["channels"], sound["sample_rate"]) == (1, "48000")
    assert int(sound["bit_rate"]) == pytest.approx({"mp3": 64_000, "mp4": 32_000}[ending], rel=0.25)
    assert float(probed["format"]["duration"]) == pytest.approx(10, abs=0.1)
    chapters = [(one["tags"]["title"], float(one["start_time"])) for one in probed["chapters"]]
    assert tuple(chapters) == CHAPTERS


def test_player_finds_what_it_needs_before_the_sound(clip: Made) -> None:
    data = clip.files["mp4"].read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    assert MP3(clip.files["mp3"]).info.length == pytest.approx(10, abs=0.1)


def test_recording_of_a_person_carries_no_disclosure(tmp_path: Path, into: Path) -> None:
    made = making.make(sounds.order(tmp_path, sounds.speech(2), sounds.READ), into)
    assert str(ID3(made.files["mp3"])["COMM::ukr"]) == "Read by Olena Koval"
    for file in made.files.values():
        assert b"lgorithmicMedia" not in file.read_bytes()


def test_nothing_is_left_but_the_two_files(clip: Made) -> None:
    assert sorted(file.name for file in clip.files["mp3"].parent.iterdir()) == ["sound.mp3", "sound.mp4"]
