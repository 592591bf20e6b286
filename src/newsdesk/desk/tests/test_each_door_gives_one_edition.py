"""Whatever door of Wagtail's an editor takes, readers get exactly one edition, or one withdrawal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsdesk.archive import record
from newsdesk.desk.models import ArticlePage, BriefPage
from newsdesk.desk.pages.newsroom import this_month
from newsdesk.desk.tests.conftest import Begin, editions, headline_readers_see, state
from newsdesk.desk.tests.forms import form_of


def url(name: str, *args: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def went_through(answer: Any) -> None:
    assert answer.status_code == 302, answer.context["form"].errors


def latest(page: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=page.pk)


def test_publish_button_of_the_editor(at_editor: Client, begin: Begin) -> None:
    page = begin()
    answer = at_editor.post(url("edit", page.pk), form_of(page, title="Ferry very late") | {"action-publish": "1"})
    went_through(answer)
    assert (editions(page), state(page), headline_readers_see(page)) == (1, "live", "Ferry very late")


def test_publishing_a_new_article_at_once(at_editor: Client, begin: Begin) -> None:
    draft = begin("Another")
    new = ArticlePage(title="Bridge opens", slug="bridge-opens", section=draft.section)
    new.topics.set([type(use)(topic=use.topic) for use in draft.topics.all()])
    new.contributors.set([type(use)(contributor=use.contributor) for use in draft.contributors.all()])
    answer = at_editor.post(url("add", "desk", "articlepage", this_month().pk), form_of(new) | {"action-publish": "1"})
    went_through(answer)
    page = ArticlePage.objects.get(title="Bridge opens")
    assert (editions(page), page.live, page.topics.count(), page.contributors.count()) == (1, True, 1, 1)


def test_a_brief_in_its_short_form(at_editor: Client, desk: None) -> None:
    brief = BriefPage(title="Bus stop moved", slug="bus-stop")
    form = form_of(brief, text="<p>It stands at the market now.</p>")
    answer = at_editor.post(url("add", "desk", "briefpage", this_month().pk), form | {"action-publish": "1"})
    went_through(answer)
    page = ArticlePage.objects.get(title="Bus stop moved")
    assert (editions(page), page.kind) == (1, "brief")


def test_saving_a_draft_gives_none(at_editor: Client, published: ArticlePage) -> None:
    at_editor.post(url("edit", published.pk), form_of(published, title="Draft of a better headline"))
    assert (editions(published), headline_readers_see(published)) == (1, "Ferry late")


def test_publishing_several(at_editor: Client, begin: Begin) -> None:
    pages = [begin("One"), begin("Two"), begin("Three", body=[])]
    answer = at_editor.post(bulk("publish", *pages), follow=True)
    assert [editions(page) for page in pages] == [1, 1, 0]
    assert "Three: There is no text." in answer.content.decode()


def test_unpublishing_several(at_editor: Client, published: ArticlePage) -> None:
    at_editor.post(bulk("unpublish", published))
    assert (editions(published), state(published)) == (1, "unpublished")


def test_unpublish_and_publish_again(at_editor: Client, published: ArticlePage) -> None:
    at_editor.post(url("unpublish", published.pk))
    assert state(published) == "unpublished"
    page = latest(published)
    at_editor.post(url("edit", page.pk), form_of(page) | {"action-publish": "1"})
    assert (editions(page), state(page)) == (2, "live")


def test_approval_in_the_editor(at_reporter: Client, at_editor: Client, reporter: User, begin: Begin) -> None:
    page = submitted(begin, at_reporter, reporter)
    form = form_of(page) | {"action-workflow-action": "1", "workflow-action-name": "approve"}
    at_editor.post(url("edit", page.pk), form)
    assert (editions(page), state(page)) == (1, "live")


def test_approval_from_the_dashboard(at_reporter: Client, at_editor: Client, reporter: User, begin: Begin) -> None:
    page = submitted(begin, at_reporter, reporter)
    at_editor.post(url("workflow_action", page.pk, "approve", page.current_workflow_task_state.pk))
    assert (editions(page), state(page)) == (1, "live")


def test_approval_of_what_may_not_be_published_says_why(
    at_reporter: Client, at_editor: Client, reporter: User, begin: Begin
) -> None:
    page = submitted(begin, at_reporter, reporter)
    page.body = []
    page.current_workflow_task_state.revision = page.save_revision(clean=False)
    page.current_workflow_task_state.save()
    task = page.current_workflow_task_state.pk
    answer = at_editor.post(url("workflow_action", page.pk, "approve", task), follow=True)
    assert "There is no text." in answer.content.decode()
    assert (editions(page), latest(page).live, latest(page).workflow_in_progress) == (0, False, True)


def test_an_older_revision_published_again(at_editor: Client, published: ArticlePage) -> None:
    first = published.live_revision
    form = form_of(published, title="Second headline")
    at_editor.post(url("edit", published.pk), form | {"action-publish": "1"})
    form = form_of(latest(published), title="Ferry late")
    at_editor.post(url("revisions_revert", published.pk, first.pk), form | {"action-publish": "1"})
    assert (editions(published), headline_readers_see(published)) == (3, "Ferry late")


def test_expiry_saves_the_base_class(published: ArticlePage) -> None:
    from wagtail.models import Page

    Page.objects.get(pk=published.pk).unpublish(set_expired=True)
    assert (editions(published), state(published)) == (1, "unpublished")


def test_scheduling_gives_none(at_editor: Client, begin: Begin) -> None:
    page = begin()
    soon = (timezone.localtime() + timedelta(hours=2)).strftime("%Y-%m-%d %H:%M")
    form = form_of(page, publish_at=soon)
    at_editor.post(url("edit", page.pk), form | {"action-publish": "1"})
    assert (editions(page), latest(page).approved_schedule, latest(page).live) == (0, True, False)


def test_publishing_the_same_twice_gives_one(at_editor: Client, begin: Begin) -> None:
    page = begin()
    for _attempt in range(2):
        at_editor.post(url("edit", page.pk), form_of(latest(page)) | {"action-publish": "1"})
    assert editions(page) == 1


@pytest.mark.parametrize("door", ["move", "delete", "privacy"])
def test_doors_that_are_shut(at_editor: Client, published: ArticlePage, door: str) -> None:
    answer = at_editor.post(
        url("set_privacy" if door == "privacy" else door, published.pk), {"restriction_type": "login"}
    )
    assert answer.status_code == 302
    assert answer["Location"] == reverse("wagtailadmin_home")
    assert (editions(published), state(published)) == (1, "live")


@pytest.mark.parametrize("door", ["move", "delete"])
def test_bulk_doors_that_are_shut(at_editor: Client, published: ArticlePage, door: str) -> None:
    form = {"chooser": this_month().pk, "include_descendants": ""}
    at_editor.post(bulk(door, published), form)
    assert (ArticlePage.objects.count(), state(published)) == (1, "live")


def test_moving_to_another_month_is_refused(at_editor: Client, published: ArticlePage) -> None:
    other = this_month().add_sibling(instance=type(this_month())(title="2020-01", slug="2020-01"))
    answer = at_editor.post(url("move_confirm", published.pk, other.pk))
    assert answer.status_code == 302
    assert latest(published).get_parent().pk == this_month().pk


def test_a_copy_is_another_article_and_a_draft(at_editor: Client, published: ArticlePage) -> None:
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": this_month().pk}
    answer = at_editor.post(url("copy", published.pk), form | {"publish_copies": "on", "alias": "on"})
    assert answer.status_code == 302
    copy = ArticlePage.objects.get(slug="copy")
    assert (copy.live, copy.alias_of_id, copy.uuid == published.uuid, editions(copy)) == (False, None, False, 0)
    copy.get_latest_revision().publish()
    assert (editions(copy), editions(published)) == (1, 1)
    assert headline_readers_see(published) == "Ferry late"


def test_moving_in_code_gives_none(published: ArticlePage) -> None:
    other = this_month().add_sibling(instance=type(this_month())(title="2020-01", slug="2020-01"))
    before = published.url
    published.move(other, pos="last-child")
    assert (editions(published), state(published), latest(published).url) == (1, "live", before)


def test_page_and_archive_change_together_or_not_at_all(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise OperationalError("database or disk is full")

    page = begin()
    monkeypatch.setattr(record, "add", full)
    with pytest.raises(OperationalError):
        page.get_latest_revision().publish()
    assert (latest(page).live, editions(page)) == (False, 0)


def test_neither_aliases_nor_live_copies_in_code(published: ArticlePage) -> None:
    with pytest.raises(PermissionDenied):
        published.create_alias()
    copy = published.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert (copy.live, editions(copy)) == (False, 0)


def test_a_draft_may_be_deleted(at_editor: Client, begin: Begin) -> None:
    page = begin()
    at_editor.post(url("delete", page.pk))
    assert not ArticlePage.objects.filter(pk=page.pk).exists()


def test_deleting_in_code_withdraws(published: ArticlePage) -> None:
    published.delete()
    assert state(published) == "unpublished"


def bulk(action: str, *pages: ArticlePage) -> str:
    ids = "&".join(f"id={page.pk}" for page in pages)
    path = reverse("wagtail_bulk_action", args=("wagtailcore", "page", action))
    return f"{path}?{ids}&next={reverse('wagtailadmin_home')}"


def submitted(begin: Begin, at_reporter: Client, reporter: User) -> ArticlePage:
    page = begin(owner=reporter)
    answer = at_reporter.post(url("edit", page.pk), form_of(page) | {"action-submit": "1"})
    went_through(answer)
    page = latest(page)
    assert page.workflow_in_progress
    assert editions(page) == 0
    return page
