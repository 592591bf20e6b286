"""A clock that runs wrong publishes at the wrong time; what is already recorded tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from newsdesk.commands._doctor.finding import Finding, fail, ok

TOLERANCE = timedelta(minutes=2)
NEEDS_NEWSROOM = True


def check() -> Iterator[Finding]:
    from django.conf import settings
    from django.db.models import Max

    from newsdesk.archive.models import EditionRow

    now = datetime.now(UTC)
    last = EditionRow.objects.aggregate(last=Max("filed_at"))["last"]
    if last and last > now + TOLERANCE:
        yield fail(
            f"the clock says {now:%Y-%m-%d %H:%M} UTC, but an edition was filed later", "set the clock (timedatectl)"
        )
    else:
        yield ok(f"the clock says {now:%Y-%m-%d %H:%M} UTC; the newsroom's zone is {settings.TIME_ZONE}")
