"""The worker: every job of the newsroom in one loop, woken by the bell or by the clock.

A job is a query for unfinished work and a function that finishes one item of it. Each is safe to run twice and
catches up after downtime, because what there is to do stands in rows.
"""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

from newsdesk import bell, confined
from newsdesk.archive import record
from newsdesk.archive.reader import Archive
from newsdesk.audio import composing, leftovers, offer
from newsdesk.audio import job as audio
from newsdesk.desk import reconcile, schedule
from newsdesk.newsletter.asking import leaves_spooled, still_wanted, sweeping, taking_up
from newsdesk.newsletter.counting import taking_in
from newsdesk.newsletter.making import by_rule
from newsdesk.newsletter.notices import mailbox
from newsdesk.newsletter.posting import changed
from newsdesk.newsletter.posting.office import Office
from newsdesk.pictures import job as pictures
from newsdesk.press import room
from newsdesk.press.lock import PressBusy
from newsdesk.press.purge import job as purges
from newsdesk.press.run import Press, has_work, run
from newsdesk.sources import merging

logger = logging.getLogger(__name__)

AT_ONCE = 20
"""Items of one job before the others have their turn."""
BLOCKS = 8
"""Blocks of the press before the others have their turn: about a second, so that a full bake delays no due time."""
IDLE = 1.0
"""Seconds until the worker looks by itself when nothing rings."""
SWEEP = timedelta(minutes=10)
LOOK_FOR_LOST = timedelta(hours=1)
LOOK_FOR_BOUNCES = timedelta(minutes=1)
LOOK_BACK = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Job:
    """``due(limit)`` names unfinished items, ``do_one`` finishes one and may be called twice with the same; ``close``
    is called when the worker ends.
    """

    name: str
    due: Callable[[int], Sequence[Any]]
    do_one: Callable[[Any], object]
    close: Callable[[], object] = lambda: None


@dataclass(slots=True)
class Presses:
    """The press as a job: its one item is a turn at it."""

    press: Press = field(default_factory=Press.open)

    def due(self, limit: int) -> Sequence[str]:
        return ["turn"] if has_work() else []

    def do_one(self, turn: str) -> None:
        try:
            run(self.press, blocks=BLOCKS)
        except PressBusy:
            logger.info("another process is at the press")
            time.sleep(IDLE)
        except room.NoRoom as full:
            logger.error("%s", full)
            time.sleep(IDLE)


@dataclass(slots=True)
class Regularly:
    """Something done at the start, and again after each pause."""

    pause: timedelta
    act: Callable[[], object]
    next_at: float = 0.0

    def due(self, limit: int) -> Sequence[str]:
        return ["now"] if time.monotonic() >= self.next_at else []

    def do_one(self, now: str) -> None:
        self.next_at = time.monotonic() + self.pause.total_seconds()
        self.act()


def _reconcile() -> None:
    mended = reconcile.sweep()
    if mended.added or mended.withdrawn:
        logger.warning("reconciled: %d added, %d withdrawn", len(mended.added), len(mended.withdrawn))


def _look_for_lost() -> None:
    if lost := pictures.look_for_lost():
        logger.warning("the files of %d photographs are gone from the shelf, and are made again", lost)


def _look_for_lost_clips() -> None:
    if lost := audio.look_for_lost():
        logger.warning("the files of %d clips are gone from the shelf, and are made again", lost)


def _new_hour(limit: int) -> Sequence[Any]:
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    return [hour] if Archive().hour() != hour else []


def light_jobs() -> list[Job]:
    """What readers wait for: due times, the press and what a CDN keeps of it, the hour, leaving a letter."""
    presses, sweeps = Presses(), Regularly(SWEEP, _reconcile)
    return [
        Job("hour", _new_hour, record.tick),
        Job("schedule", schedule.due, schedule.do_one),
        Job("press", presses.due, presses.do_one),
        Job("purge", purges.due, purges.send),
        Job("reconcile", sweeps.due, sweeps.do_one),
        Job("leaving", leaves_spooled.due, leaves_spooled.take_in),
    ]


def heavy_jobs() -> list[Job]:
    """What takes long and may wait: mail, pictures; editions that name a source which became another; letters, and
    what comes back of them; clips.
    """
    looks, listens = Regularly(LOOK_FOR_LOST, _look_for_lost), Regularly(LOOK_FOR_LOST, _look_for_lost_clips)
    bounces, office = Regularly(LOOK_FOR_BOUNCES, mailbox.look), Office(busy=has_work)
    looks_back, tidies = Regularly(LOOK_BACK, changed.look_back), Regularly(LOOK_FOR_LOST, leftovers.sweep)
    forgets, asks = Regularly(SWEEP, sweeping.sweep), Regularly(SWEEP, still_wanted.sweep)
    return [
        Job("lost pictures", looks.due, looks.do_one),
        Job("pictures", pictures.due, pictures.make_one),
        Job("asking", taking_up.due, taking_up.do_one),
        Job("kept too long", forgets.due, forgets.do_one),
        Job("still wanted", asks.due, asks.do_one),
        Job("merging", merging.due, merging.finish),
        Job("rules of letters", by_rule.due, by_rule.make),
        Job("letters", office.due, office.turn, office.close),
        Job("lost clips", listens.due, listens.do_one),
        Job("unoffered", audio.unoffered, offer.forsake),
        Job("left behind", tidies.due, tidies.do_one),
        Job("the day's news", composing.due, composing.compose),
        Job("audio", audio.due, audio.make_one),
        Job("sent and changed", looks_back.due, looks_back.do_one),
        Job("bounces", bounces.due, bounces.do_one),
        Job("visits", taking_in.due, taking_in.take_in),
    ]


def work(heavy: bool = False, once: bool = False) -> int:
    """Works until told to stop (SIGTERM, SIGINT), or with ``once`` until nothing is left to do; returns the exit
    status.
    """
    stop = _Stop()
    jobs = heavy_jobs() if heavy else light_jobs()
    ear = bell.Listener("heavy" if heavy else "light")
    beat = Path(settings.NEWSDESK_DATA) / "run" / ("heavy.beat" if heavy else "worker.beat")
    try:
        with confined.unhurried() if heavy else nullcontext():
            while not stop.asked:
                beat.touch()
                busy = sum(_turn(job, stop) for job in jobs)
                if once and not busy:
                    break
                if not busy:
                    close_old_connections()
                    ear.wait(IDLE)
    finally:
        for job in jobs:
            _safely(job, job.close)
        ear.close()
    return 0


def _turn(job: Job, stop: _Stop) -> int:
    """Up to ``AT_ONCE`` items of a job; how many were finished. One that fails is told and does not stop the others."""
    done = 0
    for item in _safely(job, lambda: job.due(AT_ONCE)) or ():
        if stop.asked:
            break
        _safely(job, lambda item=item: job.do_one(item))  # type: ignore[misc]
        done += 1
    return done


def _safely(job: Job, act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Exception:  # the loop outlives what a single job meets, also a database that is away
        logger.exception("the job %s failed", job.name)
        close_old_connections()
        time.sleep(IDLE)
        return None


class _Stop:
    """Asked to stop: the item at hand is finished, no other begun."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)

    def _ask(self, number: int, frame: object) -> None:
        self.asked = True
