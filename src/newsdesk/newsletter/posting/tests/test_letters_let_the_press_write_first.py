"""A run of letters steps back while the press has something to write, and never for long."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from newsdesk.newsletter.posting import courtesy
from newsdesk.newsletter.posting.courtesy import BETWEEN, GLANCE, LONGEST, Courtesy


class Clock:
    """Goes on only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: Any) -> Clock:
    clock = Clock()
    monkeypatch.setattr(courtesy, "time", clock)
    monkeypatch.setattr(courtesy, "connection", SimpleNamespace(vendor="sqlite"))
    return clock


def test_letters_wait_until_the_press_is_done(clock: Clock) -> None:
    Courtesy(lambda: clock.now < 100.1).wait()
    assert 100.1 <= clock.now <= 100.1 + GLANCE


def test_a_long_bake_halves_their_pace_and_no_more(clock: Clock) -> None:
    manners = Courtesy(lambda: True)
    manners.wait()
    assert clock.now == pytest.approx(100 + LONGEST, abs=2 * GLANCE)
    begun = clock.now
    clock.sleep(BETWEEN / 2)
    manners.wait()
    assert clock.now == begun + BETWEEN / 2
    clock.sleep(BETWEEN)
    manners.wait()
    assert clock.now > begun + BETWEEN * 1.5


def test_nobody_waits_where_rows_are_locked_one_by_one(clock: Clock, monkeypatch: Any) -> None:
    monkeypatch.setattr(courtesy, "connection", SimpleNamespace(vendor="postgresql"))
    Courtesy(lambda: True).wait()
    assert clock.now == 100.0
