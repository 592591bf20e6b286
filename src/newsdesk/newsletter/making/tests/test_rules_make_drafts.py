"""A rule makes one draft a time, that nobody gets unseen; too few cards make none, and a row says so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.archive.models import CardRow
from newsdesk.archive.tests.makers import edition
from newsdesk.newsletter.making import by_rule
from newsdesk.newsletter.models import Issue, Letter, Turn
from newsdesk.newsletter.posting.tests import makers

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Letter:
    soon = timezone.localtime() + timedelta(minutes=30)
    return makers.letter(by=Letter.By.RULE, at=soon.time().replace(second=0, microsecond=0), at_least=2)


def publish(count: int) -> list[str]:
    start, now = CardRow.objects.count(), timezone.now() - timedelta(hours=1)
    made = [edition(start + number, first_published=now) for number in range(count)]
    for one in made:
        record.add(one)
    return [one.article for one in made]


def run() -> None:
    for due in by_rule.due(5):
        by_rule.make(due)


def test_draft_is_made_once_and_waits(letter: Letter) -> None:
    published = publish(3)
    run()
    run()
    issue = Issue.objects.get()
    assert (issue.state, issue.turn.at) == (Issue.State.DRAFT, issue.due_at)
    assert {str(row.article) for row in issue.carried.all()} == set(published)
    assert issue.carried.filter(lead=True).exists()


def test_too_few_cards_make_no_issue_and_the_desk_is_told(letter: Letter) -> None:
    publish(1)
    run()
    assert not Issue.objects.exists()
    assert Turn.objects.get().found == 1
    assert not by_rule.due(5)


def test_card_is_not_carried_again_within_its_days(letter: Letter) -> None:
    had, fresh = publish(2), publish(2)
    before = makers.issue(letter, state=Issue.State.SENT, due_at=timezone.now() - timedelta(days=2))
    for article in had:
        before.carried.create(article=article, number=1)
    run()
    issue = Issue.objects.get(state=Issue.State.DRAFT)
    assert {str(row.article) for row in issue.carried.all()} == set(fresh)


def test_closed_letter_makes_none(letter: Letter) -> None:
    Letter.objects.update(open=False)
    publish(3)
    assert not by_rule.due(5)


def test_draft_that_nobody_let_go_keeps_no_card_away(letter: Letter) -> None:
    published = publish(2)
    before = makers.issue(letter, state=Issue.State.DRAFT, due_at=timezone.now() - timedelta(days=1))
    for article in published:
        before.carried.create(article=article, number=1)
    run()
    issue = Issue.objects.get(turn__isnull=False)
    assert {str(row.article) for row in issue.carried.all()} == set(published)


def test_draft_says_what_its_readers_had_already(letter: Letter) -> None:
    published = publish(2)
    run()
    draft = Issue.objects.get()
    assert not by_rule.carried_before(draft)
    late = makers.issue(letter, state=Issue.State.SENT, due_at=timezone.now() - timedelta(days=1))
    late.carried.create(article=published[0], number=1)
    assert by_rule.carried_before(draft) == [published[0]]


def test_time_that_passed_without_a_worker_is_told_once(letter: Letter) -> None:
    past = timezone.localtime().replace(second=0, microsecond=0) - timedelta(hours=2)
    Letter.objects.update(at=past.time())
    assert not by_rule.due(5)  # a rule that has only just got this time has missed nothing
    Turn.objects.create(letter=letter, at=past - timedelta(days=1), found=1)
    publish(3)
    run()
    run()
    assert Turn.objects.get(at=past).found is None and not Issue.objects.exists()
