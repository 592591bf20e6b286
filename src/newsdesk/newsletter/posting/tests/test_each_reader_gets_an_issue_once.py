"""From the due time to a last word, through a mail server: everybody once, nobody who left or is suppressed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.core.mail import get_connection
from django.utils import timezone

from newsdesk.newsletter import services
from newsdesk.newsletter.models import Delivery, Issue, Subscription, Suppression
from newsdesk.newsletter.posting import acts, prepare
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.posting.tests.posted import post_all, smtp, states
from newsdesk.newsletter.posting.tests.server import Server, serving
from newsdesk.newsletter.posts.anymail import AnymailPost
from newsdesk.newsletter.suppression import marked

pytestmark = pytest.mark.django_db


def test_everybody_who_wants_it_gets_it_once(monkeypatch: Any) -> None:
    stand_ins.install(monkeypatch)
    letter = makers.letter()
    readers = makers.readers(letter, 70)
    Subscription.objects.filter(subscriber=readers[3]).update(state=Subscription.State.LEFT)
    Suppression.objects.create(address=marked(readers[4].canonical), why="bounced")  # and its letters have not ended
    issue = makers.issue(letter)
    with serving(Server()) as server:
        post_all(Office(smtp(server)))
    issue.refresh_from_db()
    assert issue.state == Issue.State.SENT and issue.ended_at
    assert states(issue) == {"sent": 68, "dropped": 1}  # who had left before it began has no delivery at all
    to = Counter(line for message in server.messages for line in message.split(b"\r\n") if line.startswith(b"To:"))
    assert len(to) == 68 and set(to.values()) == {1}
    assert len(server.sessions) <= 4 + 1  # the suppressed one is found after the 354, where only hanging up is left
    assert Delivery.objects.filter(state="sent", code="2.0.0", reply__contains="4711").count() == 68


def test_what_a_mail_service_calls_a_letter_is_kept(monkeypatch: Any) -> None:
    stand_ins.install(monkeypatch)
    letter = makers.letter()
    makers.readers(letter, 2)
    issue = makers.issue(letter)
    post_all(Office(lambda: AnymailPost(get_connection("anymail.backends.test.EmailBackend"), services.of("test")), 1))
    assert states(issue) == {"sent": 2}
    assert sorted(issue.deliveries.values_list("known_as", flat=True)) == ["0", "1"]


def test_who_is_imported_meanwhile_gets_none_of_an_issue_on_its_way() -> None:
    """The list says that they confirmed long ago, elsewhere."""
    letter = makers.letter()
    makers.readers(letter, 2)
    issue = makers.addressed(letter)
    makers.readers(letter, 3, start=10)
    assert not prepare.write(Issue.objects.get())
    assert issue.deliveries.count() == 2


def test_those_of_a_note_grow_while_its_issue_is_on_its_way() -> None:
    letter = makers.letter()
    readers = makers.readers(letter, 2)
    first = makers.issue(letter, state=Issue.State.SENDING, began_at=timezone.now())
    note = makers.issue(letter, of=first, state=Issue.State.SENDING, began_at=timezone.now())
    for number, reader in enumerate(readers):
        first.deliveries.create(subscriber=reader, domain="x", state=Delivery.State.SENT, message_id=f"<{number}@x>")
        assert prepare.write(Issue.objects.get(pk=note.pk)) == 1
    assert note.deliveries.count() == 2


def test_nothing_of_a_dropped_issue_is_sent_again() -> None:
    letter = makers.letter()
    (reader,) = makers.readers(letter, 1)
    issue = makers.issue(letter, state=Issue.State.DROPPED)
    lost = issue.deliveries.create(subscriber=reader, domain="x", state=Delivery.State.UNKNOWN, message_id="<1@x>")
    assert not acts.send_again(lost.pk)
    assert states(issue) == {"unknown": 1}
