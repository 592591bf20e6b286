"""The job of the mailbox that bounces go to: reads what is there, files it, and moves it to the folder beside."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import DatabaseError

from newsdesk import net
from newsdesk.newsletter.notices import leaving, reading
from newsdesk.newsletter.notices.filing import file

logger = logging.getLogger(__name__)

AT_ONCE = 50
MOST = 256 * 1024
"""Bytes of one mail: a report stands at its beginning, what it returns may be as long as it likes."""
READ = "Read"


def look() -> int:
    """How many mails were read. One that cannot be understood is moved as well: nobody is helped by it again."""
    if not settings.NEWSDESK_BOUNCES_URL:
        return 0
    try:
        with net.mailbox(settings.NEWSDESK_BOUNCES_URL, seconds=30) as box:
            return sum(_one(box, uid, raw) for uid, raw in list(box.letters(AT_ONCE, MOST)))
    except net.NetError as error:
        logger.warning("the mailbox of bounces: %s", error)
        return 0


def _one(box: net.Mailbox, uid: str, raw: bytes) -> int:
    try:
        told = None if leaving.taken_in(raw) else reading.read(raw)
    except DatabaseError:
        raise  # the mail stays where it is, and is read again
    except Exception as error:  # noqa: BLE001 - whatever strangers write
        logger.warning("a mail to the return address cannot be read (%s)", type(error).__name__)
        told = None
    if told:
        file(told, "mailbox")
    box.move(uid, READ)
    return 1
