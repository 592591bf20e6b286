"""Servers that are down, busy, slow of mind or dying: nobody gets a letter twice, and each row says what is known."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import cycle
from threading import Event
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from newsdesk.newsletter.models import Delivery, Issue, Letter
from newsdesk.newsletter.posting import acts
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.posting.tests.posted import post_all, smtp, states, suppressed_for
from newsdesk.newsletter.posting.tests.server import MESSAGE_ID, Script, Server, Session, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.NEWSDESK_MAIL_PACE = 0
    stand_ins.install(monkeypatch)


@pytest.fixture
def letter(plain: None) -> Letter:
    letter = makers.letter()
    makers.readers(letter, 40)
    return letter


def posted(issue: Issue, script: Script, **server: Any) -> Server:
    with serving(Server(script, **server)) as serves:
        post_all(Office(smtp(serves)))
    had = Counter(found[1] for message in serves.messages if (found := MESSAGE_ID.search(message)))
    assert all(times == 1 for times in had.values()), "somebody has it twice"
    issue.refresh_from_db()
    return serves


def patience(issue: Issue) -> None:
    """The pauses of what waits are over."""
    issue.deliveries.filter(state="waiting").update(next_attempt_at=timezone.now())


def test_who_hangs_up_in_the_body_leaves_an_unknown(letter: Letter) -> None:
    issue = makers.issue(letter)

    def script(command: str, session: Session) -> str | None:
        return "drop" if command == "BEFORE BODY" and session.taken == 3 else None

    serves = posted(issue, script)
    assert issue.state == Issue.State.SENT
    assert len(serves.messages) == states(issue)["sent"] == 40 - states(issue)["unknown"]
    assert states(issue)["unknown"] == sum(session.commands[-1] == "DATA" for session in serves.sessions) >= 4


def test_who_takes_it_and_dies_leaves_an_unknown_that_the_desk_may_send_again(letter: Letter) -> None:
    issue = makers.issue(letter)

    def script(command: str, session: Session) -> str | None:
        return "keep and drop" if command == "BODY" and session.number == 0 and session.taken == 2 else None

    serves = posted(issue, script)
    unknown = issue.deliveries.get(state="unknown")
    assert len(serves.messages) == 40 and states(issue)["sent"] == 39
    assert acts.send_again(unknown.pk) and not acts.send_again(unknown.pk)
    again = posted(issue, lambda command, session: None)
    assert unknown.message_id.encode() in again.messages[0] and states(issue) == {"sent": 40}


def test_a_server_that_wants_a_pause_after_each_tenth_gets_it(letter: Letter) -> None:
    def script(command: str, session: Session) -> str | None:
        return "421 4.7.0 ten are enough" if command.startswith("MAIL") and session.taken == 10 else None

    issue = makers.issue(letter)
    serves = posted(issue, script)
    assert states(issue) == {"sent": 40} and max(session.taken for session in serves.sessions) == 10


def test_a_slow_server_holds_up_nobody_else_and_is_waited_for(letter: Letter, monkeypatch: Any) -> None:
    """A turn ends while a server thinks; what it says then is heard in a later one."""
    monkeypatch.setattr("newsdesk.newsletter.posting.office.QUIET", 0.02)
    thinking = Event()

    def script(command: str, session: Session) -> str | None:
        if command == "BODY" and session.number == 0 and session.taken == 1:
            assert thinking.wait(20)
        return None

    issue = makers.issue(letter)
    with serving(Server(script)) as serves:
        office = Office(smtp(serves))
        while states(issue)["sent"] < 39:
            assert office.due(1)
            office.turn()
        assert states(issue)["handing"] == 1 and office.due(1)
        office.turn()
        assert states(issue)["handing"] == 1
        thinking.set()
        post_all(office)
    assert states(issue) == {"sent": 40} and len(serves.messages) == 40


def test_of_two_processes_on_sqlite_one_posts(letter: Letter) -> None:
    issue = makers.issue(letter)
    if connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL both do")
    with serving(Server()) as serves:
        first, second = Office(smtp(serves)), Office(smtp(serves))
        first.turn()
        assert first.seated
        second.turn()
        assert not second.seated and not second.due(1)
        post_all(first)
    assert states(issue) == {"sent": 40} and len(serves.messages) == 40


def test_worker_that_begins_again_calls_unknown_what_was_being_handed_over(letter: Letter) -> None:
    issue = makers.issue(letter)
    posted(issue, lambda command, session: None)
    long_ago = timezone.now() - timedelta(hours=1)
    first, second = issue.deliveries.all()[:2]
    Delivery.objects.filter(pk=first.pk).update(state="handing", owner="gone", lease=long_ago)
    Delivery.objects.filter(pk=second.pk).update(state="claimed", owner="gone", lease=long_ago)
    Issue.objects.update(state="sending")
    serves = posted(issue, lambda command, session: None)
    assert states(issue) == {"sent": 39, "unknown": 1} and len(serves.messages) == 1


def test_greylisting_is_waited_out(letter: Letter) -> None:
    seen: set[str] = set()

    def script(command: str, session: Session) -> str | None:
        new = command.startswith("RCPT") and command not in seen
        seen.add(command)
        return "451 4.7.1 come back later" if new else None

    issue = makers.issue(letter)
    posted(issue, script)
    assert states(issue) == {"waiting": 40} and issue.state == Issue.State.SENDING
    assert all(row.next_attempt_at > timezone.now() and row.attempts == 1 for row in issue.deliveries.all())
    patience(issue)
    posted(issue, script)
    assert states(issue) == {"sent": 40} and issue.state == Issue.State.SENT


def test_who_is_put_off_for_ever_is_given_up(letter: Letter) -> None:
    issue = makers.issue(letter)
    posted(issue, lambda command, session: None)
    Delivery.objects.filter(pk=issue.deliveries.first().pk).update(state="waiting", attempts=10)
    issue.__class__.objects.update(state="sending")
    posted(issue, lambda command, session: "452 4.2.2 full" if command == "BODY" else None)
    given_up = issue.deliveries.get(state="refused")
    assert given_up.code == "4.2.2" and "too often" in given_up.reply


@pytest.mark.parametrize("offers", [("PIPELINING", "DSN"), ()])
def test_single_readers_are_refused_and_the_others_have_theirs(letter: Letter, offers: tuple[str, ...]) -> None:
    def script(command: str, session: Session) -> str | None:
        if command.startswith("RCPT") and "reader7@" in command:
            return "550 5.1.1 <reader7@mail1.example> is nobody here"
        return (
            "552 5.2.2 reader8@mail2.example is full" if command.startswith("RCPT") and "reader8@" in command else None
        )

    issue = makers.issue(letter)
    serves = posted(issue, script, offers=offers)
    assert states(issue) == {"sent": 38, "refused": 2} and len(serves.messages) == 38
    assert suppressed_for("reader7@mail1.example") == ("bounced", "5.1.1")
    assert not suppressed_for("reader8@mail2.example")  # a full mailbox may be emptied
    assert not issue.deliveries.filter(reply__contains="@").exists()


def test_a_server_that_is_down_costs_nobody_an_attempt(letter: Letter) -> None:
    issue = makers.issue(letter)
    with serving(Server()) as serves:
        pass
    office = Office(smtp(serves))
    assert office.due(1)
    office.turn()
    while office.out:  # a courier that had nothing of the processor
        office.turn()
    assert states(issue) == {"waiting": 40} and office.rest_until and not issue.deliveries.exclude(attempts=0).exists()
    office.close()
    posted(issue, lambda command, session: None)
    assert states(issue) == {"sent": 40}


def test_a_server_that_starts_anew_is_found_again(letter: Letter) -> None:
    issue = makers.issue(letter)
    with serving(Server()) as first:
        office = Office(smtp(first))
        while states(issue) != {"sent": 40}:
            office.rest_until = 0.0
            office.turn()
    makers.readers(letter, 40, start=40)
    second_issue = makers.issue(letter, subject="Tomorrow")
    with serving(Server(port=first.port)) as second:
        post_all(office)
    assert states(issue) == {"sent": 40} and states(second_issue) == {"sent": 80} and len(second.messages) == 80


def test_a_server_that_wants_nothing_of_us_stops_the_run(letter: Letter) -> None:
    issue = makers.issue(letter)
    posted(issue, lambda command, session: "550 5.7.1 you are on a list" if command.startswith("MAIL") else None)
    assert issue.state == Issue.State.STOPPED and "5.7.1 you are on a list" in issue.stopped_because
    assert states(issue) == {"waiting": 40}


def test_a_sudden_rise_of_refusals_stops_the_run(letter: Letter) -> None:
    makers.readers(letter, 100, start=40)
    issue = makers.issue(letter)
    posted(issue, lambda command, session: "550 5.7.1 looks like spam" if command == "BODY" else None)
    assert issue.state == Issue.State.STOPPED and "looks like spam" in issue.stopped_because
    assert 20 <= states(issue)["refused"] <= 20 + 2 * 4 and states(issue)["waiting"] >= 100


def test_a_clock_that_is_set_back_or_on_loses_and_doubles_nothing(letter: Letter, monkeypatch: Any) -> None:
    issue = makers.issue(letter)
    now, calm = timezone.now, Event()
    jumps = cycle([timedelta(days=-2), timedelta(days=2), timedelta(0), timedelta(minutes=20)])
    monkeypatch.setattr(
        timezone, "now", lambda: now() + (next(jumps) if issue.began_at and not calm.is_set() else timedelta(0))
    )

    def script(command: str, session: Session) -> str | None:
        if command == "BODY":
            issue.began_at = now()  # from the first body on, the clock jumps
        return None

    with serving(Server(script)) as serves:
        office = Office(smtp(serves))
        for _ in range(60):
            office.rest_until = 0.0
            if office.due(1):
                office.turn()
        calm.set()
        patience(issue)
        post_all(office)
    had = Counter(found[1] for message in serves.messages if (found := MESSAGE_ID.search(message)))
    assert set(had.values()) == {1} and states(issue)["sent"] <= len(had)
    assert len(had) >= 40 - states(issue)["unknown"]


def test_no_command_can_be_hidden_in_an_address(letter: Letter) -> None:
    makers.readers(letter, 1, start=90, domain="mail.example>\r\nRCPT TO:<victim@mail.example")
    issue = makers.issue(letter)
    serves = posted(issue, lambda command, session: None)
    assert states(issue) == {"sent": 40, "refused": 1}
    assert not any("victim" in command for session in serves.sessions for command in session.commands)
