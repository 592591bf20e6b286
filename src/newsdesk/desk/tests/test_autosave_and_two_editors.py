"""Autosave reaches no reader, and of two editors who publish, both come out, one after the other."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from newsdesk.desk import roles
from newsdesk.desk.models import ArticlePage
from newsdesk.desk.tests.conftest import Begin, editions, headline_readers_see, person, signed_in
from newsdesk.desk.tests.forms import form_of


def edit(page: ArticlePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=(page.pk,))


def latest(page: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=page.pk)


def test_autosave_over_the_published_revision_reaches_no_reader(at_editor: Client, begin: Begin) -> None:
    page = begin()
    at_editor.post(edit(page), form_of(page) | {"action-publish": "1"})
    page = latest(page)
    live = page.live_revision_id
    form = form_of(page, title="Half a senten") | {"overwrite_revision_id": str(live)}
    answer = at_editor.post(edit(page), form, headers={"accept": "application/json"})
    assert answer.json()["success"], answer.json()
    page = latest(page)
    assert (page.live_revision_id, page.live_revision.content["title"]) == (live, "Ferry late")
    assert page.get_latest_revision().content["title"] == "Half a senten"
    assert (editions(page), headline_readers_see(page)) == (1, "Ferry late")


def test_autosave_of_an_unfinished_draft_goes_through(at_editor: Client, begin: Begin) -> None:
    page = begin()
    form = form_of(page, text="", section="")
    answer = at_editor.post(edit(page), form, headers={"accept": "application/json"})
    assert answer.json()["success"], answer.json()


def test_autosave_of_an_unfinished_draft_of_a_live_article_goes_through(
    at_editor: Client, published: ArticlePage
) -> None:
    form = form_of(published, text="", section="")
    answer = at_editor.post(edit(published), form, headers={"accept": "application/json"})
    assert answer.json()["success"], answer.json()
    assert editions(published) == 1


def test_publishing_the_unfinished_is_refused_in_the_form(at_editor: Client, begin: Begin) -> None:
    page = begin()
    answer = at_editor.post(edit(page), form_of(page, text="", section="") | {"action-publish": "1"})
    errors = answer.context["form"].errors
    assert set(errors) == {"body", "section"}
    assert (editions(page), latest(page).live) == (0, False)


def test_two_editors_publish_the_same_article(at_editor: Client, published: ArticlePage) -> None:
    other = signed_in(person("olga", roles.EDITOR))
    first, second = form_of(published, title="First"), form_of(published, title="Second")
    at_editor.post(edit(published), first | {"action-publish": "1"})
    other.post(edit(published), second | {"action-publish": "1"})
    assert (editions(published), headline_readers_see(published)) == (3, "Second")
