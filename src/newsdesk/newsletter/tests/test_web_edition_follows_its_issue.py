"""The web edition is there from the first letter on, follows what is withdrawn and noted, and draws little."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.article.body import Paragraph, Run
from newsdesk.newsletter import web_edition
from newsdesk.newsletter.making import acts as making
from newsdesk.newsletter.models import Carried, Issue
from newsdesk.newsletter.posting import acts, changed, prepare
from newsdesk.newsletter.posting.tests import makers
from newsdesk.press.run import Press, run
from newsdesk.press.shelves.disk import DiskShelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def press(tmp_path: Path, settings: Any) -> Press:
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"
    return Press(DiskShelf(tmp_path / "shelf"), keep_paths=True)


@pytest.fixture
def issue(press: Press) -> Issue:
    """Of two articles, due now; everything else is drawn."""
    letter = makers.letter()
    web_edition.follow_letter(letter)
    for number in (1, 2):
        record.add(edition(number))
    body = [{"kind": "related_card", "article": article_id(number)} for number in (1, 2)]
    made = makers.issue(letter, body=body)
    for number in (1, 2):
        Carried.objects.create(issue=made, article=article_id(number), number=1)
    run(press)
    return made


def of_letters(press: Press) -> list[str]:
    return sorted(path for path in run(press).paths if "letter" in path)


def test_issue_that_begins_draws_its_sheet_its_letters_page_and_feeds(press: Press, issue: Issue) -> None:
    assert not Archive().issue(str(issue.pk))
    prepare.begin()
    expected = ["/feeds/letter/morning.atom", "/feeds/letter/morning.rss", "/letters/morning/"]
    expected.append("/sitemaps/letters.xml")
    assert of_letters(press) == sorted([*expected, f"/letters/{issue.pk}/"])


def test_withdrawn_article_leaves_the_web_edition_alone(press: Press, issue: Issue) -> None:
    prepare.begin()
    run(press)
    record.withdraw(article_id(2), "kill")
    assert of_letters(press) == [f"/letters/{issue.pk}/"]
    while found := changed.due(1):
        changed.compare(found[0])
    value = Archive().issue(str(issue.pk))
    assert value and [block.article for block in value.body] == [article_id(1)]  # type: ignore[union-attr]


def test_note_stands_on_the_issue_it_corrects_and_has_no_sheet_of_its_own(press: Press, issue: Issue) -> None:
    prepare.begin()
    run(press)
    body = [{"kind": "paragraph", "text": [{"text": "It was noon."}]}]
    note = makers.issue(issue.letter, subject="A correction", of=issue, body=body)
    prepare.begin()
    paths = of_letters(press)
    assert f"/letters/{issue.pk}/" in paths and f"/letters/{note.pk}/" not in paths and len(paths) == 4
    value = Archive().issue(str(issue.pk))
    assert value and value.note == "It was noon." and not Archive().issue(str(note.pk))


def test_dropped_issue_is_taken_away(press: Press, issue: Issue) -> None:
    prepare.begin()
    run(press)
    acts.drop(issue.pk)
    run(press)
    assert not Archive().issue(str(issue.pk)) and not Archive().issues(str(issue.letter_id))
    assert not press.shelf.get(f"/letters/{issue.pk}/")


def test_closed_letter_is_offered_no_more_and_stays(issue: Issue) -> None:
    issue.letter.open = False
    issue.letter.save()
    web_edition.follow_letter(issue.letter)
    prepare.begin()
    assert Archive().letters() == () and Archive().letter(str(issue.letter_id))


def test_what_was_mended_while_it_stood_still_stands_on_the_web_too(press: Press, issue: Issue) -> None:
    prepare.begin()
    acts.stop(issue.pk, "a wrong name")
    issue.refresh_from_db()
    words = making.Words("Mended", "", (Paragraph((Run("It was Y."),)),))
    making.change(issue.pk, issue.version, words, "edgar")
    assert Archive().issue(str(issue.pk)).subject == "Today"  # type: ignore[union-attr]
    making.let_go(issue.pk, "seen", "clara", lambda row: "seen")
    value = Archive().issue(str(issue.pk))
    assert value and value.subject == "Mended" and [block.kind for block in value.body] == ["paragraph"]
