"""Whatever a voice does, it costs one child, and an editor reads why in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from newsdesk.audio import voices
from newsdesk.audio.speaking import children
from newsdesk.audio.speaking.say import say
from newsdesk.audio.speaking.values import Order, Phrase, Speech, VoiceFailed

WORDS = "The council approved the budget."


@pytest.fixture(autouse=True)
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder of voices also has those of the tests; the name of a module stays its own."""
    from newsdesk.audio.tests import voices as others

    monkeypatch.setattr(voices, "__path__", [*voices.__path__, *others.__path__])
    monkeypatch.setenv("PYTHONPATH", str(Path(voices.__file__).parents[3]))
    yield


def said(name: str, folder: Path, *texts: str, seconds: float | None = None) -> Speech:
    assert name in voices.names()
    voice = import_module(f"newsdesk.audio.tests.voices.{name}")
    return say(voice, [Phrase(text, 0.5, "") for text in texts or (WORDS,)], "en", folder, seconds)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("dies", "the voice dies broke off (ended with -11)"),
        ("greedy", "the voice greedy broke off (MemoryError)"),
        ("floods", "the voice floods broke off (OSError)"),
        ("torn", "the voice torn broke off (FileNotFoundError)"),
        ("silent", f"the voice silent did not read “{WORDS}”: it was silent"),
        ("noisy", f"the voice noisy did not read “{WORDS}”: it was noise, not speech"),
        ("curt", f"the voice curt did not read “{WORDS}”: it broke off: there is less sound than its words need"),
        (
            "endless",
            f"the voice endless did not read “{WORDS}”: it went on and on: there is more sound than its words need",
        ),
    ],
)
def test_an_editor_reads_why(name: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(VoiceFailed) as failed:
        said(name, tmp_path)
    assert (str(failed.value), failed.value.permanent) == (told, False)


def test_a_child_that_cannot_even_start_names_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "MODULE", "newsdesk.no_such_module")
    with pytest.raises(VoiceFailed) as failed:
        said("chatty", tmp_path)
    assert str(failed.value) == "the voice chatty broke off (it did not say why)"


def test_a_voice_that_hangs_is_ended(tmp_path: Path) -> None:
    with pytest.raises(VoiceFailed, match=r"hangs was not done after 2 seconds, and was ended"):
        said("hangs", tmp_path, seconds=2)


def test_a_voice_may_print_what_it_likes(tmp_path: Path) -> None:
    speech = said("chatty", tmp_path)
    assert speech.pcm.stat().st_size == 2 * speech.rate * 0.5 + round(speech.times[0][1] * speech.rate) * 2


@pytest.mark.parametrize("texts", [("",), (" \n",), ("***", "—"), ("\x00\ud800",)])
def test_where_there_is_nothing_to_read_no_voice_is_asked(texts: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(VoiceFailed, match="nothing to read aloud") as failed:
        said("hangs", tmp_path, *texts)
    assert failed.value.permanent


def test_symbols_between_sentences_are_silence(tmp_path: Path) -> None:
    first, between, last = said("chatty", tmp_path, WORDS, "* * *", WORDS).times
    assert between == (first[1] + 0.5, first[1] + 0.5)
    assert last[0] == between[1] + 0.5


def test_a_voice_finds_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDESK_SPEECH_KEY", "hidden")
    monkeypatch.setenv("NEWSDESK_DATABASE_URL", "postgres://hidden")
    with pytest.raises(VoiceFailed, match=r"found \[\]"):
        said("telling", tmp_path)


def test_more_words_are_given_more_time(tmp_path: Path) -> None:
    short, long = (Order((Phrase("word " * count, 0, "en"),), tmp_path) for count in (100, 50_000))
    assert children.allowed(short, 0.2) == pytest.approx(30 + 0.2 * 500 / 14)
    assert children.allowed(long, 0.2) == pytest.approx(30 + 0.2 * 250_000 / 14)


def test_limits_are_those_of_what_there_is_to_say(tmp_path: Path) -> None:
    order = Order((Phrase(WORDS, 0, "en"),), tmp_path)
    limits = children._limits(order, 10, 1 << 29)
    assert limits["RLIMIT_AS"] == 1 << 29
    assert limits["RLIMIT_CPU"] == 44
    assert limits["RLIMIT_CORE"] == 0
    assert 1 << 20 < limits["RLIMIT_FSIZE"] < 4 << 20
