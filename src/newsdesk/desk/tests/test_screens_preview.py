"""A draft is previewed exactly as readers would get it, whatever is still missing from it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.desk.models import ArticlePage, BriefPage, InfoPage, StandingPagesPage
from newsdesk.desk.pages.newsroom import this_month
from newsdesk.desk.preview import preview
from newsdesk.desk.tests.conftest import Begin
from newsdesk.desk.tests.forms import form_of
from newsdesk.desk.tests.pictures import photograph
from newsdesk.press.draw import draw
from newsdesk.press.framing import frame
from newsdesk.press.recipe import Recipe, Wanted, recipes
from newsdesk.press.theme import theme


def shown(page: Any) -> str:
    return preview(page).content.decode()


def test_the_preview_of_what_is_live_is_the_sheet_readers_get(published: ArticlePage) -> None:
    archive = Archive()
    path = archive.permalink(published.archive_id) or ""
    wanted = Wanted(path, published.archive_id)
    drawn = draw(recipes()["article"], wanted, archive, frame(archive), theme().templates)
    assert drawn.printed
    assert preview(published).content == drawn.printed.body


def test_a_draft_shows_its_own_words_and_changes_nothing(begin: Begin) -> None:
    page = begin("Bridge opens", standfirst="At last.")
    before = Change.objects.count()
    text = shown(page)
    assert "Bridge opens" in text
    assert "At last." in text
    assert (Change.objects.count(), Archive().state(page.archive_id)) == (before, None)


def test_an_empty_page_that_was_never_saved_can_be_drawn(desk: None) -> None:
    assert preview(ArticlePage(title="Only a headline")).status_code == 200
    assert "Only a headline" in shown(ArticlePage(title="Only a headline"))
    assert "Short" in shown(BriefPage(title="Short"))


def test_photographs_show_before_anything_is_published(begin: Begin) -> None:
    page = begin(picture=photograph(), picture_caption="The ferry at noon")
    text = shown(page)
    assert "The ferry at noon" in text
    assert "Mara Lind / Reuters" in text


def test_a_draft_is_not_shown_what_a_reader_could_not_follow(begin: Begin) -> None:
    hidden = begin("Still secret")
    page = begin(body=[("related_card", hidden)])
    assert "Still secret" not in shown(page)


def test_only_the_desk_may_frame_it(begin: Begin) -> None:
    policy = preview(begin())["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "script-src 'self'" in policy


def test_what_cannot_be_drawn_says_why(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_over(self: Recipe, *args: Any) -> None:
        raise ValueError("no such label")

    page = begin()
    monkeypatch.setattr(type(recipes()["article"]), "gather", property(fall_over))
    answer = preview(page)
    assert answer.status_code == 200
    assert "no such label" in answer.content.decode()


def test_a_standing_page(desk: None) -> None:
    page = InfoPage(title="About us", slug="about", body=[("paragraph", "<p>We print the news of the harbour.</p>")])
    StandingPagesPage.objects.get().add_child(instance=page)
    assert "We print the news of the harbour." in shown(page)


@pytest.mark.parametrize("model", [ArticlePage, BriefPage])
def test_beside_the_form_of_a_new_article(at_reporter: Client, model: type[ArticlePage]) -> None:
    path = reverse("wagtailadmin_pages:preview_on_add", args=("desk", model._meta.model_name, this_month().pk))
    new = model(title="Typed a moment ago", slug="typed")
    sent = at_reporter.post(path, form_of(new, text="<p>Words of the form.</p>"))
    assert sent.json() == {"is_valid": True, "is_available": True}
    text = at_reporter.get(path).content.decode()
    assert "Typed a moment ago" in text
    assert "Words of the form." in text
