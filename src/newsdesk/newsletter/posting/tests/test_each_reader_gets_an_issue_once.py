"""From the due time to a last word, through a mail server: everybody once, nobody who left or is suppressed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.core.mail import get_connection

from newsdesk.newsletter import services
from newsdesk.newsletter.models import Delivery, Issue, Subscription
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.posting.tests.posted import post_all, smtp, states
from newsdesk.newsletter.posting.tests.server import Server, serving
from newsdesk.newsletter.posts.anymail import AnymailPost
from newsdesk.newsletter.suppression import suppress

pytestmark = pytest.mark.django_db


def test_everybody_who_wants_it_gets_it_once(monkeypatch: Any) -> None:
    stand_ins.install(monkeypatch)
    letter = makers.letter()
    readers = makers.readers(letter, 70)
    Subscription.objects.filter(subscriber=readers[3]).update(state=Subscription.State.LEFT)
    suppress(readers[4].canonical, "bounced")
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
