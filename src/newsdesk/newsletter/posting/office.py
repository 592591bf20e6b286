"""Posts what is due, in turns: claims, feeds up to four couriers, and writes down what they ask and tell.

Couriers go on between two turns; what they ask then waits for the next one. Nothing here is lost with the process: the
rows say what is known, and the next one begins with ``claim.recover``.
"""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from secrets import token_hex

from django.conf import settings
from django.db import connection

from newsdesk.newsletter import posts
from newsdesk.newsletter.models import Issue
from newsdesk.newsletter.posting import acts, changed, claim, ledger, pauses, prepare
from newsdesk.newsletter.posting.courier import Courier
from newsdesk.newsletter.posting.courtesy import Courtesy
from newsdesk.newsletter.posting.durable import Seat, durable
from newsdesk.newsletter.posting.events import Ask, Event, Refused, Sent, Trouble
from newsdesk.newsletter.posting.folder import Folder
from newsdesk.newsletter.posting.pace import Pace
from newsdesk.newsletter.posting.rise import Rise
from newsdesk.newsletter.posting.taken import Taken
from newsdesk.newsletter.posting.warm_up import WarmUp

logger = logging.getLogger(__name__)

COURIERS = 4
SLICE = 2.0
"""Seconds of one turn, after which other jobs have theirs."""
QUIET = 0.5
"""Seconds without a word after which a turn ends early: the server is thinking."""
MOMENT = 0.005
"""Seconds that a first word waits for the others': what is written down together costs one flush of the disk."""
REST = 0.5
"""Seconds until what could not be claimed is looked for again."""
FAREWELL = 5.0
"""Seconds; the house waits ten for its workers."""


class Office:
    """``busy`` tells whether the press has something to write, for which letters wait a little."""

    def __init__(
        self,
        opened: Callable[[], posts.Post] = posts.current,
        couriers: int = COURIERS,
        busy: Callable[[], bool] = lambda: False,
    ) -> None:
        self.me = f"{socket.gethostname()[:40]}:{os.getpid()}:{token_hex(4)}"
        self.opened, self.most = opened, couriers
        self.work: SimpleQueue[Taken | None] = SimpleQueue()
        self.told: SimpleQueue[Event] = SimpleQueue()
        self.couriers: list[Courier] = []
        self.out: dict[int, Taken] = {}
        self.rises: dict[str, Rise] = {}
        self.folder = Folder()
        self.pace, self.courtesy = Pace(settings.NEWSDESK_MAIL_PACE), Courtesy(busy)
        self.seat = Seat()
        self.seated = False
        self.troubles, self.rest_until = 0, 0.0

    def due(self, limit: int) -> Sequence[str]:
        """Whether a turn would find anything to do."""
        if self.out:
            return ["turn"]
        if time.monotonic() < self.rest_until:
            return []
        work = not self.seated or changed.due(1) or prepare.due().exists() or self._waiting() or prepare.ended()
        return ["turn"] if work or self._orphans() else []

    def turn(self, turn: str = "turn") -> None:
        if not (self.seated or self._sit()):
            self.rest_until = time.monotonic() + pauses.LONGEST_REST
            return  # another process posts
        with durable():
            if connection.vendor == "postgresql":
                claim.recover(everything=False)
            while article := changed.due(1):
                changed.compare(article[0])
            prepare.begin()
            for issue in prepare.sending():
                prepare.write(issue)
            self._serve(time.monotonic() + SLICE)
            prepare.finish()
        if not self.out:  # what waits may not go yet, for its domain's sake
            self.rest_until = max(self.rest_until, time.monotonic() + REST)

    def close(self) -> None:
        """Nothing more is begun; what is in a server's hands comes to its end, within reason."""
        with durable():
            self._call_back()
            for _ in self.couriers:
                self.work.put(None)
            until = time.monotonic() + FAREWELL
            while self.out and time.monotonic() < until:
                self._end(self._heard())
        for courier in self.couriers:
            courier.join(max(0.0, until - time.monotonic()))
        self.couriers.clear()
        self.seat.leave()
        self.seated = False

    def _end(self, events: Sequence[Event]) -> None:
        for ask in (event for event in events if isinstance(event, Ask)):
            claim.give_back([ask.taken.id], self.me)
            ask.answer.put(False)
        self._write([event for event in events if not isinstance(event, Ask)])

    def _sit(self) -> bool:
        """At the start, and only then, nothing on SQLite can be anybody else's."""
        alone = connection.vendor == "sqlite"
        if alone and not self.seat.take():
            return False
        with durable():
            claim.recover(everything=alone)
        self.seated = True
        return True

    def _orphans(self) -> bool:
        """Of other workers; on SQLite there are none."""
        return connection.vendor == "postgresql" and claim.orphans().exists()

    def _waiting(self) -> bool:
        return any(claim.waiting(issue).exists() or prepare.unwritten(issue) for issue in prepare.sending())

    def _serve(self, until: float) -> None:
        while time.monotonic() < until:
            self._feed()
            events = self._heard()
            if not events:
                break
            self.courtesy.wait()
            self._write(events)

    def _feed(self) -> None:
        """Keeps enough in the couriers' hands for them never to wait for a claim."""
        if len(self.out) >= claim.BATCH or time.monotonic() < self.rest_until:
            return
        for issue in sorted(prepare.sending(), key=breaking_first):
            prepare.write(issue)
            self._take(issue)
            if len(self.out) >= claim.BATCH:
                return

    def _take(self, issue: Issue) -> None:
        rendered = self.folder.drawn(issue)
        if rendered is None:
            return
        now, warming = time.monotonic(), WarmUp()
        full = [*self.pace.full(now), *warming.full()]
        rows = claim.claim(issue, self.me, full, lambda each: self.pace.take(each, now) and warming.take(each))
        for taken in ledger.weed(list(self.folder.taken(issue, rows, rendered)), self.me):
            self.out[taken.id] = taken
            self.work.put(taken)
        while len(self.couriers) < min(self.most, len(self.out)):
            self.couriers.append(Courier(self.work, self.told, self.opened))
            self.couriers[-1].start()

    def _heard(self) -> list[Event]:
        """What couriers say; waits a little for a first word where there is somebody to say it, a moment for more, and
        no longer than until all of them ask.
        """
        events: list[Event] = []
        wait, until = QUIET if self.out else 0.001, 0.0
        with suppress(Empty):
            while sum(isinstance(event, Ask) for event in events) < self.most:
                events.append(self.told.get(timeout=wait))
                until = until or time.monotonic() + MOMENT
                wait = max(0.0, until - time.monotonic())
        return events

    def _write(self, events: Sequence[Event]) -> None:
        for ask, yes in ledger.write(events, self.me):
            ask.answer.put(yes)
        for event in events:
            self._after(event)

    def _after(self, event: Event) -> None:
        if not isinstance(event, Ask):
            self.out.pop(event.taken.id, None)
        if isinstance(event, Sent):
            self.troubles = 0
        if isinstance(event, Trouble):
            self._trouble(event)
        if isinstance(event, Sent | Refused):
            self._watch(event)

    def _watch(self, event: Sent | Refused) -> None:
        rise = self.rises.setdefault(event.taken.issue, Rise())
        if rise.note(isinstance(event, Refused)):
            del self.rises[event.taken.issue]
            acts.stop(event.taken.issue, acts.refusals_rise(event.reply))

    def _trouble(self, event: Trouble) -> None:
        """Everybody rests; a server that wants nothing of us needs a person."""
        if event.final:
            acts.stop(event.taken.issue, acts.server_refuses(f"{event.code} {event.reply}"))
        if time.monotonic() < self.rest_until:
            return
        self.troubles += 1
        self.rest_until = time.monotonic() + pauses.rest(self.troubles)
        logger.warning("the mail server is left alone for a while: %s %s", event.code, event.reply)
        self._call_back()

    def _call_back(self) -> None:
        """What no courier has begun waits in its row again."""
        ids: list[int] = []
        try:
            while taken := self.work.get_nowait():
                ids.append(taken.id)
        except Empty:
            pass
        claim.give_back(ids, self.me)
        for pk in ids:
            self.out.pop(pk, None)


def breaking_first(issue: Issue) -> tuple[bool, object]:
    return issue.letter.by != issue.letter.By.BREAKING, issue.began_at
