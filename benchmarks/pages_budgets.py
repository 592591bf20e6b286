"""What a browser fetches for a page, as it comes over the wire: bytes by kind, strangers, cookies.

https://playwright.dev/python/docs/api/class-request#request-sizes
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Request, sync_playwright

from benchmarks.pages_kinds import Sheet
from benchmarks.pages_tools import CHROMIUM

KB = 1000
BUDGETS = {"document": 14 * KB, "stylesheet": 12 * KB, "script": 6 * KB, "font": 60 * KB}
"""Compressed bytes of a page before its pictures; a document's own, without the parts that come in later."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass(frozen=True, slots=True)
class Load:
    """One page as a browser got it: bytes by resource type, and what should not be there."""

    sizes: Counter[str]
    foreign: tuple[str, ...]
    cookies: int
    failed: tuple[str, ...]

    def misses(self) -> Iterator[str]:
        """What breaks a promise, in words."""
        for kind, most in BUDGETS.items():
            if self.sizes[kind] > most:
                yield f"{kind}: {self.sizes[kind]:,} bytes of {most:,}"
        yield from (f"third party: {url}" for url in self.foreign)
        yield from (f"failed: {url}" for url in self.failed)
        if self.cookies:
            yield f"{self.cookies} cookies"


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, "--disable-sync"])
        try:
            yield started
        finally:
            started.close()


def load(browser: Browser, site: str, path: str) -> Load:
    """Opens a page with an empty cache, on a phone, and waits until its parts are in."""
    context = browser.new_context(viewport={"width": 412, "height": 915})
    try:
        page = context.new_page()
        requests: list[Request] = []
        page.on("request", lambda request: requests.append(request))
        page.goto(site + path)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        return _weigh(site, page.url, requests, len(context.cookies()))
    finally:
        context.close()


def styles(sheets: Iterable[Sheet]) -> list[str]:
    """The paths of all style sheets that pages name."""
    named = (path for sheet in sheets for path in re.findall(r'<link rel="stylesheet" href="([^"]+)"', sheet.html))
    return list(dict.fromkeys(named))


def _weigh(site: str, shown: str, requests: list[Request], cookies: int) -> Load:
    sizes: Counter[str] = Counter()
    failed = []
    for request in requests:
        response = request.response()
        if response is None or (response.status >= 400 and request.url != shown):
            failed.append(request.url)
        else:
            sizes[request.resource_type] += request.sizes()["responseBodySize"]
    foreign = tuple(one.url for one in requests if not one.url.startswith((site, "data:")))
    return Load(sizes, foreign, cookies, tuple(failed))
