"""The example holds as much of everything as a newsroom needs to look alive, and uses all it declares."""

from __future__ import annotations

from collections import Counter
from datetime import date

from newsdesk.article.body import references
from newsdesk.example.tests.paper import newsroom, published


def test_enough_articles_of_every_kind() -> None:
    kinds = Counter(story.kind for story in published())
    assert kinds.pop("brief") >= 22
    assert sum(kinds.values()) >= 24
    assert set(kinds) == {"news", "explainer", "analysis", "opinion", "investigation"}


def test_three_months_and_busy_last_days() -> None:
    days = [story.published.date() for story in published() if story.published]
    assert min(days) == date(2026, 8, 22)
    assert max(days) == date(2026, 11, 20)
    assert sum(day >= date(2026, 11, 18) for day in days) >= 10


def test_a_story_that_develops() -> None:
    assert sum("serrada-dam" in story.topics and story.kind != "brief" for story in published()) >= 5


def test_people_desks_sections_topics_letters_and_pages() -> None:
    room = newsroom()
    assert Counter(one.is_desk for one in room.contributors) == {False: 8, True: 2}
    assert len(room.sections) >= 6
    assert len(room.topics) >= 12
    assert len(room.letters) == 2
    assert {page.slug for page in room.pages} >= {"about", "ownership", "contact", "how-we-work"}


def test_front_is_ordered_by_hand() -> None:
    room = newsroom()
    assert 4 <= len(room.home.seconds) <= 6
    assert len(room.picks) == 5
    assert room.section_fronts
    assert set(room.menus) == {"main", "footer"}
    live = {story.slugline for story in published()}
    for front in (room.home, *room.section_fronts.values()):
        assert {front.lead, *front.seconds} <= live
    assert set(room.picks) <= live


def test_corrections_with_one_on_top() -> None:
    corrections = [correction for story in published() for correction in story.corrections]
    assert {one.kind for one in corrections} == {"correction", "clarification"}
    assert len(corrections) >= 3
    assert sum(one.on_top for one in corrections) == 1


def test_unfinished_work_lies_on_the_desk() -> None:
    drafts = [story for story in newsroom().stories if story.state in ("draft", "submitted")]
    scheduled = [story for story in newsroom().stories if story.state == "scheduled"]
    assert len(drafts) == 2
    assert [story.embargo.days for story in scheduled if story.embargo] == [3]
    bare = next(one for one in newsroom().photographs if one.is_incomplete)
    assert not bare.alt and not bare.credit
    assert [story.slugline for story in drafts if story.picture and story.picture.picture == bare.slug]


def test_nothing_declared_goes_unused() -> None:
    room = newsroom()
    stories = published()
    assert {story.section for story in stories} == {one.slug for one in room.sections}
    assert {topic for story in stories for topic in story.topics} == {one.slug for one in room.topics}
    assert {name.contributor for story in stories for name in story.byline} == {one.slug for one in room.contributors}
    used = {f"picture:{story.picture.picture}" for story in room.stories if story.picture}
    used |= {reference for story in room.stories for reference in references(story.body)}
    used |= {f"picture:{one.portrait}" for one in room.contributors}
    assert {f"picture:{one.slug}" for one in room.photographs} <= used


def test_every_kind_of_block_is_seen() -> None:
    kinds = {block.kind for story in published() for block in story.body}
    assert kinds == {
        *("paragraph", "list", "heading", "pull_quote", "picture"),
        *("gallery", "embed", "table", "fact_box", "related_card"),
    }
