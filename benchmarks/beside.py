"""What heavy work costs the others: a publication through the press and the editor's form, alone and beside it.

The heavy worker, at the priority it has in a newsroom, reads waiting articles aloud, posts a run of letters to a sink,
or does both. The sink has the lowest priority: a newsroom's mail server stands elsewhere.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from benchmarks import ground
from benchmarks.audio import article
from benchmarks.letters_run import sink, waiting
from benchmarks.workers import worker

WORK = ("audio", "letters", "both")
SETTLE = 8.0
"""Seconds in which a worker has begun."""
BREATH = 0.2
"""Seconds between two acts."""

Acts = dict[str, Callable[[], Any]]
Took = dict[str, list[float]]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks beside", description=__doc__)
    parser.add_argument("--work", choices=WORK, nargs="+", default=WORK)
    parser.add_argument("--articles", type=int, default=1000, help="how many wait to be read aloud")
    parser.add_argument("--messages", type=int, default=50_000, help="how many letters wait to be posted")
    parser.add_argument("--times", type=int, default=60, help="how often each act is measured, alone and beside it")
    parser.add_argument("--rounds", type=int, default=4, help="in how many turns")
    options = parser.parse_args(arguments)
    print(f"{ground.machine()}; load before: {os.getloadavg()[0]:.1f}")
    port, child = sink(max(os.sched_getaffinity(0)))
    os.setpriority(os.PRIO_PROCESS, child, 19)
    try:
        with ground.newsroom(NEWSDESK_EMAIL_URL=f"smtp://127.0.0.1:{port}", NEWSDESK_MAIL_PACE="0"):
            _measure(options.work, _acts(options.articles), options.times, options.rounds, options.messages)
    finally:
        os.kill(child, 15)
        os.waitpid(child, 0)
    print(f"load after: {os.getloadavg()[0]:.1f}")
    return 0


def _measure(works: Sequence[str], acts: Acts, times: int, rounds: int, messages: int) -> None:
    from newsdesk.archive.models import CardRow
    from newsdesk.audio.models import AudioRules, Made

    AudioRules.objects.create(old_a_day=1_000_000, today_at=None)
    CardRow.objects.update(awaits_clip=True)
    for number, work in enumerate(works):
        AudioRules.objects.update(on=work != "letters")
        issue = waiting(messages, f"morning-{number}") if work != "audio" else None
        read, (alone, beside) = Made.objects.count(), _in_turns(acts, times, rounds)
        sent = issue.deliveries.filter(state="sent").count() if issue else 0
        print(f"{work}: {Made.objects.count() - read:,} articles read and {sent:,} letters posted meanwhile")
        for name in acts:
            slower = statistics.median(beside[name]) / statistics.median(alone[name]) - 1
            print(f"  {name}: alone {ground.spread(alone[name])}; beside: {ground.spread(beside[name])}; {slower:+.0%}")
        if issue:
            issue.delete()


def _in_turns(acts: Acts, times: int, rounds: int) -> tuple[Took, Took]:
    """Seconds of each act, alone and beside the heavy worker: many short turns, for a machine that is now quicker and
    now slower.
    """
    alone: Took = {name: [] for name in acts}
    beside: Took = {name: [] for name in acts}
    for _ in range(rounds):
        _act(acts, times // rounds, alone)
        with worker("--heavy"):
            time.sleep(SETTLE)
            _act(acts, times // rounds, beside)
    return alone, beside


def _acts(articles: int) -> Acts:
    from django.urls import reverse

    from benchmarks.desk_pages import Editor, fill_desk
    from benchmarks.paper import END, Paper, fill
    from newsdesk.archive import record
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
    numbers = iter(range(20_000, 90_000))

    def publish() -> None:
        record.add(replace(article(next(numbers), 300), section=paper.edition(1).section))
        run(press)

    return {"publication": publish, "editor's form": lambda: editor.open(address)}


def _act(acts: Acts, times: int, took: Took) -> None:
    for _ in range(times):
        for name, act in acts.items():
            started = time.monotonic()
            act()
            took[name].append(time.monotonic() - started)
            time.sleep(BREATH)
