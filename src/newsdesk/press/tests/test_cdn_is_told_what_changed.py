"""A CDN is told of each sheet that was written or taken away: until it answers, withdrawals first, no other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from newsdesk.archive import record
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.article.body import Paragraph, Run
from newsdesk.net import Answer
from newsdesk.press.models import Purge, PurgeTrouble
from newsdesk.press.purge import cdns, job
from newsdesk.press.run import Press, run
from newsdesk.press.serving.rules import NOT_FOUND, surrogate
from newsdesk.press.tests.cdn import Cdn, listening
from newsdesk.settings_env import table
from newsdesk.settings_env.refused import Refused

pytestmark = pytest.mark.django_db
MENDED = (Paragraph((Run("It happened twice."),)),)
FIRST = "/2026/03/01/story-1/"


@pytest.fixture
def cdn(settings: Settings) -> Iterator[Cdn]:
    with listening() as started:
        settings.NEWSDESK_PURGE_CDN, settings.NEWSDESK_PURGE_URL = "varnish", started.url
        yield started


def work() -> None:
    """As the worker does, until nothing is to be sent."""
    while job.due(1):
        job.send()


def drawn(press: Press) -> None:
    run(press)
    work()


def test_nothing_is_written_down_where_there_is_no_cdn(press: Press) -> None:
    record.add(edition(1))
    run(press)
    assert not Purge.objects.exists()
    assert job.due(1) == []


def test_fix_in_the_body_purges_one_sheet_softly(press: Press, cdn: Cdn) -> None:
    record.add(edition(1))
    drawn(press)
    cdn.asked.clear()
    record.add(edition(1, body=MENDED))
    drawn(press)
    assert cdn.asked == [("PURGE", {surrogate(FIRST)}, False)]
    assert not Purge.objects.exists()


def test_new_sheet_purges_what_was_kept_in_its_place(press: Press, cdn: Cdn) -> None:
    """A cache may have kept the page for what is not there, under that page's word."""
    record.add(edition(1))
    drawn(press)
    cdn.asked.clear()
    record.add(edition(2))
    drawn(press)
    assert surrogate(NOT_FOUND) in cdn.words
    assert surrogate("/") in cdn.words
    assert surrogate(FIRST) not in cdn.words


def test_withdrawal_is_hard_and_goes_first(press: Press, cdn: Cdn) -> None:
    for number in (1, 2):
        record.add(edition(number))
    drawn(press)
    cdn.asked.clear()
    record.add(edition(2, body=MENDED))
    run(press)
    record.withdraw(article_id(1), "kill")
    drawn(press)
    assert [hard for _, _, hard in cdn.asked] == [True, False]
    assert {surrogate(FIRST), surrogate("/")} <= cdn.asked[0][1]


def test_what_the_cdn_refused_is_kept_and_told(press: Press, cdn: Cdn) -> None:
    record.add(edition(1))
    drawn(press)
    cdn.asked.clear()
    cdn.status = 503
    record.add(edition(1, body=MENDED))
    drawn(press)
    trouble = PurgeTrouble.objects.get()
    assert (trouble.error, trouble.attempts, Purge.objects.count()) == ("it answered 503", 1, 1)
    assert len(cdn.asked) == 1 and job.due(1) == []

    cdn.status = 200
    PurgeTrouble.objects.update(next_attempt_at=timezone.now())
    work()
    assert not PurgeTrouble.objects.exists() and not Purge.objects.exists()


def test_cdn_that_is_not_there_is_told_without_its_address(settings: Settings, press: Press) -> None:
    settings.NEWSDESK_PURGE_CDN, settings.NEWSDESK_PURGE_URL = "fastly", "http://127.0.0.1:9/service/secret"
    settings.NEWSDESK_PURGE_TOKEN = "token"
    Purge.objects.create(path="/")
    job.send()
    assert PurgeTrouble.objects.get().error == "no answer (ConnectError)"


def test_no_pause_is_longer_than_a_minute_whatever_the_clock_does(settings: Settings, cdn: Cdn) -> None:
    assert [job.pause(attempts) for attempts in (1, 2, 3, 4, 99)] == [2, 5, 15, 60, 60]
    Purge.objects.create(path="/")
    trouble = PurgeTrouble.objects.create(attempts=4, next_attempt_at=timezone.now() + timedelta(seconds=50))
    assert not job.due(1)
    trouble.next_attempt_at = timezone.now() + timedelta(hours=1)  # noted by a clock that ran ahead
    trouble.save()
    assert job.due(1)


def test_batches_are_no_larger_than_the_cdn_takes(cdn: Cdn) -> None:
    Purge.objects.bulk_create([Purge(path=f"/{number}/", hard=number >= 100) for number in range(300)])
    work()
    assert [(len(words), hard) for _, words, hard in cdn.asked] == [(128, True), (72, True), (100, False)]


def test_each_cdn_is_asked_in_its_own_way() -> None:
    words = ["s-1", "s-2"]
    fastly = cdns.named("fastly").purge("https://api.fastly.com/service/1/", "t", words, False)
    assert (fastly.method, fastly.url) == ("POST", "https://api.fastly.com/service/1/purge")
    assert fastly.headers["Surrogate-Key"] == "s-1 s-2"
    assert (fastly.headers["Fastly-Key"], fastly.headers["Fastly-Soft-Purge"]) == ("t", "1")
    assert "Fastly-Soft-Purge" not in cdns.named("fastly").purge("https://a.example", "t", words, True).headers
    cloudflare = cdns.named("cloudflare").purge("https://api.example/zones/1", "t", words, True)
    assert cloudflare.url == "https://api.example/zones/1/purge_cache"
    assert json.loads(cloudflare.body) == {"tags": words}
    assert cloudflare.headers["Authorization"] == "Bearer t"
    assert cdns.named("varnish").purge("http://127.0.0.1/", "t", words, True).headers["Authorization"] == "Bearer t"
    for ask in (fastly, cloudflare):
        assert "t'" not in repr(ask) and "example" not in repr(ask)


def test_cloudflares_word_counts_and_not_its_status() -> None:
    problem = cdns.named("cloudflare").problem
    assert problem(Answer(200, b'{"success": true}')) == ""
    for body in (b'{"success": false}', b"", b"[]", b"<html>"):
        assert problem(Answer(200, body))
    assert problem(Answer(403, b'{"success": true}'))


def test_every_file_is_a_cdn_that_can_be_named() -> None:
    for name in cdns.names():
        assert table.PURGE_CDN.value({"NEWSDESK_PURGE_CDN": name}) == name
        assert f"`{name}`" in table.PURGE_CDN.help
        assert cdns.named(name).AT_ONCE > 0
    with pytest.raises(Refused, match="one of cloudflare, fastly, varnish"):
        table.PURGE_CDN.value({"NEWSDESK_PURGE_CDN": "akamai"})
