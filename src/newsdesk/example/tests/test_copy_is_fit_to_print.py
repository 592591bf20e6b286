"""What a copy editor would send back: wrong weekdays, straight quotes, long headlines, stories that know the future."""

from __future__ import annotations

import re
from datetime import date

import pytest

from newsdesk.article.body import plain_text, references
from newsdesk.example.shape import Story
from newsdesk.example.tests.paper import all_words, newsroom, published

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DATED_DAY = re.compile(rf"({'|'.join(_DAYS)}),? (\d{{1,2}}) ({'|'.join(_MONTHS)})(?: (\d{{4}}))?")


def _links(story: Story) -> set[str]:
    hrefs = {*references(story.body), *(f"article:{slugline}" for slugline in story.related)}
    return {href.removeprefix("article:") for href in hrefs if href.startswith("article:")}


def test_weekdays_are_those_of_the_calendar() -> None:
    found = [(where, match) for where, words in all_words() for match in _DATED_DAY.finditer(words)]
    assert len(found) >= 3
    for where, (day, number, month, year) in ((where, match.groups()) for where, match in found):
        dated = date(int(year or 2026), _MONTHS.index(month) + 1, int(number))
        assert _DAYS[dated.weekday()] == day, (where, dated)


def test_quotes_are_curly_and_nothing_is_filler() -> None:
    for where, words in all_words():
        assert not re.search(r"[\"']|lorem|ipsum|\bTODO\b|\bTK\b", words, re.I), where
        assert words.count("“") == words.count("”"), where


@pytest.mark.parametrize("story", published(), ids=lambda story: story.slugline)
def test_story_is_complete(story: Story) -> None:
    assert len(story.headline) <= 110
    assert story.byline
    assert story.topics
    assert story.published and story.updated and story.updated >= story.published
    if story.kind == "brief":
        assert len(re.findall(r"[.!?”](?:\s|$)", plain_text(story.body))) >= 2
    else:
        assert story.standfirst
        assert story.picture
        assert len(plain_text(story.body).split()) >= 150


@pytest.mark.parametrize("story", published(), ids=lambda story: story.slugline)
def test_story_points_only_to_what_was_already_out(story: Story) -> None:
    by_slugline = {one.slugline: one for one in newsroom().stories}
    for slugline in _links(story):
        older = by_slugline[slugline]
        assert older.published and story.updated and older.published < story.updated, slugline


@pytest.mark.parametrize("story", published(), ids=lambda story: story.slugline)
def test_correction_is_dated_within_the_life_of_its_story(story: Story) -> None:
    for correction in story.corrections:
        assert story.published and story.updated
        assert story.published < correction.made_at <= story.updated
