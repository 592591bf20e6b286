"""A reader leaves by one click, again and for ever, also what already waits; nobody's address is shown for it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone

from newsdesk.newsletter.asking import leaves_spooled
from newsdesk.newsletter.links import NotOurs, Signed, leave_url, preferences_url, sign, unsign
from newsdesk.newsletter.models import Consent, Delivery, Subscription
from newsdesk.newsletter.suppression import suppress
from newsdesk.newsletter.tests.readers import ADDRESS, delivery, letter, subscriber
from newsdesk.press.serving import leaves

BOUNDARY = "multipart/form-data; boundary=x"
MULTIPART = b'--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'


@pytest.fixture
def boat(db):
    return letter()


@pytest.fixture
def ines(boat):
    return subscriber(ADDRESS, boat, letter("upstream"))


def path(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def states() -> dict[str, str]:
    return dict(Subscription.objects.values_list("letter__slug", "state"))


@pytest.mark.parametrize(
    ("body", "kind"),
    [(b"List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"), (MULTIPART, BOUNDARY), (b"", "text/plain")],
)
def test_one_click_leaves_one_letter_and_what_waits_of_it(client, ines, boat, body, kind):
    waiting = delivery(ines, boat)
    claimed, sent = delivery(ines, boat, Delivery.State.CLAIMED), delivery(ines, boat, Delivery.State.SENT)
    url = path(leave_url(Signed(ines.key, boat.pk, sent.pk)))
    answer = client.post(url, body, content_type=kind)
    assert answer.status_code == 200 and not answer.cookies
    assert states() == {"first-boat": "left", "upstream": "confirmed"}
    found = dict(Delivery.objects.values_list("pk", "state"))
    assert found == {waiting.pk: "dropped", claimed.pk: "dropped", sent.pk: "sent"}
    assert Delivery.objects.get(pk=sent.pk).left_at


def test_looking_leaves_nothing_and_shows_no_address(client, ines, boat):
    answer = client.get(path(leave_url(Signed(ines.key, boat.pk))))
    assert b"<button>Leave</button>" in answer.content and b"reader.example" not in answer.content
    assert states()["first-boat"] == "confirmed"


def test_second_click_and_click_of_somebody_erased_are_answered_alike(client, ines, boat):
    url = path(leave_url(Signed(ines.key, boat.pk)))
    first, left_at = client.post(url), Subscription.objects.get(letter=boat).left_at
    second = client.post(url)
    assert Subscription.objects.get(letter=boat).left_at == left_at
    ines.delete()
    assert first.content == second.content == client.post(url).content


def test_link_that_another_newsroom_signed_opens_nothing(client, ines, boat, settings):
    signed = sign(Signed(ines.key, boat.pk))
    settings.SECRET_KEY = "another newsroom's key, which is long enough"
    assert client.post(f"/letters/leave/{signed}/").status_code == 404
    assert client.get(f"/letters/preferences/{signed}/").status_code == 404
    assert set(states().values()) == {"confirmed"}


@pytest.mark.parametrize("wrong", ["", "x", "é", "A" * 75, "A" * 4000])
def test_nonsense_is_no_link(wrong):
    with pytest.raises(NotOurs):
        unsign(wrong)


def test_link_is_short_enough_for_a_header_and_comes_back_whole():
    link = Signed(uuid4(), uuid4(), 2**40)
    assert unsign(sign(link)) == link and len(sign(link)) == 75


def test_reader_chooses_on_one_page_and_what_is_new_is_proven(client, ines, boat):
    letter("weekend")
    url = path(preferences_url(Signed(ines.key)))
    assert client.get(url).content.count(b" checked") == 2
    answer = client.post(url, {"letter": ["weekend", "upstream"]})
    assert b"Saved." in answer.content and answer.content.count(b" checked") == 2
    assert states() == {"first-boat": "left", "upstream": "confirmed", "weekend": "confirmed"}
    assert Consent.objects.get().source == "preferences"


def test_page_that_stood_open_leaves_nothing_it_did_not_show(client, ines, boat):
    later = letter("weekend")
    url = path(preferences_url(Signed(ines.key)))
    assert client.get(url).content.count(b'name="shown"') == 3
    Subscription.objects.create(subscriber=ines, letter=later, state="confirmed", asked_at=timezone.now())
    client.post(url, {"shown": ["first-boat", "upstream"], "letter": ["upstream"]})
    assert states() == {"first-boat": "left", "upstream": "confirmed", "weekend": "confirmed"}


def test_one_leaver_counts_for_the_issue_that_ended_it(client, ines, boat):
    first, second = delivery(ines, boat, Delivery.State.SENT), delivery(ines, boat, Delivery.State.SENT)
    client.post(path(preferences_url(Signed(ines.key, boat.pk, first.pk))), {"letter": ["upstream"]})
    client.post(path(leave_url(Signed(ines.key, boat.pk, second.pk))))
    assert list(Delivery.objects.filter(left_at__isnull=False)) == [first]


def test_what_readers_said_while_the_desk_was_away_is_taken_in(ines, boat, tmp_path):
    signed = sign(Signed(ines.key, boat.pk))
    assert leaves.keep(tmp_path, signed) and leaves.keep(tmp_path, signed)
    assert leaves.keep(tmp_path, "A" * 75)
    (tmp_path / leaves.FOLDER / "half.0a0b").write_text("half")
    files = leaves_spooled.due(10)
    assert len(files) == 2
    for file in [*files, *files]:
        leaves_spooled.take_in(file)
    assert states()["first-boat"] == "left" and not leaves_spooled.due(10)


def test_file_stays_until_the_reader_has_left(ines, boat, tmp_path, monkeypatch):
    leaves.keep(tmp_path, sign(Signed(ines.key, boat.pk)))
    (file,) = leaves_spooled.due(10)
    monkeypatch.setattr(leaves_spooled, "leave", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        leaves_spooled.take_in(file)
    assert file.exists()


def test_choosing_says_so_where_nothing_is_sent(client, ines, boat):
    letter("weekend")
    suppress(ADDRESS, "bounced")
    answer = client.post(path(preferences_url(Signed(ines.key))), {"letter": ["first-boat", "weekend"]})
    assert b"Nothing is sent to this address" in answer.content and b"Saved" not in answer.content
    assert states() == {"first-boat": "left", "upstream": "left"}
