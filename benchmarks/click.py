"""From the click on Publish to the last sheet written: the desk's own view, and a worker in a process of its own.

Measured at rest, and while a topic of a third of all articles is being renamed. The click is the POST of the editor's
form by Django's test client: no network, but every line of the view.
"""

from __future__ import annotations

import argparse
import time

from benchmarks import ground
from benchmarks.workers import worker


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks click", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--keep", default="", help="a folder kept by the press benchmark, with its sheets baked")
    options = parser.parse_args(arguments)
    print(ground.machine())
    with ground.newsroom(options.keep):
        _prepare(options.articles)
        with worker():
            _wait()
            print(f"{options.articles:,} articles, at rest: {ground.spread(_clicks(options.times))}")
            _rename("Renamed")
            seconds = _clicks(options.times)
            left = _left(lane=2)
            print(f"the same while a topic is renamed: {ground.spread(seconds)}; {left:,} of its sheets left")
    return 0


def _prepare(articles: int) -> None:
    from benchmarks.paper import END, Paper, fill
    from newsdesk.archive.models import CardRow
    from newsdesk.press import bake

    if not CardRow.objects.exists():
        fill(Paper(articles, END), say=False)
        bake.begin()
        bake.bake()


def _left(lane: int) -> int:
    from newsdesk.press.models import Sheet

    return Sheet.objects.filter(due__isnull=False, lane=lane).count()


def _settled() -> bool:
    """Nothing that an editor did waits."""
    from newsdesk.archive.keys import Lane
    from newsdesk.archive.models import Change
    from newsdesk.press.models import Sheet

    waiting = Change.objects.filter(lane__lte=Lane.EDITOR).exists()
    return not waiting and not Sheet.objects.filter(due__isnull=False, lane__lte=Lane.EDITOR).exists()


def _wait() -> None:
    end = time.monotonic() + 120
    while not _settled() and time.monotonic() < end:
        time.sleep(0.005)


def _rename(name: str) -> None:
    from benchmarks.paper import LARGE_TOPIC
    from newsdesk.archive import record
    from newsdesk.article.people import Subject

    record.subject(Subject(LARGE_TOPIC.id, "topic", name, "topic-0"))


def _clicks(times: int) -> list[float]:
    """Publishes so many articles, a second of rest between them; seconds each."""
    from benchmarks.desk_pages import Editor

    editor, seconds = Editor(), []
    for _ in range(times):
        page = editor.draft()
        started = time.monotonic()
        editor.publish(page)
        _wait()
        seconds.append(time.monotonic() - started)
        time.sleep(0.3)
    return seconds
