"""Why there is no clip is kept as what it is, and read in the language of who reads it, whatever it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils.translation import override

from newsdesk.audio.failed import AudioFailed, in_words
from newsdesk.audio.sound.failed import SoundFailed
from newsdesk.audio.speaking.reasons import Reason, because, read
from newsdesk.audio.tests.conftest import Newsroom

UNREAD = "the voice %(voice)s did not read “%(words)s”: %(why)s"
REASONS = [
    because("it was silent"),
    because("it does not speak the language “%(language)s”", language="xx"),
    because(UNREAD, voice="espeak", words='"100 %(x)s" … {', why=because("it was silent")),
    because("it answered %(status)s", status=429),
]


@pytest.mark.parametrize("reason", REASONS, ids=str)
def test_what_is_kept_is_read_again(reason: Reason) -> None:
    assert read(reason.kept()) == reason
    assert in_words(reason.kept()) == str(reason)


def test_words_of_an_article_are_no_reason_to_look_for_values_in() -> None:
    assert str(REASONS[2]) == 'the voice espeak did not read “"100 %(x)s" … {”: it was silent'


def test_each_part_is_said_in_the_language_of_who_reads() -> None:
    kept = because(UNREAD, voice="espeak", words="Порт", why=because("it was silent")).kept()
    with override("uk"):
        assert in_words(kept) == "голос espeak не прочитав «Порт»: у ньому нічого не чути"


def test_sentences_are_said_one_by_one() -> None:
    failed = AudioFailed.of(SoundFailed("The disk is full.", "Make room on it; the audio is tried again."))
    with override("uk"):
        said = in_words(failed.reason)
    assert said.count(".") == 2 and "disk" not in said and "room" not in said


@pytest.mark.django_db
def test_row_of_a_voice_that_failed_is_read_in_ukrainian(newsroom: Newsroom, odd_voice: Callable[..., None]) -> None:
    odd_voice("is silent")
    one = newsroom.publish()
    newsroom.work()
    with override("uk"):
        said = in_words(newsroom.row(one).error)
    assert "не прочитав" in said and "нічого не чути" in said
