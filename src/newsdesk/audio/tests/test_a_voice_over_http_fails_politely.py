"""A speech service may be busy, broken, gone or dishonest: an editor reads why, and nothing is paid for twice."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from newsdesk.audio import voices
from newsdesk.audio.speaking import pieces, services
from newsdesk.audio.speaking.say import say
from newsdesk.audio.speaking.values import Phrase, Speech, VoiceFailed
from newsdesk.audio.tests import samples
from newsdesk.audio.tests.other_side import Asked, OtherSide, Reply, other_side
from newsdesk.audio.voices import http

KEY = "key-that-nobody-may-see"
WORDS = ("The council approved the budget.", "Nobody spoke against it.", "Then they all went home.")
SPOKEN = samples.speech(2.0)
VOICE = voices.named("http")


@pytest.fixture
def side(settings: Any) -> Iterator[OtherSide]:
    with other_side() as side:
        settings.NEWSDESK_SPEECH_URL = f"{side.url}/v1/audio/speech"
        settings.NEWSDESK_SPEECH_KEY = KEY
        settings.NEWSDESK_SPEECH_MODEL, settings.NEWSDESK_SPEECH_VOICE = "reader-1", "ines"
        settings.NEWSDESK_SPEECH_COST = Decimal("0.5")
        side.replies = lambda asked: Reply(200, samples.wav(SPOKEN))
        yield side


def read(folder: Path, *texts: str) -> Speech:
    return say(VOICE, [Phrase(text, 0.5, "") for text in texts or WORDS], "en", folder)


def refused(side: OtherSide, folder: Path, reply: Reply) -> VoiceFailed:
    side.replies = lambda asked: reply
    with pytest.raises(VoiceFailed) as failed:
        read(folder, WORDS[0])
    return failed.value


@pytest.mark.parametrize("file", [samples.wav(SPOKEN), samples.mp3(SPOKEN)], ids=["wav", "mp3"])
def test_times_come_from_the_lengths_of_the_pieces(file: bytes, side: OtherSide, tmp_path: Path) -> None:
    side.replies = lambda asked: Reply(200, file)
    speech = read(tmp_path)
    lengths = [end - start for start, end in speech.times]
    assert lengths == pytest.approx([2.0] * 3, abs=0.1)
    assert speech.times[1][0] == pytest.approx(speech.times[0][1] + 0.5)
    assert (speech.rate, speech.engine, speech.version) == (24_000, "http", "reader-1 ines")
    assert speech.cost == Decimal("0.5") * sum(map(len, WORDS)) / 1000


def test_it_is_asked_as_openai_is(side: OtherSide, tmp_path: Path) -> None:
    read(tmp_path)
    assert sorted(json.loads(asked.body)["input"] for asked in side.asked) == sorted(WORDS)
    asked = side.asked[0]
    assert (asked.path, asked.headers["authorization"]) == ("/v1/audio/speech", f"Bearer {KEY}")
    assert json.loads(asked.body) | {"input": ""} == {
        "input": "", "model": "reader-1", "voice": "ines", "response_format": "wav"
    }  # fmt: skip
    assert side.most_at_once <= http.AT_ONCE


def test_it_is_asked_as_elevenlabs_is(side: OtherSide, settings: Any, tmp_path: Path) -> None:
    settings.NEWSDESK_SPEECH_URL = f"{side.url}/v1/text-to-speech"
    settings.NEWSDESK_SPEECH_VOICE = "a voice/1"
    side.replies = lambda asked: Reply(200, samples.mp3(SPOKEN))
    read(tmp_path, WORDS[0])
    [asked] = side.asked
    assert (asked.path, asked.headers["xi-api-key"]) == ("/v1/text-to-speech/a%20voice%2F1", KEY)
    assert json.loads(asked.body) == {"text": WORDS[0], "model_id": "reader-1"}


def test_next_attempt_does_not_pay_for_what_came(side: OtherSide, tmp_path: Path) -> None:
    def second_fails(asked: Asked) -> Reply:
        return Reply(503) if WORDS[1].encode() in asked.body else Reply(200, samples.wav(SPOKEN))

    side.replies = second_fails
    with pytest.raises(VoiceFailed, match="it answered 503"):
        read(tmp_path)
    came = {asked.body for asked in side.asked if WORDS[1].encode() not in asked.body}
    side.asked.clear()
    side.replies = lambda asked: Reply(200, samples.wav(SPOKEN))
    read(tmp_path)
    assert WORDS[0].encode() not in b"".join(asked.body for asked in side.asked)
    assert not came & {asked.body for asked in side.asked}


def test_clip_that_takes_too_long_goes_on_the_next_time(side: OtherSide, tmp_path: Path) -> None:
    with pytest.raises(VoiceFailed, match="not done in time") as failed:
        say(VOICE, [Phrase(WORDS[0], 0, "")], "en", tmp_path, seconds=1e-9)
    assert not failed.value.permanent
    assert not side.asked


def test_words_said_twice_are_paid_for_once(side: OtherSide, tmp_path: Path) -> None:
    speech = read(tmp_path, WORDS[0], WORDS[0])
    assert len(side.asked) == 1
    assert speech.cost == Decimal("0.5") * len(WORDS[0]) / 1000


def test_piece_that_was_bad_is_asked_for_again(side: OtherSide, tmp_path: Path) -> None:
    assert "it was silent" in str(refused(side, tmp_path, Reply(200, samples.wav(bytes(96_000)))))
    side.replies = lambda asked: Reply(200, samples.wav(SPOKEN))
    assert read(tmp_path, WORDS[0]).times[0][1] == pytest.approx(2.0)


@pytest.mark.parametrize(("words", "seconds"), [("7", 7.0), ("999999", 86_400.0), ("soon", None), ("", None)])
def test_busy_service_is_left_alone_for_as_long_as_it_asks(
    words: str, seconds: float | None, side: OtherSide, tmp_path: Path
) -> None:
    failed = refused(side, tmp_path, Reply(429, b"slow down", {"Retry-After": words}))
    assert (failed.permanent, failed.retry_after) == (False, seconds)


def test_busy_service_may_name_a_date() -> None:
    now = datetime(2026, 3, 17, 12, tzinfo=UTC)
    assert services.wait("Tue, 17 Mar 2026 12:01:30 GMT", now) == 90
    assert services.wait("Tue, 17 Mar 2026 11:00:00 GMT", now) == 0


@pytest.mark.parametrize(
    ("reply", "permanent", "told"),
    [
        (Reply(500, b"<h1>oops</h1>"), False, "has a fault of its own (it answered 500)"),
        (Reply(200, b"<html>sign in</html>"), False, "did not answer with audio"),
        (Reply(200, b""), False, "did not answer with audio"),
        (Reply(302, b"", {"Location": "http://127.0.0.1:9/"}), True, "elsewhere (it answered 302)"),
        (Reply(401, b"{}"), True, "does not accept the key (it answered 401)"),
        (Reply(402, b"{}"), True, "wants to be paid"),
        (Reply(400, b"{}"), True, "refused what it was asked (it answered 400)"),
        (Reply(200, samples.wav(SPOKEN)[:30_000], length=96_044), False, "no answer (RemoteProtocolError)"),
        (Reply(200, samples.wav(SPOKEN)[:30_000]), False, "only a part of the audio came"),
        (Reply(200, samples.mp3(SPOKEN)[:4_000]), False, "only a part of the audio came"),
        (Reply(200, b"RIFF\x00\x00\x00\x00WAVEnonsense"), False, "only a part of the audio came"),
        (Reply(200, b"ID3" + bytes(500)), False, "what came is no audio that can be played"),
        (Reply(200, samples.wav(samples.speech(0.2))), False, "less sound than its words need"),
    ],
)
def test_what_is_no_speech_is_told(reply: Reply, permanent: bool, told: str, side: OtherSide, tmp_path: Path) -> None:
    failed = refused(side, tmp_path, reply)
    assert told in str(failed)
    assert failed.permanent is permanent
    assert len(side.asked) == 1


def test_answer_that_drips_comes_to_an_end(side: OtherSide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "SECONDS", 0.3)
    assert "takes too long" in str(refused(side, tmp_path, Reply(200, samples.wav(SPOKEN), drip=True)))


def test_answer_that_is_too_large_is_not_taken(
    side: OtherSide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "MOST", 1_000)
    assert "too large" in str(refused(side, tmp_path, Reply(200, samples.wav(SPOKEN))))


@pytest.mark.parametrize("status", [200, 302, 401, 429, 500])
def test_nothing_tells_the_key_or_the_address(
    status: int, side: OtherSide, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    failed = refused(side, tmp_path, Reply(status, KEY.encode()))
    told = f"{failed.reason} {failed!r} {failed.__cause__!r} {failed.__context__!r} {caplog.text}"
    assert KEY not in told
    assert "127.0.0.1" not in str(failed)
    assert KEY not in repr(services.Service("https://api.example", KEY, "", ""))
    assert not [file for file in tmp_path.rglob("*") if KEY in file.name]


def test_without_an_address_the_remedy_is_told(settings: Any, tmp_path: Path) -> None:
    settings.NEWSDESK_SPEECH_URL = ""
    with pytest.raises(VoiceFailed, match="set NEWSDESK_SPEECH_URL") as failed:
        read(tmp_path)
    assert failed.value.permanent


def test_long_sentences_are_asked_for_in_parts() -> None:
    text = "word " * 1_700
    parts = pieces.parts(text.strip())
    assert " ".join(parts) == text.strip()
    assert max(map(len, parts)) <= pieces.MOST
    assert pieces.parts("x" * 9_000, 4_000) == ["x" * 4_000, "x" * 4_000, "x" * 1_000]
    assert pieces.parts("") == []
