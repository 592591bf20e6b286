"""Times are in order, cues are short, nothing of a text is lost or taken for markup."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.article.clip import iso_duration
from newsdesk.audio.transcript import LINE, LINES, times_json, web_vtt

CUE = re.compile(r"(\d\d+):(\d\d):(\d\d)\.(\d\d\d) --> (\d\d+):(\d\d):(\d\d)\.(\d\d\d)\n(.+)", re.S)


@dataclass(frozen=True)
class Said:
    text: str


texts = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=400)
spoken = st.lists(st.tuples(texts, st.floats(0, 3), st.floats(0, 30)), max_size=12)


def timed(pieces: list[tuple[str, float, float]]) -> tuple[list[Said], list[tuple[float, float]]]:
    """Sentences one after another, with a pause before each."""
    now, sentences, times = 0.0, [], []
    for text, pause, lasts in pieces:
        sentences.append(Said(text))
        times.append((now + pause, now + pause + lasts))
        now += pause + lasts
    return sentences, times


def cues(vtt: str) -> list[tuple[float, float, str]]:
    head, *blocks = vtt.strip("\n").split("\n\n")
    assert head == "WEBVTT"
    found = [CUE.fullmatch(block) for block in blocks]
    assert all(found)
    return [(_seconds(one.groups()[:4]), _seconds(one.groups()[4:8]), one[9]) for one in found if one]


def _seconds(clock: tuple[str, ...]) -> float:
    hours, minutes, seconds, thousandths = map(int, clock)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


@given(spoken)
def test_cues_are_in_order_and_last(pieces: list[tuple[str, float, float]]) -> None:
    now = 0.0
    for start, end, _ in cues(web_vtt(*timed(pieces))):
        assert now <= start < end
        now = end


@given(spoken)
def test_cues_are_short_and_nothing_is_markup(pieces: list[tuple[str, float, float]]) -> None:
    for _, _, text in cues(web_vtt(*timed(pieces))):
        lines = unescape(text).split("\n")
        assert len(lines) <= LINES
        assert all(len(line) <= LINE for line in lines)
        assert "<" not in text
        assert "-->" not in text
        assert not re.search(r"&(?!amp;|lt;|gt;)", text)


@given(spoken)
def test_every_word_that_takes_time_is_in_it(pieces: list[tuple[str, float, float]]) -> None:
    lasting = [(text, pause, lasts + 3) for text, pause, lasts in pieces]
    said = "".join("".join(unescape(text).split()) for _, _, text in cues(web_vtt(*timed(lasting))))
    assert said == "".join("".join(text.split()) for text, _, _ in pieces)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=8))
def test_times_that_overlap_are_put_in_order(times: list[tuple[float, float]]) -> None:
    rows = json.loads(times_json([Said("x")] * len(times), times))["sentences"]
    flat = [moment for row in rows for moment in row[:2]]
    assert flat == sorted(flat)


def test_times_have_the_words_of_each_sentence() -> None:
    told = times_json([Said("Порт"), Said("Так.")], [(0, 1.234), (1.5, 2)])
    assert json.loads(told) == {"sentences": [[0, 1.23, "Порт"], [1.5, 2, "Так."]]}


def test_sentence_that_is_not_spoken_has_no_cue() -> None:
    assert cues(web_vtt([Said("One"), Said("Two"), Said("Three")], [(0, 1), (1, 1), (1, 2)])) == [
        (0, 1, "One"),
        (1, 2, "Three"),
    ]


def test_long_sentence_is_several_cues_with_their_share_of_time() -> None:
    found = cues(web_vtt([Said("word " * 40)], [(10, 20)]))
    assert len(found) == 3
    assert (found[0][0], found[-1][1]) == (10, 20)
    assert all(one[1] == other[0] for one, other in pairwise(found))


def test_times_are_one_for_each_sentence() -> None:
    with pytest.raises(ValueError, match="zip"):
        web_vtt([Said("One")], [])


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "PT0S"), (59.6, "PT1M"), (61, "PT1M1S"), (3600, "PT1H"), (7323.4, "PT2H2M3S"), (-1, "PT0S")],
)
def test_duration_as_programs_read_it(seconds: float, said: str) -> None:
    assert iso_duration(seconds) == said
