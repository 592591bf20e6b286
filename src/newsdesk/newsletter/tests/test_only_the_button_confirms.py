"""A reader gets a letter only after pressing the button that the mail's link leads to; once, and within seven days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from newsdesk.newsletter import posts
from newsdesk.newsletter.asking import giving_up, sweeping, taking_up, tokens
from newsdesk.newsletter.asking.leaving import leave
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.models import Ask, Consent, GivenUp, Letter, Subscriber, Subscription, Suppression, Token
from newsdesk.newsletter.suppression import suppress
from newsdesk.newsletter.tests.readers import ADDRESS, asked, letter, link, outbox, subscriber, worked

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


def test_reader_whom_a_stranger_signs_up_takes_that_back_and_keeps_their_letters(client):
    other = letter("weekend")
    reader = subscriber(ADDRESS, other)
    asked(client, letter="first-boat")
    worked()
    path = link("not-me")
    assert b"The letters you get already go on" in client.get(path).content
    assert b"The letters you get already go on" in client.post(path).content
    assert list(reader.subscriptions.values_list("letter__slug", "state")) == [("weekend", "confirmed")]
    assert not Suppression.objects.exists() and client.get(path).status_code == 404


def test_old_link_of_a_stranger_promises_nothing_and_does_nothing(client):
    asked(client)
    worked()
    path = link("not-me")
    Token.objects.all().delete()
    for answer in (client.get(path), client.post(path)):
        assert answer.status_code == 404 and b"has been forgotten" in answer.content
    assert not Suppression.objects.exists()


def aged(days: int) -> None:
    """All that was asked for happened so many days earlier."""
    earlier = timedelta(days=days)
    for model, *names in ((Subscription, "asked_at"), (Consent, "asked_at"), (Subscriber, "since"), (Token, "made_at")):
        model.objects.update(**{name: F(name) - earlier for name in names})


def test_what_was_asked_for_again_is_there_when_it_is_confirmed(client):
    asked(client)
    worked()
    aged(29)
    asked(client)
    worked()
    aged(2)
    sweeping.sweep()
    assert b"Thank you" in client.post(link()).content
    assert states() == ["confirmed"]


def test_button_subscribes_also_where_the_ask_was_swept_away(client):
    asked(client)
    worked()
    Subscription.objects.all().delete()
    client.post(link())
    assert states() == ["confirmed"]


def test_stranger_who_types_an_address_does_not_undo_that_its_owner_left(client):
    asked(client)
    worked()
    client.post(link())
    aged(40)
    leave(Signed(Subscriber.objects.get().key, Letter.objects.get().pk), "link")
    asked(client)
    worked()
    assert states() == ["left"]
    client.post(link())
    assert states() == ["confirmed"]


def test_what_the_button_says_is_true_after_leaving_and_where_nothing_is_sent(client):
    asked(client)
    worked()
    suppress(ADDRESS, "bounced")
    assert b"Nothing is sent to this address" in client.post(link()).content and states() == ["asked"]
    Suppression.objects.all().delete()
    client.post(link())
    leave(Signed(Subscriber.objects.get().key, Letter.objects.get().pk), "link")
    answer = client.post(link())
    assert b"has ended for you" in answer.content and b"Already confirmed" not in answer.content


def test_second_letter_asked_for_too_soon_waits_its_turn_with_others(client):
    letter("weekend")
    letter("harbour")
    asked(client, letter="first-boat")
    worked()
    for name in ("weekend", "harbour"):
        asked(client, letter=name)
        worked()
    assert len(outbox()) == 1 and len(Ask.objects.get().letters) == 2
    Consent.objects.update(asked_at=F("asked_at") - timedelta(minutes=11))
    Ask.objects.update(next_attempt_at=timezone.now())
    worked()
    assert "Weekend" in outbox()[-1].text and "Harbour" in outbox()[-1].text and not Ask.objects.exists()


def test_mail_goes_to_the_address_as_it_was_typed(client):
    """Others look alike: a ligature is another mailbox."""
    asked(client, "o\ufb03ce@packet.example")
    asked(client, "office@packet.example")
    asked(client, "Ines@reader.example")
    worked()
    assert sorted(one.to for one in outbox()) == [
        "Ines@reader.example",
        "office@packet.example",
        "o\ufb03ce@packet.example",
    ]


def test_one_of_two_workers_takes_an_ask(client, monkeypatch):
    asked(client)
    (pk,) = taking_up.due(5)
    real = posts.hand_one

    def meanwhile(*given):
        taking_up.do_one(pk)
        return real(*given)

    monkeypatch.setattr(posts, "hand_one", meanwhile)
    taking_up.do_one(pk)
    assert len(outbox()) == 1 and Token.objects.count() == 1


def test_fault_of_our_own_puts_an_ask_off_and_ends_it_in_the_end(client, monkeypatch):
    asked(client)
    monkeypatch.setattr(posts, "current", lambda: 1 / 0)
    for _ in range(taking_up.MOST_ATTEMPTS):
        Ask.objects.update(next_attempt_at=timezone.now())
        (pk,) = taking_up.due(5)
        with pytest.raises(ZeroDivisionError):
            taking_up.do_one(pk)
        assert not taking_up.due(5)
    assert giving_up.lately(refused=False).get().count == 1


def test_ask_that_no_server_took_for_a_week_is_counted(client):
    asked(client)
    Ask.objects.update(asked_at=timezone.now() - timedelta(days=8))
    sweeping.sweep()
    assert not Ask.objects.exists() and giving_up.lately(refused=False).get().count == 1


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
        for ask in Ask.objects.all():
            Ask.objects.filter(pk=ask.pk).update(next_attempt_at=timezone.now())
            taking_up.do_one(ask.pk)


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
