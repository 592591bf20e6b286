"""The form answers strangers and subscribers alike, takes no nonsense, and cannot be made to bomb or flood anybody."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from newsdesk.newsletter.asking import limits, network, taking_up
from newsdesk.newsletter.models import Ask, Consent, Subscriber
from newsdesk.newsletter.suppression import suppress
from newsdesk.newsletter.tests.readers import ADDRESS, SIGN_UP, asked, letter, link, outbox, subscriber, worked
from newsdesk.press.serving import logs
from newsdesk.press.serving.networks import network_of
from newsdesk.settings_env.logs import JsonLines, masked


@pytest.mark.django_db
def test_known_unknown_and_suppressed_are_answered_alike(client, django_assert_num_queries):
    first_boat = letter()
    subscriber("known@reader.example", first_boat)
    suppress("gone@reader.example", "complained")
    asked(client, "warm@reader.example")
    answers = []
    for name in ("known", "unknown", "gone"):
        with django_assert_num_queries(3):
            answers.append(asked(client, f"{name}@reader.example"))
    assert len({answer.content for answer in answers}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in answers}) == 1
    worked()
    assert sorted(sent.to for sent in outbox()) == [f"{one}@reader.example" for one in ("known", "unknown", "warm")]


@pytest.mark.django_db
def test_pages_set_no_cookie_and_tell_nobody_where_a_reader_was(client):
    letter()
    asked(client)
    worked()
    for answer in (client.get(SIGN_UP), asked(client), client.get(link()), client.get("/letters/leave/x/")):
        assert not answer.cookies
        assert answer["Referrer-Policy"] == "no-referrer" and answer["Cache-Control"] == "no-store"
        assert "script-src 'self'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
def test_form_filled_by_a_machine_is_thrown_away(client):
    letter()
    assert asked(client, website="https://spam.example").content == asked(client, "other@reader.example").content
    assert [ask.address for ask in Ask.objects.all()] == ["other@reader.example"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "Please write"),
        ("ines", "no @"),
        ("ines@reader", "no name of a mail server"),
        ("ines@reader.example\nBcc: all@reader.example", "no invisible"),
        ("ines@reader.example\r\n\r\nHello", "no spaces"),
        ("ines@reader.example, more@reader.example", "no spaces"),
        ("a" * 65 + "@reader.example", "too long"),
        ("ines@" + "a." * 130 + "example", "too long"),
    ],
)
def test_what_is_no_address_is_refused_with_the_reason(client, address, says):
    letter()
    answer = asked(client, address)
    assert answer.status_code == 400 and says in answer.content.decode()
    assert not Ask.objects.exists()


@pytest.mark.django_db
def test_internationalised_address_is_kept_and_its_host_as_dns_knows_it(client):
    letter()
    assert asked(client, " інес@кава.укр ").status_code == 200
    assert Ask.objects.get().address == "інес@xn--80aaf4a.xn--j1amh"


@pytest.mark.django_db
def test_of_many_from_one_network_a_hundred_are_taken(client):
    letter()
    statuses = [
        asked(client, f"r{number}@reader.example", f"203.0.113.{number % 250}").status_code for number in range(400)
    ]
    assert statuses.count(200) == limits.NETWORK_AN_HOUR == Ask.objects.count() and statuses.count(429) == 300
    assert asked(client, network="203.0.113.9")["Retry-After"] == "60"  # the reader process goes by it
    assert asked(client, "elsewhere@reader.example", "198.51.100.1").status_code == 200


@pytest.mark.django_db
def test_one_address_is_mailed_once_and_again_after_a_growing_pause(client):
    letter()
    for number in range(limits.ADDRESS_AN_HOUR + 3):
        assert asked(client, ADDRESS, f"198.51.{number}.1").status_code == 200
    assert Ask.objects.count() == limits.ADDRESS_AN_HOUR
    worked()
    assert len(outbox()) == 1
    minutes = [taking_up.pause_after(sent) / timedelta(minutes=1) for sent in range(6)]
    assert minutes == [0, 10, 60, 360, 2160, 10080]
    limits.knocks.counts.clear()
    Consent.objects.update(asked_at=timezone.now() - timedelta(minutes=11))
    asked(client)
    worked()
    assert len(outbox()) == 2 and Subscriber.objects.count() == 1


@pytest.mark.django_db
def test_too_many_waiting_are_turned_away(client, monkeypatch):
    letter()
    monkeypatch.setattr(limits, "WAITING", 1)
    assert asked(client).status_code == 200
    assert asked(client, "second@reader.example").status_code == 429


def test_network_is_forgotten_with_the_key_of_its_day(settings, tmp_path):
    today = network.today()
    mark = network.mark("203.0.113.0/24", today)
    assert mark == network.mark(network_of("203.0.113.77"), today)
    old = network.mark("203.0.113.0/24", today - timedelta(days=2))
    assert network.throw_keys_away() == 1
    assert mark == network.mark("203.0.113.0/24", today)
    assert old != network.mark("203.0.113.0/24", today - timedelta(days=2))
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "run/days").glob("*.key")} == {0o600}


def test_client_is_believed_from_this_machine_only(rf):
    from newsdesk.newsletter.views import client_of

    forged = {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}
    assert client_of(rf.post(SIGN_UP, REMOTE_ADDR="127.0.0.1", **forged)) == "203.0.113.9"
    assert client_of(rf.post(SIGN_UP, REMOTE_ADDR="198.51.100.7", **forged)) == "198.51.100.7"


WAYS = ["/letters/confirm/", "//letters//confirm//", "/Letters/Confirm/", "/letters/.././confirm/./"]
WAYS += [
    "/letters%2Fconfirm%2f",
    "/letters%252Fconfirm%252F",
    "https://paper.example/letters/confirm/",
    "/letters/confirm/ ",
]


@pytest.mark.parametrize("way", WAYS)
def test_no_log_shows_a_token_however_the_path_is_written(way: str):
    said = ("Not Found: %s", (f"{way}abcDEF-_123/",))
    line = JsonLines().format(logging.LogRecord("django.request", logging.WARNING, "", 1, *said, None))
    assert "abcDEF" not in line and f"{way.strip()}…/" in line
    assert "abcDEF" not in logs.masked(f"{way}abcDEF-_123/x")


def test_log_shows_what_is_no_token():
    for said in ("/letters/2026-11-25-morning/3/", "Two letters: leave them", "/letters/sign-up/", "/letters/confirm/"):
        assert masked(said) == logs.masked(said) == said
