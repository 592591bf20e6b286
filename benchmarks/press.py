"""Sheets drawn per act, the rate of a full bake and the time from a publish to the last sheet, at one size of archive.

The acts go through ``record``, the press runs in this process; ``publish`` goes through the desk's page and a worker of
its own. Every act is checked against the number of sheets it may cost.
"""

from __future__ import annotations

import argparse
import collections
import sys
import time
from dataclasses import replace
from typing import Any

from benchmarks import ground


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks press", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--acts", type=int, default=20, help="how often each act is done")
    parser.add_argument("--old", type=int, default=20, help="how many old articles are imported at the end")
    parser.add_argument("--keep", default="", help="keep the newsroom in this folder, for other benchmarks")
    options = parser.parse_args(arguments)
    print(ground.machine())
    with ground.newsroom(options.keep) as folder:
        print(f"the shelf is on {ground.filesystem(folder)}")
        bench = Bench(options.articles)
        bench.bake()
        for act in (bench.publish, bench.fix_body, bench.fix_headline, bench.unpublish):
            act(options.acts)
        bench.import_old(options.old)
    return 0 if bench.within else 1


class Bench:
    def __init__(self, articles: int) -> None:
        from benchmarks.paper import END, Paper, fill
        from newsdesk.press.run import Press

        self.paper = Paper(articles, END)
        self.within = True
        started = time.monotonic()
        fill(self.paper, say=sys.stderr.isatty())
        print(f"{articles:,} articles generated in {time.monotonic() - started:.0f} s")
        self.press = Press.open()
        self.press.keep_paths = True
        self.new: list[Any] = []

    def bake(self) -> None:
        """All sheets, by one process that draws and writes in one thread."""
        from newsdesk.press import bake
        from newsdesk.press.models import Read

        clock = ground.Clock()
        due = bake.begin()
        print(f"{due:,} sheets marked in {clock.read()[0]:.1f} s")
        clock, memory = ground.Clock(), [ground.memory()]
        tally = bake.bake(progress=lambda _: memory.append(ground.memory()))
        wall, user, system = clock.read()
        assert not tally.failed, "sheets failed to draw"
        print(
            f"full bake: {tally.drawn:,} sheets in {wall:.1f} s = {tally.drawn / wall:.0f} a second; "
            f"{user:.1f} s of processor and {system:.1f} s in the kernel = "
            f"{tally.drawn / (user + system):.0f} a second of processor; {Read.objects.count():,} reads"
        )
        quarters = " → ".join(f"{memory[(len(memory) - 1) * part // 4]:.0f}" for part in range(5))
        print(f"memory of the bake, at each quarter: {quarters} MB; at its highest {max(memory):.0f} MB")

    def publish(self, times: int) -> None:
        """At most 10 + 3 for the section and each topic + 1 for each contributor + 2 for each closed leaf."""
        from benchmarks.paper import next_articles
        from newsdesk.archive import record

        costs, seconds = [], []
        for edition in next_articles(self.paper, times):
            leaves = _leaves()
            drawn, took = self._after(lambda edition=edition: self.new.append(record.add(edition)))
            closed = _leaves() - leaves
            allowed = 10 + 3 * (1 + len(edition.topics)) + len(edition.byline) + 2 * closed
            self._judge(drawn, allowed)
            costs.append(f"{drawn}/{allowed}")
            seconds.append(took)
        self._tell("publish (sheets/allowed)", costs, seconds)

    def fix_body(self, times: int) -> None:
        """One sheet, and the three feeds of the site that carry the full text."""
        from newsdesk.archive import record

        def fix(edition: Any) -> None:
            record.add(replace(edition, body=edition.body[1:]))

        self._each("body fix", self.new[:times], fix, lambda edition: 4)

    def fix_headline(self, times: int) -> None:
        """No more than a publish."""
        from newsdesk.archive import record

        def fix(edition: Any) -> None:
            record.add(replace(edition, body=edition.body[1:], headline=edition.headline + " again"))

        self._each("headline fix", self.new[:times], fix, lambda e: 10 + 3 * (1 + len(e.topics)) + len(e.byline))

    def unpublish(self, times: int) -> None:
        from newsdesk.archive import record

        def withdraw(edition: Any) -> None:
            record.withdraw(edition.article, "unpublish")

        self._each("unpublish", self.new[:times], withdraw, lambda e: 10 + 3 * (1 + len(e.topics)) + len(e.byline))

    def import_old(self, times: int) -> None:
        """Old articles stand at their dates: the fronts are as they were."""
        from datetime import timedelta
        from uuid import UUID

        from benchmarks.paper import LARGE_TOPIC, SECTIONS
        from newsdesk.archive import record
        from newsdesk.archive.keys import Lane
        from newsdesk.archive.reader import Archive

        names = ("river", f"section-{SECTIONS[0].id}", f"topic-{LARGE_TOPIC.id}")
        fronts = {name: Archive().front(name).articles for name in names}
        old = replace(self.paper, count=self.paper.count + times, seed=11)
        started = time.monotonic()
        for number in range(times):
            edition = old.edition(self.paper.count + number)
            at = self.paper.until - timedelta(days=20, minutes=number)
            record.add(replace(edition, first_published=at, article=str(UUID(int=2**100 + number))), Lane.RENAME)
        added, told = time.monotonic() - started, self._run()
        kept = all(Archive().front(name).articles == articles for name, articles in fronts.items())
        self.within &= kept
        print(
            f"{times:,} old articles imported in {added:.0f} s, {told.drawn:,} sheets drawn: "
            f"fronts {'as they were' if kept else 'CHANGED'}"
        )

    def _each(self, name: str, editions: Any, act: Any, allowed: Any) -> None:
        costs, seconds = [], []
        for edition in editions:
            drawn, took = self._after(lambda edition=edition: act(edition))
            self._judge(drawn, allowed(edition))
            costs.append(f"{drawn}/{allowed(edition)}")
            seconds.append(took)
        self._tell(f"{name} (sheets/allowed)", costs, seconds)

    def _after(self, act: Any) -> tuple[int, float]:
        started = time.monotonic()
        act()
        tally = self._run()
        return tally.drawn, time.monotonic() - started

    def _run(self) -> Any:
        from newsdesk.press.run import run

        return run(self.press)

    def _judge(self, drawn: int, allowed: int) -> None:
        self.within &= drawn <= allowed

    def _tell(self, name: str, costs: list[str], seconds: list[float]) -> None:
        counted = ", ".join(f"{cost} ×{times}" for cost, times in sorted(collections.Counter(costs).items()))
        print(f"{name}: {counted}; act and press {ground.spread(seconds)}")


def _leaves() -> int:
    from newsdesk.archive.models import LeafRow

    return LeafRow.objects.count()
