"""How fast articles are read aloud, and how soon a brief can be heard; ``beside`` has what a thousand of them cost.

``speed`` by the built-in voice: script, voice, both files, signature. ``brief``: from its publication until its page
has the player, with two workers of their own that have nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from typing import Any

from benchmarks import ground
from benchmarks.workers import worker

A_MINUTE = 165
"""Words."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks audio", description=__doc__)
    parser.add_argument("--only", choices=["speed", "brief"], nargs="+", default=["speed", "brief"])
    parser.add_argument("--minutes", type=float, nargs="+", default=[1, 3, 6])
    parser.add_argument("--times", type=int, default=5, help="how many briefs")
    options = parser.parse_args(arguments)
    print(f"{ground.machine()}; load before: {os.getloadavg()[0]:.1f}")
    with ground.newsroom():
        if "speed" in options.only:
            for minutes in options.minutes:
                speed(minutes)
        if "brief" in options.only:
            brief(options.times)
    print(f"load after: {os.getloadavg()[0]:.1f}")
    return 0


def speed(minutes: float) -> None:
    from newsdesk.audio.models import Narration
    from newsdesk.audio.narrate import narrate

    edition = article(1, round(minutes * A_MINUTE))
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
            edition = record.add(article(10_000 + number, 300))
            started = time.monotonic()
            bell.ring()
            path = Archive().permalink(edition.article) or ""
            while time.monotonic() - started < 120 and b"/audio/" not in _body(current().get(path)):
                time.sleep(0.02)
            took.append(time.monotonic() - started)
            time.sleep(3)
    print(f"a brief of 300 words can be heard on its page: {ground.spread(took)} ({times} times)")


def article(number: int, words: int) -> Any:
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


def _body(printed: Any) -> bytes:
    return printed.body if printed else b""


def _children() -> float:
    """Seconds of processor that children took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
