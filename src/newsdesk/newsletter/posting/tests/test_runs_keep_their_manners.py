"""Pace, warm-up, pauses and the sense for a sudden rise."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from newsdesk.newsletter.posting import pauses
from newsdesk.newsletter.posting.check import Facts, Verdict, verdict
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.pace import Pace, allowed_today
from newsdesk.newsletter.posting.rise import Rise
from newsdesk.newsletter.posting.tests import makers, stand_ins
from newsdesk.newsletter.posting.tests.posted import post_all, smtp, states
from newsdesk.newsletter.posting.tests.server import Server, serving

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


@given(some.lists(some.floats(0, 30), max_size=200), some.integers(1, 600))
def test_no_domain_gets_more_than_its_pace(steps: list[float], a_minute: int) -> None:
    pace, now, given_at = Pace(a_minute), 0.0, []
    for step in steps:
        now += step
        if pace.take("mail.example", now):
            given_at.append(now)
    burst = max(1, a_minute / 6)
    assert len(given_at) <= burst + now * a_minute / 60 + 1
    assert pace.take("other.example", now)


def test_domain_that_had_its_share_waits_and_is_named() -> None:
    pace = Pace(60)
    assert [pace.take("mail.example", 0) for _ in range(11)] == [True] * 10 + [False]
    assert pace.full(0.5) == ["mail.example"] and not pace.full(1.5)
    assert all(Pace(0).take("mail.example", 0) for _ in range(1000))


def test_a_new_domain_warms_up_day_by_day() -> None:
    began = date(2026, 3, 1)
    days = [allowed_today(50, began, began + timedelta(days=day)) for day in range(4)]
    assert days == [50, 100, 200, 400] and allowed_today(50, None, began) == 50
    assert allowed_today(0, began, began) is None
    assert allowed_today(50, began, date(2020, 1, 1)) == 50  # a clock that was set back


@pytest.mark.django_db
def test_the_rest_of_a_warm_up_waits_for_tomorrow(monkeypatch: Any, settings: Any) -> None:
    settings.NEWSDESK_MAIL_FIRST_DAY = 12
    stand_ins.install(monkeypatch)
    letter = makers.letter()
    makers.readers(letter, 90)
    issue = makers.issue(letter)
    with serving(Server()) as server:
        office = Office(smtp(server))
        for _ in range(6):
            office.rest_until = 0.0
            if office.due(1):
                office.turn()
        office.close()
    assert states(issue) == {"sent": 3 * 12, "waiting": 54}
    settings.NEWSDESK_MAIL_FIRST_DAY = 0
    with serving(Server()) as server:
        post_all(Office(smtp(server)))
    assert states(issue) == {"sent": 90}


def test_pauses_grow_and_end() -> None:
    found = [pauses.after(attempt) for attempt in range(1, 12)]
    assert found[-1] is None and found[:3] == [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=10)]
    assert [pauses.rest(troubles) for troubles in (1, 2, 3, 9, 10, 1000)] == [1, 2, 4, 256, 300, 300]


def test_rise_is_noticed_and_a_few_are_not() -> None:
    calm, bad = Rise(), Rise()
    assert not any(calm.note(refused=number % 6 == 0) for number in range(600))
    assert [bad.note(refused=True) for _ in range(20)] == [False] * 19 + [True]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, Verdict.HAND),
        ({"claimed_by": "other"}, Verdict.NOT_MINE),
        ({"claimed_by": ""}, Verdict.NOT_MINE),
        ({"lease": NOW}, Verdict.BACK),
        ({"lease": None}, Verdict.BACK),
        ({"version": 3}, Verdict.BACK),
        ({"sending": False}, Verdict.BACK),
        ({"carries_withdrawn": True}, Verdict.BACK),
        ({"wanted": False}, Verdict.DROP),
        ({"suppressed": True, "sending": False}, Verdict.DROP),
    ],
)
def test_last_check(fields: dict[str, Any], said: Verdict) -> None:
    fine = {"claimed_by": "me", "lease": NOW + timedelta(minutes=1), "version": 2, "sending": True}
    facts = Facts(**fine | {"carries_withdrawn": False, "wanted": True, "suppressed": False} | fields)
    assert verdict(facts, "me", 2, NOW) is said
