"""What an act costs, in sheets: little, and never more because there is more in the archive."""

from __future__ import annotations

import pytest

from newsdesk.archive import record
from newsdesk.archive.keys import Lane
from newsdesk.archive.models import Change
from newsdesk.archive.tests.makers import FERRIES, article_id, edition
from newsdesk.article.body import Paragraph, Run
from newsdesk.article.menu import MenuItem
from newsdesk.article.people import Author, Subject
from newsdesk.press.models import Sheet
from newsdesk.press.run import Press, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper_of_fifty(press: Press) -> Press:
    record.subject(Subject(FERRIES.id, "topic", FERRIES.name, FERRIES.id))
    record.author(Author("ines", "Ines Halvard", "ines-halvard"))
    for number in range(50):
        record.add(edition(number))
    run(press)
    return press


def test_publish_draws_the_article_and_its_fronts(paper_of_fifty: Press) -> None:
    record.add(edition(60))
    assert run(paper_of_fifty).paths == ["/2026/03/03/story-60/", "/topics/ferries/", "/"]


def test_body_fix_draws_one_sheet(paper_of_fifty: Press) -> None:
    record.add(edition(45, body=(Paragraph((Run("Mended."),)),)))
    assert run(paper_of_fifty).paths == ["/2026/03/03/story-45/"]


def test_fix_of_an_old_headline_leaves_the_front_alone(paper_of_fifty: Press) -> None:
    record.add(edition(3, headline="Mended"))
    assert run(paper_of_fifty).paths == ["/2026/03/01/story-3/", "/topics/ferries/1/"]


def test_withdrawal_goes_first(paper_of_fifty: Press) -> None:
    record.add(edition(60))
    record.withdraw(article_id(45), "unpublish")
    paths = run(paper_of_fifty, block=3).paths
    assert paths[0] == "/2026/03/03/story-45/"
    assert paper_of_fifty.shelf.get("/2026/03/03/story-45/") is None


def test_renamed_topic_is_overtaken_by_a_publish(paper_of_fifty: Press) -> None:
    record.subject(Subject(FERRIES.id, "topic", "Boats", FERRIES.id))
    run(paper_of_fifty, block=4, blocks=1)
    record.add(edition(60))
    assert "/2026/03/03/story-60/" in run(paper_of_fifty, block=4, blocks=1).paths


def test_moved_topic_stands_anew_before_what_prints_it_is_drawn_again(paper_of_fifty: Press) -> None:
    record.subject(Subject(FERRIES.id, "topic", FERRIES.name, "boats"))
    paths = run(paper_of_fifty, block=4, blocks=1).paths
    assert paths[:2] == ["/topics/boats/1/", "/topics/boats/"]
    assert set(paths[2:]) == {"/topics/ferries/", "/topics/ferries/1/"}
    moved = paper_of_fifty.shelf.get("/topics/ferries/1/")
    assert moved and (moved.status, moved.location) == (301, "/topics/boats/1/")
    assert run(paper_of_fifty).drawn == 50


def test_new_name_of_a_moved_topic_draws_no_redirect(paper_of_fifty: Press) -> None:
    record.subject(Subject(FERRIES.id, "topic", FERRIES.name, "boats"))
    run(paper_of_fifty)
    record.subject(Subject(FERRIES.id, "topic", "Boats", "boats"))
    assert not [path for path in run(paper_of_fifty).paths if path.startswith("/topics/ferries/")]


def test_renamed_author_draws_what_prints_the_name(paper_of_fifty: Press) -> None:
    record.author(Author("ines", "I. Halvard", "ines-halvard"))
    assert run(paper_of_fifty).drawn == 50


def test_new_menu_draws_every_sheet_in_the_last_lane(paper_of_fifty: Press) -> None:
    record.menu("main", (MenuItem("/about/", "About"),))
    run(paper_of_fifty, block=1, blocks=1)
    assert set(Sheet.objects.filter(due__isnull=False).values_list("lane", flat=True)) == {Lane.THEME}


def test_press_with_nothing_to_do_draws_nothing(paper_of_fifty: Press) -> None:
    assert run(paper_of_fifty).drawn == 0
    assert not Change.objects.exists()


def test_article_is_drawn_before_the_pages_that_lead_to_it(paper_of_fifty: Press) -> None:
    record.add(edition(60))
    assert run(paper_of_fifty, block=1).paths[0] == "/2026/03/03/story-60/"


def test_killed_article_leaves_a_notice_and_a_republished_one_a_page(paper_of_fifty: Press) -> None:
    record.withdraw(article_id(45), "kill")
    run(paper_of_fifty)
    printed = paper_of_fifty.shelf.get("/2026/03/03/story-45/")
    assert printed and printed.status == 410
