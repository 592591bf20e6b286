"""A reader gets a letter only after pressing the button that the mail's link leads to; once, and within seven days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from newsdesk.newsletter import posts
from newsdesk.newsletter.asking import giving_up, sweeping, taking_up, tokens
from newsdesk.newsletter.models import Ask, Consent, GivenUp, Letter, Subscriber, Subscription, Suppression, Token
from newsdesk.newsletter.tests.readers import ADDRESS, asked, letter, link, outbox, worked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def first_boat() -> Letter:
    return letter()


def states() -> list[str]:
    return list(Subscription.objects.values_list("state", flat=True))


def test_looking_confirms_nothing_and_the_button_does(client):
    assert asked(client).status_code == 200
    worked()
    for look in (client.get, client.head, client.get):
        assert look(link()).status_code == 200
    assert states() == ["asked"]
    assert b"Thank you" in client.post(link()).content
    assert states() == ["confirmed"]


def test_second_press_says_so_and_changes_nothing(client):
    asked(client)
    worked()
    client.post(link())
    before = Subscription.objects.values().get()
    assert b"Already confirmed" in client.post(link()).content
    assert Subscription.objects.values().get() == before


def test_after_seven_days_the_link_is_over(client):
    asked(client)
    worked()
    Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert b"seven days" in client.post(link()).content
    assert states() == ["asked"]


def test_token_is_used_by_one_of_two(client):
    asked(client)
    worked()
    token = tokens.find(link().split("/")[3])
    assert tokens.use(token)
    assert not tokens.use(token)


def test_token_of_another_newsroom_opens_nothing(client, settings):
    asked(client)
    worked()
    settings.SECRET_KEY = "another newsroom's key, which is long enough"
    assert client.get(link()).status_code == 404
    assert client.post(link()).status_code == 404
    assert states() == ["asked"]


def test_only_the_hash_of_a_token_is_kept(client):
    asked(client)
    worked()
    token = link().split("/")[3]
    assert token not in str(list(Token.objects.values())) and len(token) >= 43


def test_proof_says_what_was_agreed_to_when_and_where(client):
    asked(client, form="article")
    worked()
    client.post(link())
    proof = Consent.objects.get()
    assert "leave at any time" in proof.words and len(proof.words_version) == 12
    assert proof.form == "article" and proof.source == "form" and proof.asked_at < proof.confirmed_at
    assert len(proof.network) == 64 and "203.0.113" not in proof.network


def test_whoever_it_was_not_is_forgotten_and_never_written_to_again(client):
    asked(client)
    worked()
    path = link("not-me")
    assert client.get(path).status_code == 200 and Subscriber.objects.exists()
    assert b"Forgotten" in client.post(path).content
    assert not Subscriber.objects.exists() and Suppression.objects.get().why == "not_me"
    asked(client)
    worked()
    assert len(outbox()) == 1 and not Ask.objects.exists() and not Subscriber.objects.exists()


def test_mail_has_text_and_html_and_no_address_in_its_links(client):
    asked(client, "ines+boat@reader.example")
    worked()
    sent = outbox()[0]
    assert sent.to == "ines+boat@reader.example" and link() in sent.html and link("not-me") in sent.text
    assert "reader.example" not in sent.text + sent.html


def test_mail_that_cannot_leave_is_sent_later_and_pauses_grow(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    asked(client)
    waits = []
    for _ in range(3):
        Ask.objects.update(next_attempt_at=timezone.now())
        worked()
        waits.append((Ask.objects.get().next_attempt_at - timezone.now()).total_seconds())
    assert waits[0] < 61 < waits[1] < 121 < waits[2]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Ask.objects.update(next_attempt_at=timezone.now())
    worked()
    assert [sent.to for sent in outbox()] == [ADDRESS]
    assert Consent.objects.count() == 1 and not Ask.objects.exists()


def tried(times: int) -> None:
    for _ in range(times):
        Ask.objects.update(next_attempt_at=timezone.now())
        worked()


def test_mail_that_never_left_leaves_a_count_and_a_reason_but_no_address(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    for address in (ADDRESS, "maren@reader.example"):
        asked(client, address)
    tried(taking_up.MOST_ATTEMPTS - 1)
    assert Ask.objects.count() == 2 and not GivenUp.objects.exists()
    tried(1)
    (row,) = giving_up.lately(refused=False)
    assert row.count == 2 and row.reply and "reader.example" not in row.reply and not Ask.objects.exists()
    GivenUp.objects.update(day=timezone.now() - timedelta(days=31))
    sweeping.sweep()
    assert not GivenUp.objects.exists()


def test_address_that_is_refused_is_counted_by_itself(client, monkeypatch):
    class Refuses:
        def hand(self, *given, **named):
            raise posts.PostRefused("5.1.1", f"<{ADDRESS}> no such user", reader=True)

        def close(self):
            pass

    monkeypatch.setattr(posts, "current", Refuses)
    asked(client)
    worked()
    assert [(row.code, row.reply, row.count) for row in giving_up.lately(refused=True)] == [
        ("5.1.1", "<(address)> no such user", 1)
    ]
    assert not giving_up.lately(refused=False) and not Ask.objects.exists()
