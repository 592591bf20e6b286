"""How fast articles are read aloud, how soon a brief can be heard, and what a thousand waiting articles cost the others.

``speed`` by the built-in voice: script, voice, both files, signature. ``brief``: from its publication until its page has
the player, with two workers of their own that have nothing else to do. ``queue``: a publication through the press and
the editor's form, first alone, then while the heavy worker has articles to read.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import ground

A_MINUTE = 165
"""Words."""

def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks audio", description=__doc__)
    parser.add_argument("--only", choices=["speed", "brief", "queue"], nargs="+", default=["speed", "brief", "queue"])
    parser.add_argument("--minutes", type=float, nargs="+", default=[1, 3, 6])
    parser.add_argument("--articles", type=int, default=1000, help="how many wait for the heavy worker")
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args(arguments)
    print(f"{ground.machine()}; load before: {os.getloadavg()[0]:.1f}")
    with ground.newsroom() as folder:
        if "speed" in options.only:
            for minutes in options.minutes:
                speed(minutes)
        if "brief" in options.only:
            brief(options.times // 4 or 1)
        if "queue" in options.only:
            queue(options.articles, options.times, folder)
    print(f"load after: {os.getloadavg()[0]:.1f}")
    return 0

def speed(minutes: float) -> None:
    from newsdesk.audio.models import Narration
    from newsdesk.audio.narrate import narrate

    edition = _article(1, round(minutes * A_MINUTE))
    before, clock = _children(), ground.Clock()
    with narrate(edition, Narration(article=edition.article)) as narrated:
        seconds = narrated.clip.seconds
    took, wall = _children() - before, clock.read()[0]
    print(
        f"{seconds:.0f} s of speech in {took:.1f} s of processor and {wall:.1f} s by the clock: "
        f"{seconds / took:.0f} and {seconds / wall:.0f} times real time"
    )

def brief(times: int) -> None:
    """The workers are idle each time."""
    from newsdesk import bell
    from newsdesk.archive import record
    from newsdesk.archive.reader import Archive
    from newsdesk.press.shelves import current

    took = []
    with worker(), worker("--heavy"):
        time.sleep(8)
        for number in range(times):
            edition = record.add(_article(10_000 + number, 300))
            started = time.monotonic()
            bell.ring()
            path = Archive().permalink(edition.article) or ""
            while time.monotonic() - started < 120 and b"/audio/" not in _body(current().get(path)):
                time.sleep(0.02)
            took.append(time.monotonic() - started)
            time.sleep(3)
    print(f"a brief of 300 words can be heard on its page: {ground.spread(took)} ({times} times)")

def queue(articles: int, times: int, folder: Path) -> None:
    from django.urls import reverse

    from benchmarks.desk_pages import Editor, fill_desk
    from benchmarks.paper import END, Paper, fill
    from newsdesk.archive.models import CardRow
    from newsdesk.audio.models import AudioRules, Made
    from newsdesk.desk.models import ArticlePage
    from newsdesk.press import bake
    from newsdesk.press.run import Press, run

    paper, press = Paper(articles, END), Press.open()
    fill(paper, say=False)
    fill_desk(paper)
    bake.begin()
    bake.bake()
    editor, page = Editor(), ArticlePage.objects.order_by("-worked_at").first()
    assert page
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    editor.open(address)
    numbers = iter(range(20_000, 30_000))

    def publish() -> None:
        from newsdesk.archive import record

        record.add(replace(_article(next(numbers), 300), section=paper.edition(1).section))
        run(press)

    acts: dict[str, Callable[[], Any]] = {"publication": publish, "editor's form": lambda: editor.open(address)}
    AudioRules.objects.create(old_a_day=1_000_000, today_at=None)
    CardRow.objects.update(awaits_clip=True)
    alone = {name: _measured(act, times) for name, act in acts.items()}
    with worker("--heavy"):
        time.sleep(8)
        beside = {name: _measured(act, times) for name, act in acts.items()}
    for name in acts:
        slower = statistics.median(beside[name]) / statistics.median(alone[name]) - 1
        print(f"{name}: alone {ground.spread(alone[name])}; beside: {ground.spread(beside[name])}; {slower:+.0%}")
    print(f"{Made.objects.count()} of {articles:,} articles were read meanwhile")

@contextmanager
def worker(*more: str) -> Iterator[None]:
    """A process of its own, ended afterwards; the heavy one at the priority that ``newsdesk serve`` gives it."""
    command = [sys.executable, "-m", "newsdesk", "work", *more]
    low = ["nice", "-n", "10"] if "--heavy" in more else []
    one = subprocess.Popen([*low, *command], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        one.send_signal(signal.SIGTERM)
        one.wait(120)

def _article(number: int, words: int) -> Any:
    import random

    from django.utils import timezone

    from benchmarks.paper import WORDS, article_id
    from newsdesk.article.body import Paragraph, Run
    from newsdesk.article.edition import Edition

    chance, now = random.Random(number), timezone.now()
    sentences = [" ".join(chance.choices(WORDS, k=15)).capitalize() + "." for _ in range(max(1, words // 15))]
    body = tuple(Paragraph((Run(" ".join(sentences[at : at + 3])),)) for at in range(0, len(sentences), 3))
    return Edition(
        article=article_id(number), kind="brief", language="en", slugline=f"brief-{number}", slug=f"brief-{number}",
        headline=f"The harbour, {number}", standfirst="", first_published=now, published_at=now, body=body,
    )  # fmt: skip

def _measured(act: Callable[[], Any], times: int) -> list[float]:
    took = []
    for _ in range(times):
        started = time.monotonic()
        act()
        took.append(time.monotonic() - started)
        time.sleep(0.2)
    return took

def _body(printed: Any) -> bytes:
    return printed.body if printed else b""

def _children() -> float:
    """Seconds of processor that children took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
