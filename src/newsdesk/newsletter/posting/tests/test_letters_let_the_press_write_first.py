"""A run of letters steps back while somebody else writes, and never for long."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from newsdesk.newsletter.posting import courtesy
from newsdesk.newsletter.posting.courtesy import AFTER, BETWEEN, GLANCE, LONGEST, Courtesy


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
    monkeypatch.setattr(courtesy, "version", lambda: 1)
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


def test_who_has_just_written_may_go_on(clock: Clock, monkeypatch: Any) -> None:
    manners = Courtesy(lambda: False)
    manners.wait()
    assert clock.now == 100.0
    monkeypatch.setattr(courtesy, "version", lambda: 2)
    manners.wait()
    assert clock.now == pytest.approx(100 + AFTER, abs=2 * GLANCE)


def test_what_another_connection_writes_is_noticed(tmp_path: Path, monkeypatch: Any) -> None:
    ours, theirs = (sqlite3.connect(tmp_path / "db", isolation_level=None) for _ in range(2))
    monkeypatch.setattr(courtesy, "connection", SimpleNamespace(cursor=lambda: closing(ours.cursor())))
    before = courtesy.version()
    ours.execute("CREATE TABLE letters (id)")
    assert courtesy.version() == before
    theirs.execute("INSERT INTO letters VALUES (1)")
    assert courtesy.version() != before
    ours.close()
    theirs.close()
