"""The voice that comes with Newsdesk reads English, Ukrainian and mixtures, and tells when each sentence was read."""

from __future__ import annotations

import sys
from array import array
from pathlib import Path

import pytest

from newsdesk.audio import voices
from newsdesk.audio.speaking import judge
from newsdesk.audio.speaking.say import say
from newsdesk.audio.speaking.values import Phrase, Speech, VoiceFailed

ESPEAK = voices.named("espeak")
ENGLISH = (
    "The council approved the budget for the coming year on Tuesday after a debate that lasted four hours.",
    "Residents of the harbour district had asked for a new library and a safer crossing.",
)
UKRAINIAN = "Міська рада затвердила бюджет на наступний рік у вівторок після дебатів, які тривали чотири години."


def read(folder: Path, *phrases: Phrase, language: str = "en") -> Speech:
    return say(ESPEAK, phrases, language, folder)


def loudest(speech: Speech, start: float, end: float) -> int:
    samples = array("h", speech.pcm.read_bytes())
    return max(map(abs, samples[round(start * speech.rate) : round(end * speech.rate)]), default=0)


def test_times_say_where_the_words_are(tmp_path: Path) -> None:
    speech = read(tmp_path, *(Phrase(text, 0.75, "") for text in ENGLISH))
    (first, second), whole = speech.times, speech.pcm.stat().st_size / 2 / speech.rate
    assert first[0] == 0
    assert second[0] == pytest.approx(first[1] + 0.75, abs=1e-4)
    assert whole == pytest.approx(second[1] + 0.75, abs=1e-4)
    assert loudest(speech, *first) > 5_000 < loudest(speech, *second)
    assert loudest(speech, first[1], second[0]) == loudest(speech, second[1], whole) == 0
    assert (speech.engine, speech.cost) == ("espeak", None)
    assert speech.version.startswith("1.5")


def test_pace_is_that_of_a_reader_of_news(tmp_path: Path) -> None:
    speech = read(tmp_path, *(Phrase(text, 0.35, "") for text in ENGLISH))
    assert 150 < len(" ".join(ENGLISH).split()) / speech.times[-1][1] * 60 < 180
    speech = read(tmp_path, Phrase(UKRAINIAN, 0, "uk"))
    assert 12 < len(UKRAINIAN) / speech.times[0][1] < 16  # words are longer: what compares is characters a second


def test_each_sentence_is_read_in_its_own_language(tmp_path: Path) -> None:
    mixed = read(tmp_path, Phrase("So it began.", 0, ""), Phrase(UKRAINIAN, 0, "uk-UA"), Phrase("So it ended.", 0, ""))
    alone = read(tmp_path / "alone", Phrase(UKRAINIAN, 0, ""), language="uk")
    wrong = read(tmp_path / "wrong", Phrase(UKRAINIAN, 0, "en"))
    spoken = [
        speech.times[number][1] - speech.times[number][0] for speech, number in ((mixed, 1), (alone, 0), (wrong, 0))
    ]
    assert spoken[0] == pytest.approx(spoken[1], rel=0.05)
    assert spoken[0] != pytest.approx(spoken[2], rel=0.05)


def test_scripts_from_right_to_left_are_read(tmp_path: Path) -> None:
    speech = read(tmp_path, Phrase("مرحبا بالعالم", 0, "ar"), Phrase("He said مرحبا and left.", 0, ""))
    assert all(loudest(speech, *times) > 5_000 for times in speech.times)


@pytest.mark.parametrize("words", ["<break time='60s'/>", "<speak>&amp;<voice name='x'>", "[[h@l'oU]]", "<!-- x -->"])
def test_markup_in_words_is_read_as_words(words: str, tmp_path: Path) -> None:
    plain = read(tmp_path, Phrase(f"{words} a", 0, ""))
    assert 0.2 < plain.times[0][1] < 12


def test_characters_no_voice_knows_are_left_out(tmp_path: Path) -> None:
    clean, dirty = (read(tmp_path, Phrase(text, 0, "")) for text in ("One two.", "One\x00 \ud800tw\x1bo.\ufeff"))
    assert dirty.times == clean.times


def test_language_that_it_does_not_speak_is_told(tmp_path: Path) -> None:
    with pytest.raises(VoiceFailed, match="does not speak the language “xx”"):
        read(tmp_path, Phrase("hello", 0, "xx"))


def test_long_texts_are_read_whole(tmp_path: Path) -> None:
    speech = read(tmp_path, *(Phrase(ENGLISH[0], 0.1, "") for _ in range(110)))
    assert len(speech.times) == 110
    assert len({round(end - start, 1) for start, end in speech.times}) <= 2


def test_speech_is_taken_for_speech(tmp_path: Path) -> None:
    speech = read(tmp_path, Phrase(ENGLISH[1], 0, ""))
    assert judge.problem(speech.pcm.read_bytes(), speech.rate, ENGLISH[1]) == ""


def test_what_is_under_the_gpl_stays_out_of_our_process(tmp_path: Path) -> None:
    read(tmp_path, Phrase("One.", 0, ""))
    assert "espeakng_loader" not in sys.modules
