"""An editor's day without a mouse: an article written, seen and published, a brief, and the front put in order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from wagtail.models import Collection, Locale

from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.article.menu import MenuItem
from newsdesk.desk import newsroom, roles
from newsdesk.desk.models import (
    ArticleContributor,
    ArticlePage,
    Contributor,
    InfoPage,
    Section,
    StandingPagesPage,
    Topic,
)
from newsdesk.desk.pages.newsroom import this_month
from newsdesk.desk.tests.conftest import person
from newsdesk.press.tests.serve_running import until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=30_000)  # a slow machine is no fault
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Playwright's loop runs in this thread, and Django takes that for a request served on it
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield opened
        opened.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def editor(transactional_db: None) -> User:
    Locale.objects.get_or_create(language_code="en")  # these two come with a migration, and went with the last test
    if not Collection.get_first_root_node():
        Collection.add_root(name="Root")
    newsroom.setup()
    Section.objects.create(name="Harbour")
    Topic.objects.create(name="Ferries")
    Contributor.objects.create(name="Ada Holm")
    return person("edgar", roles.EDITOR)


@pytest.fixture
def live(editor: User) -> list[ArticlePage]:
    """Two articles readers can see."""
    section, author = Section.objects.get(), Contributor.objects.get()

    def published(headline: str) -> ArticlePage:
        page = ArticlePage(title=headline, section=section, body=[("paragraph", "<p>Words.</p>")], live=False)
        page.contributors.add(ArticleContributor(contributor=author))
        this_month().add_child(instance=page)
        page.save_revision().publish()
        return page

    return [published("One"), published("Two")]


@pytest.fixture
def desk(browser: Browser, editor: User, live_server: object) -> Iterator[Page]:
    """The desk's home, an editor signed in; an error in a script fails the test."""
    context = browser.new_context(base_url=str(live_server), viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto("/desk/")
    expect(page.get_by_label("Username")).to_be_focused()
    page.keyboard.type("edgar")
    page.keyboard.press("Tab")
    page.keyboard.type("a long password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Monitoring")).to_be_visible()
    yield page
    page.wait_for_load_state("networkidle")  # whatever the page had still asked the desk for is answered
    page.goto("about:blank")
    page.wait_for_timeout(1_000)
    context.close()
    assert wrong == []


def saved(page: Page) -> None:
    """Autosave has been and gone."""
    expect(page.locator("#w-autosave-indicator")).to_have_attribute("data-w-autosave-state-value", "saved")


def begun(page: Page, key: str) -> None:
    """A new form, opened by its key; Wagtail notes after two seconds how it was, and sees changes from then on."""
    page.wait_for_load_state("networkidle")
    page.keyboard.press(key)
    expect(page.locator("#id_title")).to_be_visible()
    page.wait_for_timeout(3_000)


def press(place: Locator, key: str = "Enter") -> None:
    """On what can be reached by the Tab key."""
    expect(place).to_be_visible()
    place.press(key)


def write(place: Locator, words: str) -> None:
    place.focus()
    place.page.keyboard.type(words)


def editor_of(page: Page, field: str) -> Locator:
    return page.locator(f"[data-contentpath='{field}'] [contenteditable='true']")


def test_a_brief_in_the_fewest_keys(desk: Page) -> None:
    begun(desk, "b")
    write(desk.locator("#id_title"), "Bus stop moved")
    write(editor_of(desk, "words"), "It stands at the market now. The old one is gone.")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("status").first).to_contain_text(re.compile("Bus stop moved.*published", re.S))
    brief = ArticlePage.objects.get(title="Bus stop moved")
    assert Archive().state(brief.archive_id) == "live"
    assert "It stands at the market now." in str(Archive().edition(brief.archive_id))


def text_of(page: Page) -> str:
    """The words of the newest draft, as they are stored."""
    return str(ArticlePage.objects.get().get_latest_revision_as_object().body.raw_data[0]["value"])


def test_the_last_word_before_saving_or_publishing_is_kept(desk: Page) -> None:
    begun(desk, "b")
    write(desk.locator("#id_title"), "Bus stop moved")
    write(editor_of(desk, "words"), "It stands")
    desk.keyboard.press("Control+s")
    expect(desk.get_by_role("status").first).to_contain_text("Bus stop moved")
    assert "It stands" in text_of(desk)
    editor_of(desk, "words").press("Control+End")
    desk.keyboard.type(" at the market now")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("status").first).to_contain_text("published")
    assert "It stands at the market now" in text_of(desk)


def test_what_is_typed_while_the_form_opens_is_saved(desk: Page) -> None:
    desk.wait_for_load_state("networkidle")
    desk.keyboard.press("b")
    write(desk.locator("#id_title"), "Bus stop moved")
    saved(desk)
    assert ArticlePage.objects.get().get_latest_revision().content["title"] == "Bus stop moved"


def test_leaving_with_a_word_just_typed_is_asked_about(desk: Page) -> None:
    begun(desk, "b")
    write(desk.locator("#id_title"), "Bus stop moved")
    asked: list[str] = []
    desk.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.goto("/desk/articles/")
    assert asked == ["beforeunload"]


def test_an_article_is_written_seen_and_published(desk: Page) -> None:
    begun(desk, "a")
    write(desk.locator("#id_title"), "Ferry returns after eleven weeks")
    count = desk.locator("[data-side-panel-toggle='problems'] [data-side-panel-toggle-counter]")
    saved(desk)
    expect(count).to_have_text("4")

    panel = desk.locator("[data-side-panel-toggle='problems']")
    if panel.get_attribute("aria-expanded") != "true":
        press(panel)
    expect(desk.locator("[data-side-panel='problems']")).to_be_visible()
    press(desk.locator("[data-nd-leads-to='section']"))
    expect(desk.locator("#id_section")).to_be_focused()
    desk.keyboard.type("Harbour")
    expect(count).to_have_text("3")

    press(desk.locator("[data-nd-leads-to='contributors']"))
    expect(desk.locator("#id_contributors-OPEN_MODAL")).to_be_focused()
    desk.keyboard.press("Enter")
    one = desk.locator(".modal input[type='checkbox']").first
    expect(one).to_be_visible()
    # the window takes the focus when it has come up
    expect(desk.locator(".modal:focus, .modal :focus").first).to_be_attached()
    press(one, "Space")
    expect(one).to_be_checked()
    press(desk.locator(".modal").get_by_role("button", name="Confirm"))
    expect(desk.locator(".modal")).to_be_hidden()
    expect(desk.locator("#inline_child_contributors-0")).to_contain_text("Ada Holm")
    desk.wait_for_timeout(500)  # the window hands the focus back when it has faded
    press(desk.locator("[data-contentpath='body'] button.c-sf-add-button").first)
    kinds = desk.get_by_role("combobox").last
    expect(kinds).to_be_visible()
    kinds.press_sequentially("Text")
    expect(desk.get_by_role("option").first).to_contain_text("Text")
    kinds.press("ArrowDown")
    kinds.press("Enter")
    write(editor_of(desk, "body"), "The ferry sails again on Monday.")
    expect(count).to_have_text("1")  # a topic is worth having, and blocks nothing

    press(desk.locator("[data-side-panel-toggle='preview']"))
    shown = desk.frame_locator("[data-side-panel='preview'] iframe").first
    expect(shown.get_by_text("The ferry sails again on Monday.")).to_be_visible()
    press(desk.locator("footer .w-dropdown-button [data-w-dropdown-target='toggle']"))
    press(desk.locator("button[name='action-publish']"))
    expect(desk.get_by_role("status").first).to_contain_text("published")
    article = ArticlePage.objects.get(title="Ferry returns after eleven weeks")
    assert Archive().state(article.archive_id) == "live"


def test_the_front_is_ordered_with_the_arrow_buttons(desk: Page, live: list[ArticlePage]) -> None:
    one, two = live
    record.place("home", (one.archive_id, two.archive_id))
    desk.goto("/desk/front/")
    press(desk.locator("#tab-home").get_by_role("button", name="Move down").first)
    desk.keyboard.press("Control+s")
    expect(desk.get_by_role("status").first).to_contain_text("The front is arranged")
    assert Archive().placed("home") == (two.archive_id, one.archive_id)


def test_a_standing_page_is_put_into_the_footer(desk: Page, live: list[ArticlePage]) -> None:
    page = StandingPagesPage.objects.get().add_child(instance=InfoPage(title="About us", slug="about"))
    page.save_revision().publish()
    record.menu("footer", (MenuItem("/feed/", "Feed"),))
    desk.goto("/desk/front/#tab-menus")
    footer = desk.locator("#menu-footer-section")
    press(footer.get_by_role("button", name="Insert a block").last)
    leads_to = footer.locator("select").last
    expect(footer.locator("select")).to_have_count(2)
    leads_to.focus()
    desk.keyboard.type("About us")
    desk.keyboard.press("Control+s")
    expect(desk.get_by_role("status").first).to_contain_text("The front is arranged")
    assert Archive().menu("footer") == (MenuItem("/feed/", "Feed"), MenuItem(f"page:{page.archive_id}"))


def test_the_front_is_ordered_by_dragging(desk: Page, live: list[ArticlePage]) -> None:
    one, two = live
    record.place("home", (one.archive_id, two.archive_id))
    desk.goto("/desk/front/")
    grips = desk.locator(
        "#tab-home [data-streamfield-child] button[title='Drag'], #tab-home button.button--icon[title='Drag']"
    )
    from_, to = grips.nth(1).bounding_box(), grips.nth(0).bounding_box()
    assert from_ and to
    desk.mouse.move(from_["x"] + 8, from_["y"] + 8)
    desk.mouse.down()
    desk.mouse.move(to["x"] + 8, to["y"] + 20, steps=12)
    desk.mouse.move(to["x"] + 8, to["y"] - 30, steps=12)
    desk.mouse.up()
    desk.keyboard.press("Control+s")
    expect(desk.get_by_role("status").first).to_contain_text("The front is arranged")
    assert Archive().placed("home") == (two.archive_id, one.archive_id)


def test_statements_are_confirmed_mended_and_added(desk: Page) -> None:
    """Who said what: seen as it is written, decided by letters, added from a selection."""
    begun(desk, "b")
    write(desk.locator("#id_title"), "Pier reopens")
    said = "The pier is safe, Mayor Ada Brink said on Monday, the Coast Courier reported. "
    write(editor_of(desk, "words"), said + "Nobody knows for how long.")
    saved(desk)
    until(lambda: "how long" in text_of(desk))  # not a first part of it alone
    toggle = desk.locator("[data-side-panel-toggle='sources']")
    if toggle.get_attribute("aria-expanded") != "true":
        press(toggle)
    statement = desk.locator("[data-nd-item]")
    expect(statement).to_have_count(1)
    expect(statement.locator(".nd-chip")).to_contain_text(["Ada Brink", "Coast Courier"])

    press(statement, "m")
    form = desk.get_by_role("dialog")
    expect(form.locator("[name='chain-0-name']")).to_be_focused()
    write(form.locator("[name='chain-0-title']"), "X")
    press(form.get_by_role("button", name="Take out").last)
    desk.keyboard.press("Tab")
    press(form.get_by_role("button", name="Confirm"))
    expect(form).to_be_hidden()
    expect(statement).to_have_class(re.compile("nd-said--confirmed"))
    expect(statement.locator(".nd-chip")).to_contain_text(["Ada Brink"])
    expect(statement).to_be_focused()

    editor_of(desk, "words").focus()
    desk.keyboard.press("Control+End")
    for _ in range(3):
        desk.keyboard.press("Control+Shift+ArrowLeft")
    desk.keyboard.press("Control+Alt+a")
    expect(form.get_by_role("blockquote")).to_contain_text("how long")
    write(form.locator("[name='chain-0-name']"), "A harbour pilot")
    form.locator("[name='chain-0-kind']").select_option("anonymous")
    write(form.locator("[name='chain-0-reason']"), "He may not speak for the port.")
    desk.keyboard.press("Enter")
    expect(statement).to_have_count(2)

    press(statement.last, "ArrowUp")
    expect(statement.first).to_be_focused()
    desk.keyboard.press("x")
    expect(statement.first).to_have_class(re.compile("nd-said--proposed"))
