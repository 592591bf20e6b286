"""One connection's worth of work, in a thread of its own: makes messages and hands them over; knows no database."""

from __future__ import annotations

import logging
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread

from newsdesk.newsletter.posting import mail
from newsdesk.newsletter.posting.events import Ask, Event, Kept, Later, Refused, Sent, Trouble, Unknown
from newsdesk.newsletter.posting.taken import Taken
from newsdesk.newsletter.posts import NotHanded, Post, PostError, PostLater, PostLost, PostRefused

logger = logging.getLogger(__name__)

IDLE = 30.0
"""Seconds without a letter after which a connection is ended politely."""


class Courier(Thread):
    """Takes what lies in ``work`` until it finds None, and tells each outcome to ``told``."""

    def __init__(self, work: SimpleQueue[Taken | None], told: SimpleQueue[Event], opened: Callable[[], Post]) -> None:
        super().__init__(name="courier", daemon=True)
        self.work, self.told, self.opened = work, told, opened
        self.answer: SimpleQueue[bool] = SimpleQueue()
        self.post: Post | None = None

    def run(self) -> None:
        while True:
            try:
                taken = self.work.get(timeout=IDLE)
            except Empty:
                self._leave()
                continue
            if taken is None:
                break
            self.told.put(self._carried(taken))
        self._leave()

    def _carried(self, taken: Taken) -> Event:
        try:
            message = mail.message(taken)
        except Exception as error:  # noqa: BLE001 - one that cannot be made must not stop the others
            logger.error("delivery %d: no message can be made of it (%s)", taken.id, type(error).__name__)
            return Refused(taken, "5.6.0", f"no message can be made of it ({type(error).__name__})")
        return self._hand(message, taken)

    def _hand(self, message: bytes, taken: Taken) -> Event:
        handing = False

        def before_body() -> bool:
            nonlocal handing
            self.told.put(Ask(taken, self.answer))
            handing = self.answer.get()
            return handing

        try:
            self.post = self.post or self.opened()
            handed = self.post.hand(message, taken.envelope, before_body=before_body)
        except NotHanded:
            return Kept(taken)
        except PostError as error:
            return outcome(taken, error, handing=handing)
        except Exception as error:  # a fault of ours: after handing, nobody knows either
            logger.exception("delivery %d: the post failed", taken.id)
            self.post = None
            lost = PostLost("", type(error).__name__)
            return outcome(taken, lost, handing=handing)
        return Sent(taken, handed.code, handed.reply, handed.known_as)

    def _leave(self) -> None:
        if self.post:
            self.post.close()
            self.post = None


def outcome(taken: Taken, error: PostError, *, handing: bool) -> Event:
    """What an error says of a delivery that was, or was not yet, being handed over."""
    if isinstance(error, PostLost) and handing:
        return Unknown(taken, error.reply)
    if error.reader and isinstance(error, PostLater):
        return Later(taken, error.code, error.reply)
    if error.reader and isinstance(error, PostRefused):
        return Refused(taken, error.code, error.reply)
    return Trouble(taken, error.code, error.reply, final=isinstance(error, PostRefused))
