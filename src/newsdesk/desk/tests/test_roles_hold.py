"""A reporter works on their own articles and publishes none; only those who may, do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Site, Workflow

from newsdesk.desk import newsroom, roles
from newsdesk.desk.models import ArticlePage, BriefPage, InfoPage, MonthPage, NewsroomPage, StandingPagesPage
from newsdesk.desk.pages.newsroom import this_month
from newsdesk.desk.tests.conftest import Begin, editions, person, signed_in, state
from newsdesk.desk.tests.forms import form_of


def url(name: str, *args: object) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def test_a_reporter_edits_their_own_and_publishes_nothing(at_reporter: Client, reporter: User, begin: Begin) -> None:
    page = begin(owner=reporter)
    at_reporter.post(url("edit", page.pk), form_of(page, title="Mine") | {"action-publish": "1"})
    page = ArticlePage.objects.get(pk=page.pk)
    assert (page.title, page.live, editions(page)) == ("Mine", False, 0)


def test_a_reporter_begins_an_article_as_a_draft(at_reporter: Client, begin: Begin) -> None:
    brief = BriefPage(title="Bus stop moved", slug="bus-stop")
    form = form_of(brief) | {"action-publish": "1"}
    at_reporter.post(url("add", "desk", "briefpage", this_month().pk), form)
    page = ArticlePage.objects.get(title="Bus stop moved")
    assert (page.live, editions(page)) == (False, 0)


@pytest.mark.parametrize("door", ["edit", "delete", "move", "copy", "unpublish", "set_privacy", "view_draft"])
def test_a_reporter_is_refused_at_others_articles(at_reporter: Client, published: ArticlePage, door: str) -> None:
    answer = at_reporter.post(url(door, published.pk), form_of(published, title="Theirs"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
    assert (ArticlePage.objects.get(pk=published.pk).title, state(published)) == ("Ferry late", "live")


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete"])
def test_a_reporter_is_refused_in_bulk(at_reporter: Client, reporter: User, begin: Begin, action: str) -> None:
    mine, theirs = begin("Mine", owner=reporter), begin("Theirs")
    path = reverse("wagtail_bulk_action", args=("wagtailcore", "page", action))
    at_reporter.post(f"{path}?id={theirs.pk}&id={mine.pk if action != 'delete' else theirs.pk}")
    assert (editions(mine), editions(theirs), ArticlePage.objects.count()) == (0, 0, 2)


def test_a_reporter_cannot_approve_their_own(at_reporter: Client, reporter: User, begin: Begin) -> None:
    page = begin(owner=reporter)
    at_reporter.post(url("edit", page.pk), form_of(page) | {"action-submit": "1"})
    page = ArticlePage.objects.get(pk=page.pk)
    task = page.current_workflow_task_state.pk
    at_reporter.post(url("workflow_action", page.pk, "approve", task))
    assert editions(page) == 0


def test_a_scheduled_article_is_locked_for_its_reporter(at_reporter: Client, reporter: User, begin: Begin) -> None:
    page = begin(owner=reporter, publish_at=timezone.now() + timedelta(hours=1))
    page.get_latest_revision().publish()
    before = ArticlePage.objects.get(pk=page.pk).latest_revision_id
    at_reporter.post(url("edit", page.pk), form_of(page, title="Changed"))
    assert ArticlePage.objects.get(pk=page.pk).latest_revision_id == before


@pytest.mark.parametrize(
    ("role", "allowed"),
    [(roles.REPORTER, False), (roles.EDITOR, False), (roles.PICTURE_EDITOR, False), (roles.CHIEF, True)],
)
def test_standing_pages_and_people_are_the_chiefs(desk: None, role: str, allowed: bool) -> None:
    client = signed_in(person("someone", role))
    standing = StandingPagesPage.objects.get()
    assert client.get(reverse("wagtailsnippets_desk_contributor:add")).status_code == (200 if allowed else 302)
    assert client.get(reverse("wagtailusers_users:index")).status_code == (200 if allowed else 302)
    assert client.get(url("add", "desk", "infopage", standing.pk)).status_code == (200 if allowed else 302)


def test_a_picture_editor_has_photographs_and_no_articles(published: ArticlePage) -> None:
    client = signed_in(person("pia", roles.PICTURE_EDITOR))
    assert client.get(reverse("wagtailimages:index")).status_code == 200
    assert client.get(url("edit", published.pk)).status_code == 302
    assert client.get(url("add", "desk", "articlepage", this_month().pk)).status_code == 302


def test_a_stranger_sees_the_way_in_only(client: Client, published: ArticlePage) -> None:
    answer = client.get(url("edit", published.pk))
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))


def test_new_articles_begin_in_this_months_folder(at_reporter: Client) -> None:
    for model in ("articlepage", "briefpage"):
        answer = at_reporter.get(url("choose_parent", "desk", model))
        assert answer["Location"] == url("add", "desk", model, this_month().pk)
        assert at_reporter.get(answer["Location"]).status_code == 200
    assert MonthPage.objects.count() == 1


def test_the_editor_opens(at_editor: Client, published: ArticlePage) -> None:
    assert at_editor.get(url("edit", published.pk)).status_code == 200


def test_months_are_hidden_from_the_explorer(at_editor: Client, published: ArticlePage) -> None:
    answer = at_editor.get(reverse("wagtailadmin_explore", args=(NewsroomPage.objects.get().pk,)))
    assert this_month().title not in {page.title for page in answer.context["object_list"]}


def test_the_frame_of_the_tree_cannot_be_changed(at_editor: Client, published: ArticlePage) -> None:
    for frame in (NewsroomPage.objects.get(), this_month(), StandingPagesPage.objects.get()):
        for door in ("edit", "delete", "move", "copy", "unpublish"):
            assert at_editor.post(url(door, frame.pk), {"title": "x"}).status_code == 302
    assert Page.objects.filter(title="x").count() == 0
    assert state(published) == "live"


def test_setting_up_again_changes_nothing(desk: None) -> None:
    Group.objects.get(name=roles.REPORTER).permissions.clear()
    before = [model.objects.count() for model in (Page, Site, Group, GroupPagePermission, Workflow)]
    newsroom.setup()
    assert [model.objects.count() for model in (Page, Site, Group, GroupPagePermission, Workflow)] == before
    assert not Group.objects.get(name=roles.REPORTER).permissions.exists()
    assert InfoPage.objects.count() == 0
