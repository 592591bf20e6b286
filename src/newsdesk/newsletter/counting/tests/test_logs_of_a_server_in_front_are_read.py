"""What a web server in front answered by itself is counted out of its log: visits, never whose, and never twice."""

from __future__ import annotations

import json
from datetime import date

import pytest

from newsdesk.newsletter.counting import logs
from newsdesk.newsletter.models import Issue, Visits
from newsdesk.newsletter.posting.tests import makers

DAY = date(2026, 11, 25)


@pytest.fixture
def issue(db: None) -> Issue:
    return makers.issue(makers.letter(), links=["https://tide.example/", "article:a"])


def combined(path: str, time: str = "25/Nov/2026:10:00:00 +0000", method: str = "GET", status: int = 302) -> str:
    return f'203.0.113.9 - - [{time}] "{method} {path} HTTP/2.0" {status} 145 "-" "Boat/1.0"\n'


def caddy(path: str, method: str = "GET") -> str:
    request = {"remote_ip": "203.0.113.9", "method": method, "uri": path}
    return json.dumps({"ts": 1795600800.5, "request": request, "status": 302})  # 10:00 UTC


def test_visits_are_found_in_both_forms_and_everything_else_is_passed_over(issue: Issue) -> None:
    link = f"/letters/{issue.pk}/1/"
    lines = [
        combined(link), combined(f"{link}?from=mail"), combined(link, status=200), caddy(link),
        combined(link, time="25/Nov/2026:23:30:00 -0500"),  # the day after, in UTC
        combined(link, method="HEAD"), combined(link, status=404), caddy(link, method="POST"),
        combined(f"/letters/{issue.pk}/"), combined("/letters/leave/abc/"), "{", "[x] /letters/", '{"ts": "/letters/"}',
    ]  # fmt: skip
    assert logs.counted(lines) == {(DAY, link): 4, (date(2026, 11, 26), link): 1}


def test_log_that_is_taken_in_again_changes_nothing(issue: Issue) -> None:
    link, unknown = f"/letters/{issue.pk}/2/", f"/letters/{issue.pk}/3/"
    Visits.objects.create(issue=issue, number=2, day=DAY, count=1)
    for _ in range(2):
        assert logs.take_in(logs.counted([combined(link)] * 5 + [combined(unknown)])) == 1
        assert Visits.objects.get().count == 5
    logs.take_in(logs.counted([combined(link)]))
    assert Visits.objects.get().count == 5
