"""A reader is told all that is kept of them, and forgotten when they ask; what is past its time goes by itself."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from newsdesk.newsletter.asking import erasing, sweeping
from newsdesk.newsletter.models import Ask, Consent, Delivery, Notice, Subscriber, Subscription, Suppression, Token
from newsdesk.newsletter.suppression import suppress, suppressed
from newsdesk.newsletter.tests.readers import ADDRESS, asked, delivery, letter, link, outbox, subscriber, worked

pytestmark = pytest.mark.django_db


def test_all_that_is_kept_is_told(client):
    boat = letter()
    asked(client)
    worked()
    client.post(link())
    row = delivery(Subscriber.objects.get(), boat)
    Delivery.objects.update(code="5.2.2", reply="mailbox full")
    Notice.objects.create(delivery=row, key="1", kind="complaint", said="abuse", via="mailbox", at=timezone.now())
    asked(client)
    told = json.dumps(erasing.kept(ADDRESS), default=str)
    for what in (ADDRESS, "First-Boat", "leave at any time", "confirmed", "Today", "waiting", "5.2.2", "abuse"):
        assert what in told
    assert erasing.kept("stranger@reader.example")["subscriber"] is None


def test_erased_reader_is_nowhere_and_is_never_written_to(client):
    boat = letter()
    ines = subscriber(ADDRESS, boat)
    waiting, sent = delivery(ines, boat), delivery(ines, boat, Delivery.State.SENT)
    words = {"domain": "ines-brandt.example", "reply": "550 5.1.1 no mailbox ines.brandt"}
    Delivery.objects.filter(pk=sent.pk).update(**words)
    Notice.objects.create(delivery=sent, key="1", kind="hard", said=words["reply"], via="mailbox", at=timezone.now())
    asked(client)
    erasing.forget(ADDRESS)
    assert "brandt" not in str([*Delivery.objects.values(), *Notice.objects.values()])
    assert not Subscriber.objects.exists() and not Ask.objects.exists() and not Consent.objects.exists()
    states = dict(Delivery.objects.values_list("pk", "state"))
    assert states == {waiting.pk: "dropped", sent.pk: "sent"}
    assert set(Delivery.objects.values_list("subscriber", flat=True)) == {None}
    assert ADDRESS not in str(list(Suppression.objects.values()))
    asked(client)
    worked()
    assert not outbox() and not Subscriber.objects.exists()


def test_what_is_past_its_time_goes_and_nothing_else(client):
    boat = letter()
    kept = subscriber("kept@reader.example", boat)
    asked(client)
    worked()
    old = timezone.now() - timedelta(days=31)
    sweeping.sweep()
    assert Subscriber.objects.count() == 2 and Token.objects.count() == 1
    Subscription.objects.filter(state="asked").update(asked_at=old)
    Consent.objects.update(asked_at=old)
    Subscriber.objects.update(since=old)
    Token.objects.update(made_at=old)
    for _ in range(2):
        sweeping.sweep()
    assert list(Subscriber.objects.all()) == [kept] and not Token.objects.exists() and not Consent.objects.exists()


def test_whoever_bounced_three_years_ago_is_forgotten_and_stays_suppressed():
    subscriber(ADDRESS, letter())
    suppress(ADDRESS, Suppression.Why.BOUNCED)
    sweeping.sweep()
    assert Subscriber.objects.exists()
    Subscription.objects.update(left_at=timezone.now() - timedelta(days=1096))
    sweeping.sweep()
    assert not Subscriber.objects.exists() and suppressed(ADDRESS)


def test_whoever_left_three_years_ago_is_forgotten():
    gone, stays = subscriber("gone@reader.example", letter()), subscriber("stays@reader.example", letter("upstream"))
    gone.subscriptions.update(state="left", left_at=timezone.now() - timedelta(days=1096))
    stays.subscriptions.update(state="left", left_at=timezone.now() - timedelta(days=1000))
    sweeping.sweep()
    assert list(Subscriber.objects.all()) == [stays]
