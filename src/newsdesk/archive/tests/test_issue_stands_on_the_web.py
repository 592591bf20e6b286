from __future__ import annotations

from datetime import timedelta

import pytest

from newsdesk.archive import record
from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import START, article_id
from newsdesk.article.body import RelatedCard
from newsdesk.article.letter import Issue, Letter, articles

pytestmark = pytest.mark.django_db
MORNING = Letter("m", "Morning", "morning", "Every morning.", "en")


def issue(number: int, **fields: str) -> Issue:
    body = (RelatedCard(article_id(number)),)
    return Issue(f"i{number}", "m", f"Issue {number}", START + timedelta(days=number), body=body, **fields)


def named() -> set[str]:
    keys = set(Change.objects.values_list("key", flat=True))
    Change.objects.all().delete()
    return keys


def test_a_letter_opens_and_closes() -> None:
    record.letter(MORNING)
    assert named() == {"letter:m", "letters", "address:letter:m"}
    assert (Archive().letters(), Archive().letter("m")) == (("m",), MORNING)
    record.close_letter("m")
    assert named() == {"letters"}
    assert Archive().letters() == ()
    record.forget_letter("m")
    assert named() == {"letter:m", "redirect:/letters/morning/", "address:letter:m"} and Archive().letter("m") is None


def test_issues_stand_newest_first_and_go_when_withdrawn() -> None:
    for number in (2, 1, 3):
        record.issue(issue(number))
    named()
    assert Archive().issues("m") == ("i3", "i2", "i1")
    assert articles(issue(2)) == (article_id(2),)
    record.withdraw_issue("i2")
    assert named() == {"issue:i2", "issues:m"}
    assert (Archive().issue("i2"), Archive().issues("m")) == (None, ("i3", "i1"))


def test_a_note_names_the_issue_alone() -> None:
    record.issue(issue(1))
    named()
    record.issue(issue(1, note="It was noon."))
    assert named() == {"issue:i1"}
