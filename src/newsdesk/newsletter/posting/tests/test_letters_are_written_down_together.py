"""What a few connections ask and tell at once costs one transaction of a few statements, whatever their number."""

from __future__ import annotations

from queue import Empty, SimpleQueue
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsdesk.newsletter.models import Delivery, Issue
from newsdesk.newsletter.posting import claim, ledger
from newsdesk.newsletter.posting.events import Ask, Event, Sent
from newsdesk.newsletter.posting.folder import Folder
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.taken import Taken
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.suppression import suppress

ME = "this worker"


@pytest.fixture
def issue(db: None, monkeypatch: Any) -> Issue:
    """Being sent to ten readers, of whom one is suppressed meanwhile."""
    stand_ins.install(monkeypatch)
    letter = makers.letter()
    readers = makers.readers(letter, 10)
    issue = makers.addressed(letter)
    suppress(readers[9].canonical, "bounced")
    return issue


def claimed(issue: Issue) -> list[Taken]:
    rows = claim.claim(issue, ME, [], lambda domain: True)
    rendered = Folder().drawn(issue)
    assert rendered
    return list(Folder().taken(issue, rows, rendered))


def ask(taken: Taken) -> Ask:
    return Ask(taken, SimpleQueue())


def sent(taken: Taken) -> Sent:
    return Sent(taken, "2.0.0", f"queued as {taken.id}")


def statements(events: list[Event]) -> int:
    with CaptureQueriesContext(connection) as queries:
        ledger.write(events, ME)
    return len(queries)


def test_eight_cost_as_many_statements_as_one(issue: Issue) -> None:
    first, *others = claimed(issue)
    assert statements([ask(first)]) == statements([ask(each) for each in others[:8]])
    assert statements([sent(first)]) == statements([sent(each) for each in others[:8]])
    replies = Delivery.objects.filter(state="sent", lease=None, code="2.0.0").values_list("id", "reply")
    assert dict(replies) == {each.id: f"queued as {each.id}" for each in [first, *others[:8]]}


def test_each_in_a_group_gets_its_own_answer(issue: Issue) -> None:
    said = {ask.taken.envelope.to: yes for ask, yes in ledger.write([ask(each) for each in claimed(issue)], ME)}
    assert [to for to, yes in said.items() if not yes] == ["reader9@mail0.example"] and len(said) == 10


def test_what_another_worker_holds_is_not_ours_to_say(issue: Issue) -> None:
    ours, theirs, waits = claimed(issue)[:3]
    ledger.write([ask(ours), ask(theirs)], ME)
    Delivery.objects.filter(pk=theirs.id).update(owner="another")
    ledger.write([sent(ours), sent(theirs), sent(waits)], ME)
    assert list(Delivery.objects.filter(state="sent").values_list("id", flat=True)) == [ours.id]


class Told:
    """Says what it is given, then nothing; keeps how long it was waited for."""

    def __init__(self, *events: Event) -> None:
        self.events, self.waits = list(events), list[float]()

    def get(self, timeout: float) -> Event:
        self.waits.append(timeout)
        if not self.events:
            raise Empty
        return self.events.pop(0)


def test_nobody_waits_for_more_once_all_ask(issue: Issue) -> None:
    first, second, third = claimed(issue)[:3]
    office = Office(couriers=2)
    office.told = told = Told(sent(third), ask(first), ask(second), sent(first))  # type: ignore[assignment]
    assert [type(event) for event in office._heard()] == [Sent, Ask, Ask]
    assert len(told.waits) == 3 and all(wait <= 0.01 for wait in told.waits[1:])
    assert [type(event) for event in office._heard()] == [Sent]
