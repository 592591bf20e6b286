"""Takes the pictures of docs/: starts the example newsroom in a folder of its own, looks at it, stops it.

    .venv/bin/python tools/shots.py            # all of them
    .venv/bin/python tools/shots.py front desk-front
    .venv/bin/python tools/shots.py --site http://127.0.0.1:8000   # of an example that runs already

Debian's chromium is driven by Playwright (https://playwright.dev/python/docs/api/class-page). A picture is written as
PNG with a palette, which is a fifth of its size and looks the same.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from newsdesk.commands.demo import EDITOR, PASSWORD

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 240.0
"""Seconds until the newsroom must have started, and again until its pictures must have been made."""
HEAVIEST = 250_000
"""Bytes of a picture; with more it loses colours until it fits."""
COLOURS = (256, 160, 96, 64)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: ``see`` brings a page to what is to be shown; sizes in CSS pixels."""

    name: str
    see: Callable[[Page, str], None]
    width: int = 1360
    height: int = 900
    scale: float = 1.0
    dark: bool = False
    desk: bool = False


def main() -> int:
    """The exit status; 1 where one of the pictures could not be taken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(shot.name for shot in SHOTS))
    parser.add_argument("--site", default="")
    given = parser.parse_args()
    PICTURES.mkdir(exist_ok=True)
    shots = [shot for shot in SHOTS if not given.names or shot.name in given.names]
    with nullcontext(given.site) if given.site else newsroom() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        editor = _signed_in(browser, site) if any(shot.desk for shot in shots) else None
        failed = [shot.name for shot in shots if not _takes(browser, site, shot, editor)]
        browser.close()
    print(f"failed: {', '.join(failed)}" if failed else f"{len(shots)} pictures in {PICTURES.relative_to(ROOT)}")
    return 1 if failed else 0


@contextmanager
def newsroom() -> Iterator[str]:
    """The address of the example newsroom, its photographs made; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="newsdesk-shots-") as folder:
        port = _free_port()
        command = [sys.executable, "-m", "newsdesk", "demo", "--port", str(port)]
        environment = {**os.environ, "NEWSDESK_DATA": folder, "PYTHONPATH": str(ROOT / "src")}
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
        try:
            site = f"http://127.0.0.1:{port}"
            _wait(lambda: _answers(f"{site}/healthz"), "the newsroom to start")
            _wait(lambda: 'type="image/avif"' in _text(f"{site}/"), "the front's photographs")
            time.sleep(20)  # the others'
            yield site
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def _takes(browser: Browser, site: str, shot: Shot, editor: StorageState | None) -> bool:
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        device_scale_factor=shot.scale,
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
        locale="en-GB",
        storage_state=editor if shot.desk else None,
    )
    try:
        page = context.new_page()
        shot.see(page, site)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        _keep(page.screenshot(), PICTURES / f"{shot.name}.png")
    except Exception as error:  # noqa: BLE001 - one picture less is no reason to take none
        print(f"{shot.name}: {str(error).splitlines()[0]}", file=sys.stderr)
        return False
    finally:
        context.close()
    return True


def _keep(data: bytes, file: Path) -> None:
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    for colours in COLOURS:
        out = io.BytesIO()
        dither = Image.Dither.FLOYDSTEINBERG if colours > 96 else Image.Dither.NONE
        picture.quantize(colours, Image.Quantize.MEDIANCUT, dither=dither).save(out, "PNG", optimize=True)
        if out.tell() <= HEAVIEST:
            break
    file.write_bytes(out.getvalue())
    print(f"{file.name}: {out.tell() / 1000:.0f} kB, {colours} colours")


# What is looked at


def _front(page: Page, site: str) -> None:
    page.goto(f"{site}/")


def _article(page: Page, site: str) -> None:
    """What leads the front: a story with a photograph."""
    page.goto(f"{site}/")
    page.goto(site + str(page.locator("article.top h2 a").get_attribute("href")))


def _monitoring(page: Page, site: str) -> None:
    page.goto(f"{site}/desk/")


def _articles(page: Page, site: str) -> None:
    page.goto(f"{site}/desk/articles/")


def _editor(page: Page, site: str) -> None:
    """The article that leads the front, in the editor."""
    page.goto(f"{site}/")
    headline = page.locator("article.top h2 a").inner_text()
    page.goto(f"{site}/desk/articles/")
    page.get_by_role("link", name=headline).first.click()
    page.wait_for_load_state("networkidle")


def _sources(page: Page, site: str) -> None:
    """Who said what, beside the article that leads the front; its second statement is shown in the text."""
    _editor(page, site)
    page.locator(".public-DraftEditor-content").first.wait_for()
    page.get_by_role("button", name="Toggle sources").click()
    page.wait_for_timeout(1000)  # the panel slides in
    page.locator("[data-nd-item] [data-nd-show]").nth(1).click()
    page.wait_for_timeout(1000)


def _how_we_know(page: Page, site: str) -> None:
    """The end of the same article, as readers see it."""
    _article(page, site)
    page.locator("#sources").scroll_into_view_if_needed()
    page.locator("#how").evaluate("it => it.scrollIntoView()")


def _problems(page: Page, site: str) -> None:
    """A draft that is not yet fit to print, with what is to be mended beside it."""
    page.goto(f"{site}/desk/articles/")
    page.get_by_role("link", name="New article").first.click()
    page.wait_for_load_state("networkidle")  # its scripts hear every key
    page.locator("[name=title]").press_sequentially("Council puts off its vote on the ferry")
    page.locator("[name=standfirst]").press_sequentially("The harbour committee wants a second opinion first.")
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url("**/edit/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Toggle problems").click()
    page.wait_for_timeout(1000)


def _brief(page: Page, site: str) -> None:
    page.goto(f"{site}/desk/articles/")
    page.get_by_role("link", name="New brief").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("[name=title]").fill("Ferry to Corvela runs again from Thursday")


def _desk_front(page: Page, site: str) -> None:
    page.goto(f"{site}/desk/front/")


def _photograph(page: Page, site: str) -> None:
    page.goto(f"{site}/desk/images/?q=dam")
    page.locator("main a[href*='/desk/images/']").filter(has=page.locator("img")).first.click()


SHOTS = (
    Shot("front", _front, height=1000),
    Shot("front-dark", _front, dark=True),
    Shot("front-phone", _front, 390, 844, 2),
    Shot("article", _article, height=1000),
    Shot("article-phone", _article, 390, 844, 2),
    Shot("how-we-know", _how_we_know, height=760),
    Shot("desk-monitoring", _monitoring, desk=True),
    Shot("desk-articles", _articles, desk=True),
    Shot("desk-editor", _editor, desk=True),
    Shot("desk-sources", _sources, desk=True),
    Shot("desk-problems", _problems, desk=True),
    Shot("desk-brief", _brief, height=760, desk=True),
    Shot("desk-front", _desk_front, desk=True),
    Shot("desk-photograph", _photograph, height=1000, desk=True),
)


def _signed_in(browser: Browser, site: str) -> StorageState:
    """The cookies of the example's editor."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/desk/login/")
    page.locator("input[name=username]").fill(EDITOR)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(f"{site}/desk/")
    state = context.storage_state()
    context.close()
    return state


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def _wait(ready: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError(f"waited {PATIENCE:.0f} s for {what}")
        time.sleep(1)


def _answers(url: str) -> bool:
    with suppress(OSError):
        return bool(_text(url))
    return False


def _text(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own, on loopback
        return str(answer.read().decode())


if __name__ == "__main__":
    sys.exit(main())
