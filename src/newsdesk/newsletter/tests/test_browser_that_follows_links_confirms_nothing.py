"""A browser that runs scripts and follows every link of a mail confirms nothing; a reader without scripts can."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from newsdesk.newsletter.models import Subscription
from newsdesk.newsletter.tests.readers import ADDRESS, SIGN_UP, letter, outbox, worked

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in this thread
        opened = play.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield opened
        opened.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def links(live_server, settings) -> list[str]:
    settings.NEWSDESK_SITE_URL = live_server.url
    letter()
    httpx.post(f"{live_server.url}{SIGN_UP}", data={"address": ADDRESS})
    worked()
    return re.findall(r"https?://\S+/letters/\S+", outbox()[0].text)


def states() -> list[str]:
    return list(Subscription.objects.values_list("state", flat=True))


def test_scanner_that_opens_all_and_follows_all_confirms_nothing(browser, links):
    page = browser.new_page()
    assert len(links) == 2
    for link in links:
        page.goto(link)
        for further in _further(page):
            page.goto(further)
    assert states() == ["asked"] and page.context.cookies() == []
    page.close()


def test_reader_without_scripts_confirms_on_a_phone(browser, links):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(links[0])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Confirm").click()
    assert page.get_by_role("status").inner_text().startswith("Thank you")
    assert states() == ["confirmed"] and context.cookies() == []
    context.close()


def _further(page: Page) -> list[str]:
    """Every address on the page that is this site's own letters'."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
    return [address for address in found if "/letters/" in address]
