"""Publishes and prints in children that are killed at random moments; run by ``test_killed_newsroom_loses_nothing.py``.

``python killing_ground.py KILLS SEED`` in a newsroom of its own (``NEWSDESK_DATA``). Each child tells every publication
that was committed through a pipe; what was told must be there at the end. Exit 0 where it is, with every sheet whole.
"""

from __future__ import annotations

import gzip
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import brotli
from django.db import connections
from django.utils import timezone

from newsdesk.commands._newsroom import opening, ready

BEGUN = b"\n"
"""What a child says before its first turn."""


def main(kills: int, seed: int) -> int:
    opening.open_newsroom()
    ready.set_up()
    _names()
    chance, pace = random.Random(seed), _pace()
    told: list[str] = []
    for number in range(kills):
        told += _one_life(number, chance, pace)
        _every_sheet_is_whole()
    _the_rest_is_printed()
    return _nothing_is_missing(told)


def _names() -> None:
    from newsdesk.desk.contributors import Contributor
    from newsdesk.desk.sections import Section
    from newsdesk.desk.topics import Topic

    Section.objects.create(name="Harbour", slug="harbour")
    Topic.objects.create(name="Ferries", slug="ferries")
    Contributor.objects.create(name="Ines Halvard", slug="ines-halvard")


def _pace() -> float:
    """Seconds that the quickest of a few turns takes on this machine, by which lives are measured out."""
    from newsdesk.press.run import Press, run

    chance, press, took = random.Random(0), Press.open(), []
    for turn in range(4):
        started = time.monotonic()
        _publish(f"A story before, {turn}", chance)
        run(press)
        took.append(time.monotonic() - started)
    return min(took)


def _one_life(number: int, chance: random.Random, pace: float) -> list[str]:
    """Lets a child work for up to four turns and kills it; one in ten is killed while it begins. Returns the articles
    whose publication it told.
    """
    reading, writing = os.pipe()
    connections.close_all()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(number, chance.random(), lambda words: os.write(writing, words.encode() + b"\n"))
    os.close(writing)
    begins = chance.random() < 0.1
    if not begins:
        os.read(reading, len(BEGUN))
    time.sleep(chance.uniform(0, pace / 2 if begins else 4 * pace))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return [line.strip() for line in pipe if line.strip() and line.endswith("\n")]


def _child(number: int, seed: float, tell: Callable[[str], object]) -> None:
    """Says that it begins, then publishes, mends, withdraws and prints until it is killed."""
    from newsdesk.press.run import Press, run

    try:
        chance, press = random.Random(seed), Press.open()
        tell("")
        for step in range(1000):
            page = _publish(f"Story {number}-{step}", chance)
            tell(page.archive_id)
            if chance.random() < 0.3:
                page.title += ", again"
                page.save_revision().publish()
            run(press, blocks=chance.randint(1, 3))
    except BaseException:  # noqa: BLE001 - the parent is told by the status, a reader by the traceback
        sys.excepthook(*sys.exc_info())
        os._exit(3)


def _publish(headline: str, chance: random.Random):  # type: ignore[no-untyped-def]
    from newsdesk.desk.contributors import Contributor
    from newsdesk.desk.pages.article import ArticlePage
    from newsdesk.desk.pages.newsroom import month_of
    from newsdesk.desk.pages.parts import ArticleContributor, ArticleTopic
    from newsdesk.desk.sections import Section
    from newsdesk.desk.topics import Topic

    at = timezone.now() - timedelta(days=chance.randint(0, 40))
    body = '[{"type": "paragraph", "value": "<p>It happened at the harbour.</p>"}]'
    page = ArticlePage(
        title=headline, slugline=headline, section=Section.objects.get(), first_published_at=at, body=body, live=False
    )
    page.contributors = [ArticleContributor(contributor=Contributor.objects.get())]
    page.topics = [ArticleTopic(topic=Topic.objects.get())]
    month_of(at).add_child(instance=page)
    page.save_revision().publish()
    return page


def _every_sheet_is_whole() -> None:
    """No reader can be given half a sheet, whatever the moment of the kill."""
    from newsdesk.press.shelves import current

    public = current().public  # type: ignore[attr-defined]
    for file in public.rglob("*"):
        if file.suffix == ".gz":
            gzip.decompress(file.read_bytes())
        elif file.suffix == ".br":
            brotli.decompress(file.read_bytes())
        elif file.suffix == ".html" and not str(file.relative_to(public)).startswith("_/"):
            assert file.read_bytes().rstrip().endswith(b"</html>"), file


def _the_rest_is_printed() -> None:
    from newsdesk.desk import reconcile
    from newsdesk.press.run import Press, run

    mended = reconcile.sweep(contents=True)
    assert not mended.added and not mended.withdrawn, mended  # desk and archive never differ: one transaction
    tally = run(Press.open())
    assert not tally.failed


def _nothing_is_missing(told: list[str]) -> int:
    """The shelf is a full bake, byte for byte, and every publication that was told is on it."""
    from newsdesk.archive.models import Change
    from newsdesk.archive.reader import Archive
    from newsdesk.press import bake
    from newsdesk.press.draw import draw
    from newsdesk.press.framing import frame
    from newsdesk.press.models import Sheet
    from newsdesk.press.recipe import recipes
    from newsdesk.press.shelves import current
    from newsdesk.press.theme import theme

    archive, shelf, paper, known = Archive(), current(), frame(Archive()), recipes()
    lost = [article for article in told if archive.state(article) != "live"]
    assert not lost, f"lost: {lost}"
    assert not Change.objects.exists() and not Sheet.objects.filter(due__isnull=False).exists()
    expected: set[str] = set()
    for recipe, part in bake.expected():
        for wanted in part:
            drawn = draw(known[recipe], wanted, archive, paper, theme().templates)
            if drawn.printed is None:
                continue
            assert shelf.holds(wanted.path, drawn.printed), f"{wanted.path} is not what a full bake makes of it"
            expected.add(wanted.path)
    found = {path for path in shelf.paths() if not path.startswith(("/static/", "/pictures/"))}
    assert found == expected, found ^ expected
    print(f"{len(told)} publications told, {len(expected)} sheets")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
