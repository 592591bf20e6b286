"""A person sets a second factor up without a mouse, signs out, and is let in by password and code."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from wagtail.models import Collection, Locale

from newsdesk.desk import newsroom, roles
from newsdesk.desk.tests.codes import PASSWORD, Phone
from newsdesk.desk.tests.conftest import person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
expect.set_options(timeout=30_000)  # a slow machine is no fault
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture
def page(transactional_db: None, live_server: object) -> Iterator[Page]:
    """A browser before a newsroom with an editor in it."""
    Locale.objects.get_or_create(language_code="en")  # these two come with a migration, and went with the last test
    if not Collection.get_first_root_node():
        Collection.add_root(name="Root")
    newsroom.setup()
    person("edgar", roles.EDITOR)
    with sync_playwright() as playwright:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in this thread
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        opened = browser.new_context(base_url=str(live_server)).new_page()
        yield opened
        opened.wait_for_load_state("networkidle")
        opened.goto("about:blank")
        browser.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def give_password(page: Page) -> None:
    page.goto("/desk/login/")
    expect(page.get_by_label("Username")).to_be_focused()
    page.keyboard.type("edgar")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def test_second_factor_is_set_up_by_keyboard(page: Page) -> None:
    give_password(page)
    page.wait_for_url("**/desk/")
    page.goto("/desk/account/")
    page.get_by_role("link", name="Set it up").press("Enter")
    page.get_by_role("link", name="Set it up").press("Enter")
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    phone = Phone(page.locator(".nd-secret").inner_text().replace(" ", ""))
    page.get_by_role("textbox", name="Code").focus()
    page.keyboard.type(phone.shows())
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".nd-codes li")).to_have_count(10)
    spare = page.locator(".nd-codes code").first.inner_text()

    page.context.clear_cookies(name="sessionid")
    give_password(page)
    expect(page.get_by_role("textbox", name="Code")).to_be_focused()
    page.keyboard.type("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("That code is not right, or was used already.")
    page.get_by_role("textbox", name="Code").fill(spare)
    page.keyboard.press("Enter")
    expect(page.get_by_text("9 recovery codes are left.")).to_be_visible()
    expect(page.get_by_role("heading", name="Monitoring")).to_be_visible()
