"""What a worker looks after by itself is looked at when it starts, and again after each pause."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsdesk import jobs


def test_at_the_start_and_after_each_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    now, done = [1000.0], []
    monkeypatch.setattr(jobs.time, "monotonic", lambda: now[0])
    looks = jobs.Regularly(timedelta(hours=1), lambda: done.append(now[0]))
    for now[0] in (1000.0, 1001.0, 4599.0, 4600.0, 4601.0):
        for item in looks.due(1):
            looks.do_one(item)
    assert done == [1000.0, 4600.0]


def test_the_heavy_worker_looks_for_lost_photographs_before_it_makes_any(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(jobs.pictures, "look_for_lost", lambda: asked.append("lost") or 0)
    first, second, *_ = jobs.heavy_jobs()
    for item in first.due(1):
        first.do_one(item)
    assert asked == ["lost"]
    assert second.do_one is jobs.pictures.make_one
