"""The newsroom's own subscribers as CSV, with the proof of each, for the newsroom and whoever it moves to."""

from __future__ import annotations

import csv
from typing import TextIO

from newsdesk.newsletter.models import Subscription

COLUMNS = ("letter", "address", "language", "state", "asked_at", "confirmed_at", "left_at")
_UNSAFE = ("=", "+", "-", "@", "\t")


def write(out: TextIO) -> int:
    """A line for each subscription, by letter and address; how many. What a spreadsheet would run begins with ``'``."""
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    rows = Subscription.objects.select_related("subscriber", "letter").order_by("letter__slug", "subscriber__canonical")
    count = 0
    for one in rows.iterator():
        times = (moment.isoformat() if moment else "" for moment in (one.asked_at, one.confirmed_at, one.left_at))
        said = (one.letter.slug, one.subscriber.address, one.subscriber.language, one.state, *times)
        lines.writerow([f"'{words}" if words.startswith(_UNSAFE) else words for words in said])
        count += 1
    return count
