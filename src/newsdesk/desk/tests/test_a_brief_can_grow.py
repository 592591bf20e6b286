"""A brief is an article in a short form; expanded, it keeps its permalink and its readers."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from newsdesk.desk.models import ArticlePage, BriefPage
from newsdesk.desk.pages.brief import expand
from newsdesk.desk.tests.conftest import Begin, editions, state
from newsdesk.desk.tests.forms import form_of


def test_expanded_it_is_the_same_article(begin: Begin) -> None:
    brief = begin("Ferry late", BriefPage)
    brief.get_latest_revision().publish()
    brief = BriefPage.objects.get(pk=brief.pk)
    path = brief.url
    expand(brief)
    article = ArticlePage.objects.get(pk=brief.pk)
    assert (article.kind, article.specific_class, editions(article), state(article)) == (
        "brief",
        ArticlePage,
        1,
        "live",
    )
    article.get_latest_revision().publish()
    article = ArticlePage.objects.get(pk=brief.pk)
    assert (article.kind, article.url, editions(article), BriefPage.objects.count()) == ("news", path, 2, 0)
    assert article.topics.count() == 1


def test_its_words_are_shown_in_its_form_and_kept(at_editor: Client, begin: Begin) -> None:
    brief = begin("Ferry late", BriefPage)
    url = reverse("wagtailadmin_pages:edit", args=(brief.pk,))
    assert "The ferry was late." in at_editor.get(url).content.decode()
    answer = at_editor.post(url, form_of(brief, text="<p>It is <b>on time</b>.</p>") | {"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    body = BriefPage.objects.get(pk=brief.pk).body
    assert [block.block_type for block in body] == ["paragraph"]
    assert "<b>on time</b>" in body[0].value.source


def test_what_an_imported_brief_has_beside_its_words_is_kept(at_editor: Client, begin: Begin) -> None:
    brief = begin("Ferry late", BriefPage, body=[("paragraph", "<p>Old</p>"), ("heading", "Later")])
    url = reverse("wagtailadmin_pages:edit", args=(brief.pk,))
    at_editor.post(url, form_of(brief, text="<p>New</p>") | {"action-publish": "1"})
    assert [block.block_type for block in BriefPage.objects.get(pk=brief.pk).body] == ["paragraph", "heading"]


def test_its_slug_follows_the_headline_until_it_is_published(at_editor: Client, begin: Begin) -> None:
    brief = begin("Fer", BriefPage)
    url = reverse("wagtailadmin_pages:edit", args=(brief.pk,))
    at_editor.post(url, form_of(brief, title="Ferry late"), headers={"accept": "application/json"})
    assert BriefPage.objects.get(pk=brief.pk).slug == "ferry-late"
    at_editor.post(url, form_of(brief, title="Ferry very late") | {"action-publish": "1"})
    at_editor.post(url, form_of(brief, title="Ferry came") | {"action-publish": "1"})
    brief = BriefPage.objects.get(pk=brief.pk)
    assert (brief.title, brief.slug) == ("Ferry came", "ferry-very-late")


def test_an_empty_brief_is_refused(at_editor: Client, begin: Begin) -> None:
    brief = begin("Ferry late", BriefPage)
    url = reverse("wagtailadmin_pages:edit", args=(brief.pk,))
    answer = at_editor.post(url, form_of(brief, text="") | {"action-publish": "1"})
    assert set(answer.context["form"].errors) == {"words"}
