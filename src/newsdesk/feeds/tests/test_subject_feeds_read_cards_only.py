"""A fix in a body must draw no feed of a section or topic: they are made of cards."""

from __future__ import annotations

import pytest

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.archive.tests.makers import edition
from newsdesk.article.people import Subject
from newsdesk.feeds.tests.drawing import SITE, drawn
from newsdesk.press.recipe import Wanted, recipes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def subjects() -> None:
    record.subject(Subject("harbour", "section", "Harbour", "harbour"))
    record.subject(Subject("ferries", "topic", "Ferries", "ferries", "All that floats"))


@pytest.mark.parametrize("format", ["rss", "atom"])
@pytest.mark.parametrize(("id", "path", "home"), [
    ("harbour", "/feeds/section/harbour", "/harbour/"), ("ferries", "/feeds/topic/ferries", "/topics/ferries/"),
])  # fmt: skip
def test_summaries_of_what_stands_there_and_no_edition_read(format: str, id: str, path: str, home: str) -> None:
    record.add(edition(1))
    record.add(edition(2, section=None, topics=()))
    sheet = drawn(format, f"{path}.{format}", id)
    assert [(entry.title, entry.summary) for entry in sheet.feed.entries] == [("Story 1", "What happened.")]
    assert sheet.feed.feed.link == SITE + home
    assert "It happened." not in sheet.text
    assert not [key for key in sheet.reads if key.startswith(("edition:", "picture:"))]


def test_a_brief_s_summary_is_its_text_and_a_missing_one_is_left_out() -> None:
    record.add(edition(1, kind="brief", standfirst=""))
    record.add(edition(2, standfirst=""))
    bare, brief = drawn("atom", "/feeds/topic/ferries.atom", "ferries").feed.entries
    assert brief.summary == "It happened."
    assert "summary" not in bare


def test_a_new_subject_gets_its_feeds_and_a_renamed_address_loses_them() -> None:
    for format in ("rss", "atom"):
        recipe = recipes()[format]
        assert list(recipe.sheets_for(Archive(), "address", "topic:ferries")) == [
            Wanted(f"/feeds/topic/ferries.{format}", "ferries")
        ]
        assert {wanted.path for wanted in recipe.every(Archive())} == {
            f"/feeds/site.{format}", f"/feeds/section/harbour.{format}", f"/feeds/topic/ferries.{format}",
        }  # fmt: skip
    record.subject(Subject("ferries", "topic", "Boats", "boats"))
    assert drawn("rss", "/feeds/topic/ferries.rss", "ferries").printed is None
    assert drawn("rss", "/feeds/topic/boats.rss", "ferries").feed.feed.title == "Boats – The Osterholm Courier"
