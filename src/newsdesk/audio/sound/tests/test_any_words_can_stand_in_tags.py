"""Whatever a title, a name or a chapter is made of, players read it as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3
from mutagen.mp4 import MP4

from newsdesk.audio.sound import encoding, id3, level, mp4
from newsdesk.audio.sound.chapters import spans
from newsdesk.audio.sound.languages import three_letters
from newsdesk.audio.sound.order import ENDINGS, Tags
from newsdesk.audio.sound.tests import sounds

words = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0\ufeff"), min_size=1, max_size=300)
tags = st.builds(
    Tags,
    title=words,
    authors=st.lists(words, max_size=3).map(tuple),
    site=words,
    date=st.dates().map(str),
    url=st.just(sounds.URL),
    language=st.sampled_from(["en", "uk-UA", "tlh"]),
    comment=words,
    source_type=st.sampled_from(["", "algorithmicMedia"]),
)
chapters = st.lists(words, max_size=300).map(lambda titles: [(title, at / 4) for at, title in enumerate(titles)])


@given(tags, chapters, st.binary(max_size=3000))
def test_mp3(said: Tags, some: list[tuple[str, float]], picture: bytes) -> None:
    tag = ID3(BytesIO(id3.tag(said, some, 600, picture)))
    assert tag["TIT2"].text == [said.title]
    assert [str(comment) for comment in tag.getall("COMM")] == [said.comment]
    assert bool(tag.getall("TXXX:digitalSourceType")) == bool(said.source_type)
    listed = tag.getall("CHAP")
    assert len(listed) == min(len(some), id3.MOST_CHAPTERS)
    titles = {str(chapter.sub_frames["TIT2"]) for chapter in listed}
    assert titles == {title for title, _ in some[: id3.MOST_CHAPTERS]}
    assert [one.data for one in tag.getall("APIC")] == ([picture] if picture else [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tags, st.binary(max_size=3000))
def test_mp4(plain: Path, tmp_path: Path, said: Tags, picture: bytes) -> None:
    mp4.finish(plain, tmp_path / "tagged.mp4", said, picture)
    tag: Any = MP4(tmp_path / "tagged.mp4")
    assert tag["\xa9nam"] == [said.title]
    assert tag["\xa9cmt"] == [said.comment]
    assert ("----:com.apple.iTunes:digitalSourceType" in tag) == bool(said.source_type)
    assert [chapter.title for chapter in tag.chapters] == ["One", "Two"]
    assert [bytes(one) for one in tag.get("covr", [])] == ([picture] if picture else [])


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An MP4 as the muxer leaves it."""
    folder = tmp_path_factory.mktemp("plain")
    source = sounds.source(folder, sounds.speech(1))
    files = {ending: folder / f"plain.{ending}" for ending in ENDINGS}
    encoding.encode(level.levelled(source, 0, level.CEILING), files, [("One", 0), ("Two", 0.5)], 1)
    yield files["mp4"]


@given(st.binary(max_size=200))
def test_boxes_that_are_none_are_an_error_and_no_endless_loop(data: bytes) -> None:
    with suppress(ValueError):
        assert sum(box.end - box.start for box in mp4.boxes_in(data)) == len(data)


def test_chapters_end_where_the_next_begins() -> None:
    assert spans([("One", 0.0), ("Two", 1.2344)], 3) == [("One", 0, 1234), ("Two", 1234, 3000)]
    assert spans([], 3) == []


def test_moment_is_in_utc() -> None:
    """https://id3.org/id3v2.4.0-structure: time stamps are a part of ISO 8601, and UTC."""
    assert id3._moment("2026-11-25T12:30:00+02:00") == "2026-11-25T10:30:00"
    assert id3._moment("2026-11-25") == "2026-11-25"


def test_language_by_three_letters() -> None:
    assert [three_letters(language) for language in ("uk-UA", "EN", "tlh", "")] == ["ukr", "eng", "und", "und"]
