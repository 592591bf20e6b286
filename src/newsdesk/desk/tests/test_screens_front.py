"""The front is ordered by hand, by editors and chiefs, and what is ordered is the archive's own at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from newsdesk.archive import record
from newsdesk.archive.models import Change
from newsdesk.archive.reader import Archive
from newsdesk.article.menu import MenuItem
from newsdesk.desk.models import ArticlePage, InfoPage, Section, StandingPagesPage
from newsdesk.desk.screens.front.menu_lines import destinations
from newsdesk.desk.tests.conftest import Begin
from newsdesk.press.framing import frame

URL = "/desk/front/"


def posted(client: Client, **lists: list[Any]) -> dict[str, Any]:
    """The screen's form with its lists filled in; lists not named stay empty."""
    form = client.get(URL).context["form"]
    values = {name.replace("menu_", "menu-").replace("section_", "section-"): lines for name, lines in lists.items()}
    names = [name for name in form.fields if name != "seen"]
    data = {name: streamfield([("line", line) for line in values.get(name, [])]) for name in names}
    return nested_form_data(data | {"seen": form["seen"].value()})


def live(begin: Begin, headline: str) -> ArticlePage:
    page = begin(headline)
    page.get_latest_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def three(begin: Begin) -> list[ArticlePage]:
    return [live(begin, headline) for headline in ("One", "Two", "Three")]


def test_lead_and_picks_in_the_order_given(at_editor: Client, three: list[ArticlePage]) -> None:
    one, two, three_ = three
    data = posted(at_editor, home=[three_.pk, one.pk], picks=[two.pk])
    assert at_editor.post(URL, data).status_code == 302
    archive = Archive()
    assert archive.placed("home") == (three_.archive_id, one.archive_id)
    assert archive.placed("picks") == (two.archive_id,)


def test_only_what_was_changed_is_told_to_the_press(at_editor: Client, three: list[ArticlePage]) -> None:
    record.place("home", (three[0].archive_id,))
    Change.objects.all().delete()
    section = Section.objects.get()
    field = f"section_{section.archive_id}"
    at_editor.post(URL, posted(at_editor, home=[three[0].pk], **{field: [three[1].pk]}))
    assert [change.key for change in Change.objects.all()] == [f"placement:section-{section.archive_id}"]


def test_menus_lead_to_sections_and_addresses(at_editor: Client, three: list[ArticlePage]) -> None:
    section = Section.objects.get()
    lines = [
        {"to": f"section:{section.archive_id}", "address": "", "words": ""},
        {"to": "", "address": "/feed/", "words": "Feed"},
    ]
    assert at_editor.post(URL, posted(at_editor, menu_main=lines)).status_code == 302
    assert Archive().menu("main") == (MenuItem(f"section:{section.archive_id}"), MenuItem("/feed/", "Feed"))


def standing(title: str, slug: str) -> InfoPage:
    page = StandingPagesPage.objects.get().add_child(instance=InfoPage(title=title, slug=slug))
    page.save_revision().publish()
    return page


def test_standing_pages_stand_in_both_menus_in_the_order_given(at_editor: Client, three: list[ArticlePage]) -> None:
    about, contact = standing("About us", "about"), standing("Contact", "contact")
    lines = [{"to": f"page:{one.archive_id}", "address": "", "words": ""} for one in (contact, about)]
    assert at_editor.post(URL, posted(at_editor, menu_main=lines[1:], menu_footer=lines)).status_code == 302
    assert Archive().menu("main") == (MenuItem(f"page:{about.archive_id}"),)
    shown = frame(Archive())
    assert [(link.words, link.path) for link in shown.footer_menu] == [
        ("Contact", "/contact/"),
        ("About us", "/about/"),
    ]


def test_menu_follows_a_standing_page_to_its_new_name_and_slug(at_editor: Client, three: list[ArticlePage]) -> None:
    about = standing("About us", "about")
    record.menu("footer", (MenuItem(f"page:{about.archive_id}"),))
    about.title, about.slug = "Who we are", "who-we-are"
    about.save_revision().publish()
    assert [(link.words, link.path) for link in frame(Archive()).footer_menu] == [("Who we are", "/who-we-are/")]


def test_an_unpublished_page_leaves_the_menu_and_comes_back(at_editor: Client, three: list[ArticlePage]) -> None:
    about = standing("About us", "about")
    record.menu("footer", (MenuItem(f"page:{about.archive_id}"),))
    about.unpublish()
    assert frame(Archive()).footer_menu == ()
    assert f"page:{about.archive_id}" in at_editor.get(URL).content.decode()
    about.save_revision().publish()
    assert frame(Archive()).footer_menu


@pytest.mark.parametrize(
    "line",
    [
        {"to": "", "address": "", "words": "Nowhere"},
        {"to": "", "address": "javascript:alert(1)", "words": "Click"},
        {"to": "", "address": "//elsewhere.example", "words": "Elsewhere"},
        {"to": "", "address": "/feed/", "words": ""},
    ],
)
def test_a_line_that_leads_nowhere_is_refused(
    at_editor: Client, three: list[ArticlePage], line: dict[str, str]
) -> None:
    answer = at_editor.post(URL, posted(at_editor, menu_footer=[line]))
    assert answer.status_code == 200
    assert answer.context["form"].errors["menu-footer"]
    assert Archive().menu("footer") == ()


def test_a_draft_cannot_be_placed(at_editor: Client, three: list[ArticlePage], begin: Begin) -> None:
    draft = begin("Not yet")
    answer = at_editor.post(URL, posted(at_editor, home=[draft.pk]))
    assert "Only what is live can be placed." in answer.content.decode()
    assert Archive().placed("home") == ()


def test_twice_in_one_list_is_refused(at_editor: Client, three: list[ArticlePage]) -> None:
    answer = at_editor.post(URL, posted(at_editor, home=[three[0].pk, three[0].pk]))
    assert "An article stands here twice." in answer.content.decode()


def test_what_was_unpublished_since_is_marked_and_may_stay(at_editor: Client, three: list[ArticlePage]) -> None:
    record.place("home", (three[0].archive_id, three[1].archive_id))
    three[0].unpublish()
    assert "One — not live, so not shown" in at_editor.get(URL).content.decode().replace("\\u2014", "—")
    assert at_editor.post(URL, posted(at_editor, home=[three[1].pk, three[0].pk])).status_code == 302
    assert Archive().placed("home") == (three[1].archive_id, three[0].archive_id)


def test_nobody_overwrites_what_another_arranged_meanwhile(at_editor: Client, three: list[ArticlePage]) -> None:
    data = posted(at_editor, home=[three[0].pk])
    record.place("home", (three[2].archive_id,))
    answer = at_editor.post(URL, data)
    assert "Somebody arranged the front since you opened it" in answer.content.decode()
    assert Archive().placed("home") == (three[2].archive_id,)


def test_a_reporter_may_not(at_reporter: Client, three: list[ArticlePage]) -> None:
    assert at_reporter.get(URL).status_code == 302
    assert at_reporter.post(URL, {"seen": "x"}).status_code == 302
    assert Archive().placed("home") == ()


def test_the_chooser_offers_what_is_live_newest_first(
    at_editor: Client, three: list[ArticlePage], begin: Begin
) -> None:
    draft = begin("Still a draft")
    rows = at_editor.get(reverse("newsdesk_live_articles:choose")).context["results"].object_list
    assert [page.title for page in rows] == ["Three", "Two", "One"]
    assert at_editor.get(reverse("newsdesk_live_articles:chosen", args=(draft.pk,))).status_code == 404
    found = at_editor.get(reverse("newsdesk_live_articles:choose_results"), {"q": "thre"}).context["results"]
    assert [page.title for page in found.object_list] == ["Three"]


def test_menus_offer_standing_pages_by_their_titles(desk: None) -> None:
    for title in ("Who we are", "About us"):
        page = InfoPage(title=title, live=False)
        StandingPagesPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
    offered = dict(destinations())["Standing pages"]
    assert [title for _, title in offered] == ["About us", "Who we are"]
