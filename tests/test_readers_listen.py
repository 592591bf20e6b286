"""A reader's day with headphones on: a clip made of a real article, played in a browser by keyboard and by mouse."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from newsdesk.archive import record
from newsdesk.archive.tests.makers import article_id, edition
from newsdesk.article.body import BulletList, Heading, Paragraph, Run
from newsdesk.audio import job
from newsdesk.press import run as runs
from newsdesk.press.tests.serve_running import Running, running
from tests.test_desk_is_worked_by_keyboard import FLAGS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MARKED = "[...(CSS.highlights.get('read') ?? [])].map(String).join()"
WORDS = ("The ferry was late on Monday.", "Nobody knows why it was late.", "It sails again at noon.")
LONG = " ".join(f"Sentence number {number} of the harbour master is read." for number in range(20))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in this thread
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*FLAGS, "--mute-audio"])
        yield opened
        opened.close()


@pytest.fixture
def paper(transactional_db: None, settings: Any, tmp_path: Path) -> Iterator[Running]:
    """Three articles, read aloud and printed: the newest is short, the second long."""
    settings.NEWSDESK_DATA, settings.NEWSDESK_SHELF = tmp_path, tmp_path / "shelf"
    bodies = ((Paragraph((Run("The end."),)),), (Paragraph((Run(LONG),)),), _body())
    for number, body in enumerate(bodies, start=1):
        record.add(edition(number, body=body, standfirst=f"What story {number} is about."))
        job.make_one(article_id(number))
    runs.run(runs.Press.open())
    with running(tmp_path) as site:
        yield site


def _body() -> tuple[Any, ...]:
    said = tuple(Paragraph((Run(words),)) for words in WORDS)
    items = ((Run("Buses run instead."),), (Run("They are free."),))
    return (*said[:2], Heading("What is next"), BulletList(items), said[2])


@pytest.fixture
def reader(browser: Browser, paper: Running) -> Iterator[Page]:
    context = browser.new_context(base_url=f"http://127.0.0.1:{paper.port}", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def asked(page: Page) -> list[str]:
    """What the page asks for that belongs to listening, from now on."""
    found: list[str] = []

    def note(request: Request) -> None:
        if "/audio/" in request.url or "player" in request.url:
            found.append(request.url)

    page.on("request", note)
    return found


def now(page: Page, number: int = 0) -> float:
    return float(page.evaluate(f"document.querySelectorAll('audio')[{number}].currentTime"))


def until(page: Page, true: str) -> None:
    """Half a minute for something to come true; Playwright's own wait needs an eval that the page's policy forbids."""
    for _ in range(600):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"it did not come about: {true}")


def open_article(page: Page, number: int) -> None:
    page.goto(f"/2026/03/01/story-{number}/")
    page.wait_for_load_state("networkidle")


def test_nothing_is_loaded_until_listen_is_pressed(reader: Page) -> None:
    requests = asked(reader)
    open_article(reader, 3)
    assert requests == []
    reader.locator(".listen").press("Enter")
    expect(reader.locator(".controls").get_by_role("button", name="Pause")).to_be_focused()
    until(reader, "document.querySelector('audio').currentTime > 0.3")
    assert any(url.endswith(".mp4") for url in requests) and any(url.endswith(".json") for url in requests)


def test_every_sentence_of_the_text_is_marked_and_leads_to_its_sound(reader: Page) -> None:
    open_article(reader, 3)
    reader.locator(".listen").press("Enter")
    reader.locator(".controls").get_by_role("button", name="Pause").press("Space")
    until(reader, "CSS.highlights.has('read')")  # from then on a click is heard
    for words in (*WORDS, "What is next", "Buses run instead.", "They are free.", "What story 3 is about."):
        reader.get_by_text(words, exact=True).click(position={"x": 4, "y": 8})
        until(reader, f"{MARKED} === {json.dumps(words)}")


def test_controls_answer_to_the_keyboard(reader: Page) -> None:
    open_article(reader, 2)
    reader.locator(".listen").press("Enter")
    until(reader, "document.querySelector('audio').duration > 40")
    reader.locator(".controls").get_by_role("button", name="Pause").press("Space")
    expect(reader.locator(".controls").get_by_role("button", name="Play")).to_be_focused()
    start = now(reader)
    reader.get_by_role("button", name="Forward 15 seconds").press("Enter")
    assert now(reader) == pytest.approx(start + 15, abs=0.5)
    reader.get_by_role("button", name="Back 15 seconds").press("Enter")
    position = reader.get_by_role("slider", name="Position")
    position.press("End")
    until(reader, "document.querySelector('audio').currentTime > document.querySelector('audio').duration - 1")
    position.press("Home")
    position.press("ArrowRight")
    assert 0 < now(reader) < 5
    assert str(position.get_attribute("aria-valuetext")).startswith("0:0")
    reader.get_by_role("combobox", name="Speed").select_option("1.5")
    assert reader.evaluate("document.querySelector('audio').playbackRate") == 1.5
    assert reader.evaluate("navigator.mediaSession.metadata.title") == "Story 2"


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_to_press_is_large_enough_for_a_finger(reader: Page, width: int) -> None:
    """https://www.w3.org/TR/WCAG22/#target-size-minimum"""
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto("/2026/03/01/story-3/")
    reader.locator(".listen").click()
    expect(reader.locator(".controls")).to_be_visible()
    sizes = reader.locator(".controls :is(button, input, select), .voice a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert len(sizes) == 6 and min(sizes) >= 24
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_place_and_pace_are_remembered_but_never_the_end(reader: Page) -> None:
    open_article(reader, 2)
    reader.locator(".listen").press("Enter")
    until(reader, "document.querySelector('audio').duration > 40")
    reader.get_by_role("combobox", name="Speed").select_option("1.25")
    reader.get_by_role("button", name="Forward 15 seconds").press("Enter")
    reader.locator(".controls").get_by_role("button", name="Pause").press("Space")
    reader.reload()
    reader.locator(".listen").press("Enter")
    until(reader, "document.querySelector('audio').currentTime >= 14")
    assert reader.evaluate("document.querySelector('audio').playbackRate") == 1.25
    reader.get_by_role("slider", name="Position").press("End")
    until(reader, "document.querySelector('audio').paused")
    reader.reload()
    reader.locator(".listen").press("Enter")
    until(reader, "document.querySelector('audio').currentTime > 0.2")
    assert now(reader) < 10


def test_queue_plays_on_and_never_two_at_once(reader: Page) -> None:
    reader.goto("/listen/")
    reader.locator("news-player .listen").first.press("Enter")
    until(reader, "document.querySelector('audio').duration > 1")
    reader.get_by_role("slider", name="Position").first.press("End")
    until(reader, "document.querySelectorAll('audio')[1].currentTime > 0.2")
    playing = "[...document.querySelectorAll('audio')].filter(one => !one.paused).length"
    assert reader.evaluate(playing) == 1
    reader.locator("news-player .listen").last.press("Enter")
    until(reader, "document.querySelectorAll('audio')[2].currentTime > 0.1")
    assert reader.evaluate(playing) == 1


def test_clip_that_is_gone_says_so(reader: Page) -> None:
    open_article(reader, 3)
    reader.route("**/audio/*", lambda route: route.fulfill(status=410))
    reader.locator(".listen").press("Enter")
    expect(reader.locator(".controls").get_by_role("status")).to_have_text("This cannot be played just now.")


def test_without_scripts_there_is_the_browsers_own_player(browser: Browser, paper: Running) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{paper.port}", java_script_enabled=False)
    page = context.new_page()
    open_article(page, 3)
    expect(page.locator("audio")).to_be_visible()
    expect(page.locator(".listen")).to_be_hidden()
    expect(page.get_by_role("link", name="Download")).to_have_attribute(
        "href", page.locator("source").last.get_attribute("src") or ""
    )
    context.close()
