"""The list of articles: newest work first, narrowed by what a desk asks for, at the same cost at any size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from newsdesk.desk.models import ArticlePage, Section
from newsdesk.desk.tests.conftest import Begin

Shown = Callable[..., list[str]]


@pytest.fixture
def shown(at_editor: Client) -> Shown:
    def ask(client: Client = at_editor, **query: object) -> list[str]:
        answer = client.get(reverse("newsdesk_articles:index"), query)
        assert answer.status_code == 200
        return [row.headline for row in answer.context["table"].data]

    return ask


def test_what_was_worked_on_last_stands_first(shown: Shown, begin: Begin) -> None:
    first, second = begin("First"), begin("Second")
    assert shown() == ["Second", "First"]
    first.save_revision()
    assert shown() == ["First", "Second"]
    assert second.pk


def test_states_are_told_in_words(at_editor: Client, begin: Begin) -> None:
    begin("Only begun")
    live = begin("Out")
    live.get_latest_revision().publish()
    changed = begin("Out and mended")
    changed.get_latest_revision().publish()
    ArticlePage.objects.get(pk=changed.pk).save_revision()
    soon = timezone.now() + timedelta(hours=2)
    begin("Later", publish_at=soon).get_latest_revision().publish()
    begin("Held back", embargoed_until=soon).get_latest_revision().publish()
    gone = begin("Taken off")
    gone.get_latest_revision().publish()
    ArticlePage.objects.get(pk=gone.pk).unpublish()
    rows = at_editor.get(reverse("newsdesk_articles:index")).context["table"].data
    assert {row.headline: row.state.value for row in rows} == {
        "Only begun": "draft",
        "Out": "live",
        "Out and mended": "changed",
        "Later": "scheduled",
        "Held back": "embargoed",
        "Taken off": "unpublished",
    }
    for row in rows:
        found = at_editor.get(reverse("newsdesk_articles:index"), {"state": row.state.value}).context["table"].data
        assert [one.headline for one in found] == [row.headline]


def test_narrowed_by_what_it_is_filed_under(shown: Shown, begin: Begin) -> None:
    culture = Section.objects.create(name="Culture")
    sung = begin("Choir sings", section=culture, kind="opinion")
    begin("Ferry late")
    assert shown(section=culture.pk) == ["Choir sings"]
    assert shown(kind="opinion") == ["Choir sings"]
    assert len(shown(topic=sung.topics.get().topic_id)) == 2
    assert len(shown(contributor=sung.contributors.get().contributor_id)) == 2


def test_mine(shown: Shown, begin: Begin, at_reporter: Client, reporter: User) -> None:
    begin("Hers", owner=reporter)
    begin("Somebody else's")
    assert shown(at_reporter, mine="mine") == ["Hers"]


def test_found_by_headline_or_slugline(shown: Shown, begin: Begin) -> None:
    begin("Bridge opens", slugline="BRIDGE-TOLL")
    begin("Ferry late")
    assert shown(q="bridg") == ["Bridge opens"]
    assert shown(q="toll") == ["Bridge opens"]
    assert shown(q="nothing like it") == []


def test_a_reporter_opens_only_drafts_of_their_own(at_reporter: Client, reporter: User, begin: Begin) -> None:
    mine, other = begin("Mine", owner=reporter), begin("Other")
    rows = at_reporter.get(reverse("newsdesk_articles:index")).context["table"].data
    assert {row.headline: row.url for row in rows} == {
        "Mine": reverse("wagtailadmin_pages:edit", args=(mine.pk,)),
        "Other": "",
    }
    assert other.pk


def test_an_empty_newsroom_is_told_how_to_begin(at_editor: Client) -> None:
    text = at_editor.get(reverse("newsdesk_articles:index")).content.decode()
    assert "Nothing has been written yet" in text
    assert reverse("wagtailadmin_pages:choose_parent", args=("desk", "briefpage")) in text


def test_as_many_queries_for_many_as_for_few(at_editor: Client, begin: Begin) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            at_editor.get(reverse("newsdesk_articles:index"))
        return len(queries)

    begin("Article").get_latest_revision().publish()
    cost()
    few = cost()
    for number in range(12):
        begin(f"Article {number}").get_latest_revision().publish()
    assert cost() == few
    assert few <= 20  # of them twelve for who is asking, their second factor, and the menu


def test_paging_does_not_count_the_whole_archive(
    at_editor: Client,
    begin: Begin,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from newsdesk.desk.screens.articles import paginator, view

    monkeypatch.setattr(paginator, "AHEAD", 1)
    monkeypatch.setattr(view.ArticleList, "paginate_by", 2)
    for number in range(7):
        begin(f"Article {number}")
    answer = at_editor.get(reverse("newsdesk_articles:index"))
    assert answer.context["paginator"].count == 3
    assert "more than 3 articles" in answer.content.decode().lower()
    last = at_editor.get(reverse("newsdesk_articles:index"), {"p": 4})
    assert [row.headline for row in last.context["table"].data] == ["Article 0"]


@pytest.mark.parametrize("page", ["-1", "0", "x", "²", "9" * 6, "9" * 30])
def test_any_page_can_be_asked_for(at_editor: Client, begin: Begin, page: str) -> None:
    begin()
    answer = at_editor.get(reverse("newsdesk_articles:index"), {"p": page})
    assert [row.headline for row in answer.context["table"].data] == ["Ferry late"]
