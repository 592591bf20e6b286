"""Where a newsroom wants it, silent readers are asked once whether they want a letter; no answer ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from newsdesk.newsletter import posts
from newsdesk.newsletter.asking import still_wanted
from newsdesk.newsletter.links import Signed, preferences_url
from newsdesk.newsletter.models import Letter, Subscriber, Subscription, Suppression
from newsdesk.newsletter.suppression import suppress, suppressed
from newsdesk.newsletter.tests.readers import ADDRESS, asked, letter, link, outbox, subscriber, worked

YEAR = timedelta(days=365)


@pytest.fixture
def boat(db):
    return letter(still_after=6, answer_within=14)


@pytest.fixture
def ines(boat):
    """Confirmed a year ago, and not heard of since."""
    made = subscriber(ADDRESS, boat)
    Subscription.objects.update(confirmed_at=timezone.now() - YEAR, asked_at=timezone.now() - YEAR)
    return made


def swept(after: timedelta = timedelta()) -> list[str]:
    """Lets so much time go by, has the worker look, and returns who was mailed."""
    before = len(outbox())
    for name in ("still_asked_at", "still_not_before"):
        for one in Subscription.objects.exclude(**{name: None}):
            Subscription.objects.filter(pk=one.pk).update(**{name: getattr(one, name) - after})
    still_wanted.sweep()
    return [mail.to for mail in outbox()[before:]]


def state() -> tuple[str, str]:
    return Subscription.objects.values_list("state", "left_by").get()


def test_nobody_is_asked_unless_the_newsroom_wants_it(ines):
    Letter.objects.update(still_after=0)
    assert swept() == [] and Letter(name="Other").still_after == 0


def test_silent_reader_is_asked_once_and_ended_without_an_answer(client, ines, boat):
    assert swept() == [ADDRESS]
    assert swept(timedelta(days=13)) == [] and state() == ("confirmed", "")
    assert swept(timedelta(days=2)) == [] and state() == ("left", still_wanted.NO_ANSWER)
    assert not suppressed(ADDRESS)
    assert b"has ended for you" in client.get(link("keep")).content
    assert b"has ended for you" in client.post(link("keep")).content and state()[0] == "left"


def test_button_keeps_and_looking_does_not(client, ines):
    swept()
    looked = client.get(link("keep"))
    assert b"Yes, keep sending it" in looked.content and b"reader.example" not in looked.content
    assert Subscription.objects.get().still_asked_at
    kept = client.post(link("keep"))
    assert b"goes on coming" in kept.content and not kept.cookies and kept["Cache-Control"] == "no-store"
    assert swept(YEAR) == [] and state() == ("confirmed", "")


def test_kept_reader_is_asked_anew_when_silent_for_as_long_again(client, ines):
    swept()
    client.post(link("keep"))
    Subscriber.objects.update(reacted_at=timezone.now() - timedelta(days=200))
    assert swept() == [ADDRESS]


def test_choosing_letters_is_an_answer(client, ines, boat):
    swept()
    client.post("/" + preferences_url(Signed(ines.key)).split("/", 3)[3], {"letter": [boat.slug]})
    assert swept(YEAR) == [] and state() == ("confirmed", "")


def test_who_was_ended_may_ask_again_and_is_not_ended_at_once(client, ines):
    swept()
    swept(YEAR)
    assert state()[0] == "left"
    asked(client)
    worked()
    client.post(link())
    assert swept(YEAR) == [] and state() == ("confirmed", "")


def test_reader_who_gave_a_sign_lately_and_one_who_is_suppressed_are_not_asked(ines, boat):
    Subscriber.objects.update(reacted_at=timezone.now())
    other = subscriber("barred@reader.example", boat)
    Subscription.objects.filter(subscriber=other).update(confirmed_at=timezone.now() - YEAR)
    suppress(other.canonical, Suppression.Why.BOUNCED)
    assert swept() == []


def test_no_more_than_so_many_are_asked_in_a_day(boat, monkeypatch):
    monkeypatch.setattr(still_wanted, "A_TIME", 2)
    monkeypatch.setattr(still_wanted, "A_DAY", 3)
    for number in range(5):
        subscriber(f"r{number}@reader.example", boat)
    Subscription.objects.update(confirmed_at=timezone.now() - YEAR)
    assert [len(swept()) for _ in range(3)] == [2, 1, 0]
    assert len(swept(timedelta(days=1, hours=1))) == 2


def test_nobody_is_ended_whose_question_did_not_leave(ines, monkeypatch):
    class Broken:
        def hand(self, *given, **named):
            raise posts.PostLater("421", "not now")

        def close(self):
            pass

    monkeypatch.setattr(posts, "current", Broken)
    assert swept() == [] and swept(YEAR) == [] and state() == ("confirmed", "")
    monkeypatch.undo()
    assert swept(YEAR) == [ADDRESS]


def test_mail_can_be_left_by_one_click_and_says_what_happens(ines, tmp_path):
    swept()
    (raw,) = (file.read_bytes() for file in (tmp_path / "letters").glob("*.eml"))
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in raw and b"/letters/leave/" in raw
    mail = outbox()[-1]
    assert "within 14 days" in mail.text and "ends by itself" in mail.text and "/letters/leave/" in mail.html
