"""Writes down what servers took, a whole group by one prepared statement: the only write each letter has to itself."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.utils import timezone

from newsdesk.newsletter.models import Delivery
from newsdesk.newsletter.posting.events import Sent

WORDS = (
    "UPDATE newsletter_delivery SET state = %s, code = %s, reply = %s, known_as = %s, sent_at = %s, lease = NULL"
    " WHERE id = %s AND owner = %s AND state IN (%s, %s)"
)
TO, FROM = Delivery.State.SENT.value, (Delivery.State.HANDING.value, Delivery.State.UNKNOWN.value)
"""From unknown too: another worker's patience may have ended before the server's."""


def note(events: Sequence[Sent], me: str) -> None:
    """Those that this worker handed over are sent, with the server's own words for each."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    rows = [(TO, each.code, each.reply, each.known_as[:200], now, each.taken.id, me, *FROM) for each in events]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(WORDS, rows)
