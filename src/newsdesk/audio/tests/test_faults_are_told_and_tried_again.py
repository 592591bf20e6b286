"""Whatever a voice, a text or a disk does: a plain reason on the row, a growing pause, nothing half on the shelf."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.article.body import Paragraph, Run
from newsdesk.audio import job, voiced, wishes
from newsdesk.audio.attempts import FIRST_PAUSE
from newsdesk.audio.models import AudioRules, Narration
from newsdesk.audio.tests.conftest import Newsroom
from newsdesk.press.shelves.disk import DiskShelf

pytestmark = pytest.mark.django_db


def text(words: str) -> dict[str, Any]:
    return {"body": (Paragraph((Run(words),)),)}


@pytest.mark.parametrize("words", ["", "*** — §§ … 🎉 !!!"])
def test_article_without_words_is_not_read_and_not_tried_again(newsroom: Newsroom, words: str) -> None:
    one = newsroom.publish(headline=words or " ", standfirst=words, byline=(), **text(words))
    newsroom.work()
    row = newsroom.row(one)
    assert (row.error, row.final, row.attempts) == ("There are no words to read.", True, 1)
    assert newsroom.clip(one) is None and not newsroom.files()
    newsroom.later(days=1)
    assert job.due(1) == []


def test_over_two_hours_of_speech_are_refused_before_a_child_is_started(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voiced, "say", lambda *_: pytest.fail("a voice was asked"))
    one = newsroom.publish(**text("word " * 50_000))
    newsroom.work()
    assert newsroom.row(one).error == "Over 2 hours of speech." and newsroom.row(one).final
    assert not newsroom.files()


def test_mixed_and_right_to_left_languages_are_read(newsroom: Newsroom) -> None:
    words = "The minister said: «Порт працює знову». Then: السلام عليكم ورحمة الله. And שלום עולם, he added."
    one = newsroom.publish(**text(words))
    newsroom.work()
    assert newsroom.clip(one), newsroom.row(one).error


@pytest.mark.parametrize(
    ("how", "reason"),
    [("hangs", "not done after"), ("dies", "broke off"), ("is silent", "silent"), ("makes noise", "noise")],
)
def test_voice_that_fails_is_told_and_tried_again_ever_later(
    newsroom: Newsroom, odd_voice: Callable[..., None], how: str, reason: str
) -> None:
    odd_voice(how, seconds=3.0 if how == "hangs" else 60.0)
    one = newsroom.publish()
    newsroom.work()
    row = newsroom.row(one)
    assert reason in row.error and not row.final and row.attempts == 1
    assert row.next_attempt_at and row.next_attempt_at > timezone.now()
    newsroom.later(seconds=FIRST_PAUSE.total_seconds() + 1)
    odd_voice("speaks")
    newsroom.work()
    assert newsroom.clip(one) and newsroom.row(one).error == ""


@pytest.mark.parametrize(
    ("status", "body", "length", "reason"),
    [
        (429, b"slow down", None, "busy"),
        (500, b"oh", None, "busy or has a fault"),
        (200, b"<html><body>Log in</body></html>", None, "did not answer with audio"),
        (200, b"RIFF\xff\xff\x00\x00WAVEfmt ", 5000, "no answer"),
    ],
)
def test_service_that_fails_is_told_and_asked_again_later(
    newsroom: Newsroom, settings: Any, status: int, body: bytes, length: int | None, reason: str
) -> None:
    AudioRules.objects.create(voice="http")
    one = newsroom.publish()
    with answering(status, body, length) as url:
        settings.NEWSDESK_SPEECH_URL = url
        newsroom.work()
    row = newsroom.row(one)
    assert reason in row.error and not row.final
    assert row.next_attempt_at and row.began_at
    assert row.next_attempt_at - row.began_at >= timedelta(seconds=120 if status == 429 else 30)
    assert not newsroom.files()


@contextmanager
def answering(status: int, body: bytes, length: int | None) -> Iterator[str]:
    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Length", str(length or len(body)))
            self.send_header("Retry-After", "120")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/speech"
        server.shutdown()


@pytest.mark.usefixtures("quick")
def test_full_disk_leaves_nothing_half(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    one, put = newsroom.publish(), DiskShelf.put_file

    def full(shelf: DiskShelf, path: str, data: bytes) -> None:
        if path.endswith(".json"):
            raise OSError(errno.ENOSPC, "No space left on device", "/somewhere/private")
        put(shelf, path, data)

    monkeypatch.setattr(DiskShelf, "put_file", full)
    newsroom.work()
    row = newsroom.row(one)
    assert row.error == "No space left on device" and not row.final and row.shelving == ""
    assert not newsroom.files() and newsroom.clip(one) is None
    monkeypatch.setattr(DiskShelf, "put_file", put)
    newsroom.later(minutes=1)
    newsroom.work()
    assert newsroom.clip(one)


@pytest.mark.usefixtures("quick")
def test_pause_doubles_with_each_failure(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(DiskShelf, "put_file", refused)
    one, pauses = newsroom.publish(), []
    for _ in range(4):
        before = timezone.now()
        newsroom.work()
        pauses.append(round((newsroom.row(one).next_attempt_at - before) / FIRST_PAUSE))
        newsroom.later(hours=1)
    assert pauses == [1, 2, 4, 8]


def test_what_failed_for_good_is_tried_again_with_other_words_and_other_rules(newsroom: Newsroom) -> None:
    one = newsroom.publish(headline="…", standfirst="", byline=(), body=())
    newsroom.work()
    assert newsroom.row(one).final and not job.due(5)
    record.add(replace(one, headline="The harbour reopens"))
    newsroom.work()
    assert newsroom.clip(one) and not newsroom.row(one).error
    Narration.objects.update(final=True, error="no voice")
    record.silence(one.article)
    assert not job.due(5)
    wishes.try_all_again()
    assert job.due(5) == [one.article]


def test_fault_of_our_own_is_noted_and_tried_again_soon(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    one = newsroom.publish()
    monkeypatch.setattr(job, "narrate", lambda *given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        newsroom.work()
    row = newsroom.row(one)
    assert "our side" in row.error and not row.final
    assert row.next_attempt_at and row.next_attempt_at < timezone.now() + timedelta(minutes=1)
