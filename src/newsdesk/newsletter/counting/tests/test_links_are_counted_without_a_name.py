"""Where a letter counts its links, every reader has the same ones; all that is kept is sums by day."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.newsletter.counting import numbers, taking_in
from newsdesk.newsletter.models import Carried, Issue, Letter, Visits
from newsdesk.newsletter.posting import mail
from newsdesk.newsletter.posting.office import Office
from newsdesk.newsletter.posting.tests import makers
from newsdesk.newsletter.posting.tests.posted import post_all, smtp
from newsdesk.newsletter.posting.tests.server import Server, serving
from newsdesk.press.run import Press, run
from newsdesk.press.serving.visits import FOLDER
from newsdesk.press.shelves.base import Printed
from newsdesk.press.shelves.disk import DiskShelf

pytestmark = pytest.mark.django_db
ELSEWHERE = "https://tide.example/tables"


@pytest.fixture
def press(tmp_path: Path, settings: Any) -> Press:
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"
    return Press(DiskShelf(tmp_path / "shelf"), keep_paths=True)


@pytest.fixture
def issue(press: Press) -> Issue:
    """Of two articles and a link to somebody else's page."""
    letter = makers.letter(counted=True)
    makers.readers(letter, 2)
    cards = [{"kind": "related_card", "article": article_id(number)} for number in (1, 2)]
    words = {"kind": "paragraph", "text": [{"text": "Tides", "href": ELSEWHERE}]}
    made = makers.issue(letter, body=[*cards, words])
    for number in (1, 2):
        record.add(edition(number))
        Carried.objects.create(issue=made, article=article_id(number), number=1, lead=number == 1)
    run(press)
    return made


def posted() -> list[str]:
    """The text of every letter that left."""
    with serving(Server()) as server:
        post_all(Office(smtp(server)))
    return [message.decode() for message in server.messages]


def through(words: str) -> list[str]:
    return re.findall(r"http://[^/]+(/letters/[0-9a-f-]{36}/\d+/)", words)


def at(press: Press, issue: Issue, number: int) -> Printed:
    found = press.shelf.get(f"/letters/{issue.pk}/{number}/")
    assert found
    return found


def test_every_reader_has_the_same_links_and_leaves_by_none_of_them(issue: Issue) -> None:
    mails = posted()
    links = [through(mail) for mail in mails]
    assert len(mails) == 2 and links[0] == links[1]
    assert set(links[0]) == {f"/letters/{issue.pk}/{number}/" for number in (1, 2, 3)}
    assert all(re.search(r"List-Unsubscribe: <http://[^/]+/letters/leave/", mail) for mail in mails)
    assert all(ELSEWHERE not in mail for mail in mails)


def test_letter_that_counts_nothing_leads_straight_on(issue: Issue) -> None:
    Letter.objects.update(counted=False)
    assert all(ELSEWHERE in mail and not through(mail) for mail in posted())


def test_links_are_redirects_on_the_shelf(issue: Issue, press: Press) -> None:
    posted()
    run(press)
    assert (at(press, issue, 3).status, at(press, issue, 3).location) == (302, ELSEWHERE)
    where = Archive().permalink(article_id(1))
    assert where and at(press, issue, 1).location.endswith(where)


def test_number_leads_where_it_led_after_a_card_has_left(issue: Issue, press: Press) -> None:
    posted()
    changed = Issue.objects.get()
    changed.body, changed.version = changed.body[1:], 2
    assert mail.draw(changed).links == (f"article:{article_id(1)}", f"article:{article_id(2)}", ELSEWHERE)


def test_link_to_what_was_withdrawn_leads_to_where_that_is_said(issue: Issue, press: Press) -> None:
    posted()
    run(press)
    before = at(press, issue, 2).location
    record.withdraw(article_id(2), "kill")
    run(press)
    assert at(press, issue, 2).location == before


def test_worker_that_drew_from_older_numbers_has_to_draw_again(issue: Issue) -> None:
    first, second = Issue.objects.get(), Issue.objects.get()
    assert numbers.keep(first, ("article:a", "article:b"))
    assert not numbers.keep(second, ("article:b",))
    assert numbers.keep(second, ("article:a", "article:b")) and Issue.objects.get().links == ["article:a", "article:b"]


def test_test_to_the_desk_is_not_counted(issue: Issue) -> None:
    assert not through(mail.draw(issue, counted=False).text) and through(mail.draw(issue).text)


def left(folder: Path, name: str, told: object) -> None:
    (folder / FOLDER).mkdir(exist_ok=True)
    (folder / FOLDER / name).write_text(json.dumps(told))


def test_sums_are_added_by_day_and_nonsense_by_none(issue: Issue, tmp_path: Path) -> None:
    posted()
    path, unknown = f"/letters/{issue.pk}/2/", f"/letters/{article_id(9)}/1/"
    left(tmp_path, "a.visits", {"2026-11-24": {path: 3}, "2026-11-25": {path: 1, unknown: 7}})
    left(tmp_path, "b.visits", {"2026-11-25": {path: 2, f"/letters/{issue.pk}/99/": 5}})
    left(tmp_path, "c.new", {"2026-11-25": {path: 50}})
    (tmp_path / FOLDER / "d.visits").write_text("")
    for file in taking_in.due(10):
        taking_in.take_in(file)
    rows = Visits.objects.order_by("day").values_list("number", "day", "count")
    assert [(number, str(day), count) for number, day, count in rows] == [(2, "2026-11-24", 3), (2, "2026-11-25", 3)]
    assert not taking_in.due(10)
