"""An article that is withdrawn leaves what is unsent, at once; one that is corrected shows the later edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.article.correction import Correction
from newsdesk.newsletter.models import Carried, Issue, Letter, Subscription
from newsdesk.newsletter.posting import acts, changed
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.posting.tests.posted import post_all, smtp, states
from newsdesk.newsletter.posting.tests.server import Script, Server, Session, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_ins.install(monkeypatch)


@pytest.fixture
def letter(plain: None) -> Letter:
    letter = makers.letter()
    makers.readers(letter, 30)
    return letter


def carrying(letter: Letter, articles: int, **fields: Any) -> Issue:
    body = [{"kind": "related_card", "article": article_id(number)} for number in range(1, articles + 1)]
    issue = makers.issue(letter, body=body, **fields)
    for number in range(1, articles + 1):
        record.add(edition(number))
        Carried.objects.create(issue=issue, article=article_id(number), number=1, lead=number == 1)
    return issue


class During:
    """Does something once, when the server has taken five letters; in the worker's thread, at the next question."""

    def __init__(self, act: Any) -> None:
        self.act, self.taken, self.done = act, 0, False

    def script(self, command: str, session: Session) -> str | None:
        self.taken += command == "BODY"
        return None

    def verdicts(self, original: Any) -> Any:
        def asked(*given: Any) -> Any:
            if self.taken >= 10 and not self.done:  # BODY is asked about twice
                self.done = True
                self.act()
            return original(*given)

        return asked


def posted(monkeypatch: pytest.MonkeyPatch, during: During) -> Server:
    from newsdesk.newsletter.posting import ledger

    monkeypatch.setattr(ledger, "write", during.verdicts(ledger.write))
    script: Script = during.script
    with serving(Server(script)) as serves:
        post_all(Office(smtp(serves), couriers=2))
    assert during.done
    return serves


def test_withdrawn_article_leaves_every_unsent_letter_at_once(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    issue = carrying(letter, 3)
    withdrawn = article_id(2)
    serves = posted(monkeypatch, During(lambda: record.withdraw(withdrawn, "takedown")))
    carried = [withdrawn.encode() in message for message in serves.messages]
    issue.refresh_from_db()
    assert len(carried) == 30 and states(issue) == {"sent": 30}
    assert not any(carried[7:]), "after the withdrawal only what was handed over before it"
    assert any(carried[:5]) and issue.version == 2 and article_id(3) in str(issue.body)


def test_withdrawn_lead_stops_the_run(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    issue = carrying(letter, 2)
    serves = posted(monkeypatch, During(lambda: record.withdraw(article_id(1), "kill")))
    issue.refresh_from_db()
    assert issue.state == Issue.State.STOPPED and "withdrawn" in issue.stopped_because
    assert len(serves.messages) <= 7 and states(issue)["waiting"] >= 23
    Issue.objects.filter(pk=issue.pk).update(subject="Another subject")
    assert acts.go_on(issue.pk)
    with serving(Server()) as rest:
        post_all(Office(smtp(rest)))
    assert len(rest.messages) + len(serves.messages) == 30
    assert all(b"Another subject" in message and b"version 2" in message for message in rest.messages)


def test_stop_works_in_the_middle(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    issue = carrying(letter, 1)
    serves = posted(monkeypatch, During(lambda: acts.stop(issue.pk, "The desk said so.")))
    assert len(serves.messages) <= 7 and states(issue)["waiting"] == 30 - len(serves.messages)


def test_who_leaves_gets_nothing_that_is_not_handed_over_yet(letter: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    issue = carrying(letter, 1)
    serves = posted(monkeypatch, During(lambda: Subscription.objects.update(state=Subscription.State.LEFT)))
    assert len(serves.messages) <= 7 and states(issue)["dropped"] == 30 - len(serves.messages)


def test_corrected_article_is_noted_for_those_who_had_the_issue(letter: Letter) -> None:
    carrying(letter, 2)
    with serving(Server()) as serves:
        post_all(Office(smtp(serves)))
    record.add(edition(2, headline="Only mended"))
    changed.look_back()
    assert not Carried.objects.filter(corrected_by__gt=0).exists()  # a mended comma is no correction
    wrong = Correction("correction", "It was Tuesday.", datetime(2026, 3, 2, tzinfo=UTC))
    record.add(replace(edition(2, headline="Mended"), corrections=(wrong,)))
    changed.look_back()
    assert [row.article.hex[-1] for row in Carried.objects.filter(corrected_by=3)] == ["2"]
    assert not changed.due_of_sent(1)


def test_what_was_sent_is_looked_at_for_a_season_and_not_at_every_turn(
    letter: Letter, django_assert_num_queries: Any
) -> None:
    now = timezone.now()
    sent = [carrying(letter, 1, state=Issue.State.SENT, due_at=now - timedelta(days=days)) for days in (1, 30, 89, 91)]
    on_its_way = carrying(letter, 1, due_at=now + timedelta(days=1))
    record.withdraw(article_id(1), "kill")
    with django_assert_num_queries(1):
        (found,) = changed.due(9)
    assert Carried.objects.get(pk=found).issue == on_its_way
    with django_assert_num_queries(1):
        assert len(changed.due_of_sent(9)) == 3
    changed.look_back()
    withdrawn = Carried.objects.exclude(withdrawn_at=None).values_list("issue", flat=True)
    assert set(withdrawn) == {issue.pk for issue in sent[:3]}
    with django_assert_num_queries(1):
        changed.look_back()


def test_turn_that_finds_nothing_asks_no_more_for_all_that_was_sent(
    letter: Letter, django_assert_num_queries: Any
) -> None:
    office = Office()
    office.seated = True
    with CaptureQueriesContext(connection) as before:
        assert not office.due(1)
    for _ in range(20):
        carrying(letter, 3, state=Issue.State.SENT)
    with django_assert_num_queries(len(before)):
        assert not office.due(1)


def test_note_goes_to_those_who_had_the_issue_and_nobody_else(letter: Letter) -> None:
    issue = carrying(letter, 1)
    with serving(Server()) as serves:
        post_all(Office(smtp(serves)))
    makers.readers(letter, 5, start=50)  # reader50 to reader54
    left = issue.deliveries.first().subscriber
    Subscription.objects.filter(subscriber=left).update(state=Subscription.State.LEFT)
    note = makers.issue(letter, subject="A correction", of=issue)
    with serving(Server()) as serves:
        post_all(Office(smtp(serves)))
    assert states(note) == {"sent": 29}
    assert not any(
        b"To: reader5" in message and b"reader5@" not in message for message in serves.messages
    )  # they asked for it afterwards
