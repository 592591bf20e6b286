"""What readers get, judged: one sheet of every kind, by its bytes, by the Nu checker, by axe and HTML_CodeSniffer in
light and dark, and the front and an article by Lighthouse on a slow phone.

Prints Markdown, and ends with status 1 where something misses what design asks for.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from urllib.request import urlopen

import feedparser

from benchmarks import ground, pages_budgets, pages_site, pages_tools
from benchmarks.pages_kinds import Found, Sheet, find

LEAST = 99
LIGHTHOUSE = ("home", "article with picture")
SLOWEST, MOST_SHIFT = 1500.0, 0.01
"""Largest contentful paint in ms, and cumulative layout shift, on Lighthouse's slow 4G."""
Misses = dict[str, list[str]]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks pages", description=__doc__)
    parser.add_argument("--site", default="", help="a site that runs already; otherwise the example is started")
    parser.add_argument(
        "--runs", type=int, default=3, help="how many runs of Lighthouse the medians are of; 0 for none"
    )
    options = parser.parse_args(arguments)
    if missing := pages_tools.missing():
        print(f"needs {', '.join(missing)}: apt-get install npm default-jre-headless chromium")
        return 2
    pages_tools.install()
    with nullcontext((options.site, {})) if options.site else pages_site.example() as (site, known):
        return _judge(site, find(site, known), options.runs)


def _judge(site: str, found: Found, runs: int) -> int:
    misses: Misses = defaultdict(list)
    print(f"\n{ground.machine()}; load {os.getloadavg()[0]:.1f} at the start\n")
    rows = _budgets(site, found.sheets, misses)
    marks = {"Nu": _nu(site, found.sheets), **_access(site, found.sheets)}
    _table(found.sheets, rows, marks)
    for name, issues in marks.items():
        for path, said in issues.items():
            misses[path] += [f"{name}: {one}" for one in said]
    _feeds(site, found.feeds, misses)
    if runs:
        _lighthouse(site, [sheet for sheet in found.sheets if sheet.kind in LIGHTHOUSE], runs, misses)
    return _tell(found, misses)


def _budgets(site: str, sheets: Iterable[Sheet], misses: Misses) -> dict[str, pages_budgets.Load]:
    """Each page as a phone gets it; parts are in the pages they are put into."""
    with pages_budgets.browser() as browser:
        loads = {sheet.path: pages_budgets.load(browser, site, sheet.path) for sheet in sheets if not sheet.part}
    for path, load in loads.items():
        misses[path] += load.misses()
    return loads


def _nu(site: str, sheets: Iterable[Sheet]) -> dict[str, list[str]]:
    """Every page and the style sheets they name."""
    with tempfile.TemporaryDirectory(prefix="newsdesk-benchmark-") as folder:
        files = {}
        for number, sheet in enumerate(sheets):
            files[sheet.path] = Path(folder, f"{number}.html")
            files[sheet.path].write_text(sheet.html)
        for path in pages_budgets.styles(sheets):
            files[path] = Path(folder, Path(path).name)
            files[path].write_bytes(urlopen(site + path, timeout=20).read())  # noqa: S310
        return pages_tools.nu(files)


def _access(site: str, sheets: Sequence[Sheet]) -> dict[str, dict[str, list[str]]]:
    """What pa11y says, by colour scheme and path."""
    said: dict[str, dict[str, list[str]]] = {"light": {}, "dark": {}}
    for address, scheme, found in pages_tools.access([site + sheet.path for sheet in sheets]):
        said[scheme][address.removeprefix(site)] = found
    return said


def _table(
    sheets: Iterable[Sheet], loads: dict[str, pages_budgets.Load], marks: dict[str, dict[str, list[str]]]
) -> None:
    names = [*pages_budgets.BUDGETS]
    print(f"| sheet | status | {' | '.join(names)} | {' | '.join(marks)} |")
    print(f"|---|---|{'--:|' * (len(names) + len(marks))}")
    for sheet in sheets:
        sizes = loads[sheet.path].sizes if sheet.path in loads else {}
        cells = [f"{sizes[name]:,}" if name in sizes else "–" for name in names]
        cells += [str(len(found.get(sheet.path, ()))) for found in marks.values()]
        print(f"| {sheet.kind} | {sheet.status} | {' | '.join(cells)} |", flush=True)


def _feeds(site: str, feeds: Sequence[str], misses: Misses) -> None:
    for feed in feeds:
        with urlopen(site + feed, timeout=20) as got:  # noqa: S310
            parsed = feedparser.parse(got.read(), response_headers={"content-type": got.headers["Content-Type"]})
        if parsed.bozo or not parsed.entries:
            misses[feed].append(f"feed: {parsed.get('bozo_exception', 'no entries')}")
    print(f"\n{len(feeds)} feeds read\n")


def _lighthouse(site: str, sheets: Sequence[Sheet], runs: int, misses: Misses) -> None:
    print(f"| Lighthouse, median of {runs} | {' | '.join(pages_tools.CATEGORIES)} | LCP ms | CLS | load |")
    print(f"|---|{'--:|' * (len(pages_tools.CATEGORIES) + 3)}")
    for sheet in sheets:
        done = [pages_tools.lighthouse(site + sheet.path) for _ in range(runs)]
        median = {name: statistics.median(one[name] for one in done) for name in done[0]}
        scores = {name: median[name] for name in pages_tools.CATEGORIES}
        cells = [f"{score:.0f}" for score in scores.values()]
        cells += [f"{median['LCP']:.0f}", f"{median['CLS']:.4f}", f"{os.getloadavg()[0]:.1f}"]
        print(f"| {sheet.kind} | {' | '.join(cells)} |", flush=True)
        misses[sheet.path] += [f"Lighthouse: {name} {score:.0f}" for name, score in scores.items() if score < LEAST]
        if median["LCP"] > SLOWEST or median["CLS"] > MOST_SHIFT:
            misses[sheet.path].append(f"Lighthouse: LCP {median['LCP']:.0f} ms, CLS {median['CLS']:.4f}")


def _tell(found: Found, misses: Misses) -> int:
    if found.missing:
        print(f"\nnot on this site: {', '.join(found.missing)}")
    wrong = [f"- {path}: {one}" for path, said in misses.items() for one in said]
    print("\n" + ("\n".join(wrong) if wrong else "Nothing misses."))
    return 1 if wrong else 0
