"""The feed rail in a real browser, under the site's own security policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from newsdesk.pages.tests.made import article, drawn, edition, paper
from newsdesk.press.serving.rules import CSP
from newsdesk.press.shelves.media import content_type
from newsdesk.press.theme import theme

CHROMIUM = Path("/usr/bin/chromium")
SITE = "http://courier.example"
HERE = "/2026/03/17/story-1/"
TEN_SECONDS = 10_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium: apt-get install chromium"),
]


class Site:
    """Answers a browser from memory: an article, its parts, the theme's files; counts what is asked of the rail."""

    def __init__(self) -> None:
        self.archive = paper(*(edition(f"a{number}") for number in range(1, 6)))
        self.polls: list[int] = []
        self.problems: list[str] = []

    def publish(self, headline: str) -> None:
        number = len(self.archive.editions) + 1
        self.archive.editions[f"a{number}"] = edition(f"a{number}", headline)

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path == "/_/rail.html":
            self._rail(route)
        elif path in theme().assets.files:
            route.fulfill(body=theme().assets.files[path], content_type=content_type(path))
        elif path in (HERE, "/"):
            headers = {"content-security-policy": CSP, "content-type": "text/html; charset=utf-8"}
            body = article(self.archive) if path == HERE else drawn(self.archive, "home", "/")
            route.fulfill(body=body, headers=headers)
        else:
            route.fulfill(status=404, body="")

    def _rail(self, route: Route) -> None:
        etag = f'"{len(self.archive.editions)}"'
        status = 304 if route.request.headers.get("if-none-match") == etag else 200
        self.polls.append(status)
        body = drawn(self.archive, "rail", "/_/rail.html") if status == 200 else ""
        route.fulfill(status=status, body=body, headers={"etag": etag, "content-type": "text/html; charset=utf-8"})


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*flags, "--disable-sync"])
        yield started
        started.close()


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """The article, open, with a clock that only the test moves and the mouse far from the rail."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.on("pageerror", lambda error: site.problems.append(str(error)))
    opened.on("console", lambda line: site.problems.append(line.text) if "Policy" in line.text else None)
    opened.route("**/*", site.answer)
    opened.clock.install()
    opened.goto(SITE + HERE)
    opened.wait_for_selector("news-rail li")
    yield opened
    opened.close()


def newest(page: Page) -> str:
    return page.locator("news-rail li a").first.inner_text()


def test_rail_comes_in_under_the_sites_own_policy(page: Page, site: Site) -> None:
    assert newest(page) == "Story 5"
    assert site.problems == []


def test_new_item_is_put_in_and_told_to_screen_readers(page: Page, site: Site) -> None:
    site.publish("Ferry line suspended")
    page.clock.run_for(TEN_SECONDS)
    expect(page.locator("news-rail li a").first).to_have_text("Ferry line suspended")
    status = page.locator("news-rail [role=status]")
    assert status.inner_text() == "New in the feed: Ferry line suspended"


def test_nothing_moves_under_a_reader_who_is_in_the_rail(page: Page, site: Site) -> None:
    third = page.locator("news-rail li").nth(2)
    third.hover()
    before = third.bounding_box()
    site.publish("Ferry line suspended")
    page.clock.run_for(TEN_SECONDS)
    button = page.get_by_role("button", name="New items: 1")
    expect(button).to_be_visible()
    after = third.bounding_box()
    assert before and after and newest(page) == "Story 5"
    assert after["y"] == before["y"]
    button.click()
    assert newest(page) == "Ferry line suspended"


def test_unchanged_rail_is_asked_for_by_its_etag(page: Page, site: Site) -> None:
    for _ in range(2):
        with page.expect_response("**/_/rail.html"):
            page.clock.run_for(TEN_SECONDS)
    assert site.polls == [200, 304, 304]


def test_front_that_came_with_its_items_leaves_the_network_to_its_picture(page: Page, site: Site) -> None:
    site.polls.clear()
    page.goto(f"{SITE}/")
    expect(page.locator("news-rail .pause")).to_be_visible()
    assert site.polls == []
    with page.expect_response("**/_/rail.html"):
        page.clock.run_for(TEN_SECONDS)
    assert site.polls == [200]


def test_paused_rail_asks_for_nothing(page: Page, site: Site) -> None:
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(10 * TEN_SECONDS)
    assert site.polls == [200]


def test_page_is_complete_without_scripts(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*", site.answer)
    page.goto(SITE + HERE)
    assert page.get_by_role("heading", level=1).inner_text() == "Story 1"
    assert page.locator('news-rail a[href="/feed/"]').is_visible()
    assert page.locator(".later").first.is_visible()
    context.close()
