"""Visits to counted links in the log of a web server in front: nginx's and Apache's combined format, Caddy's JSON.

https://nginx.org/en/docs/http/ngx_http_log_module.html and https://caddyserver.com/docs/caddyfile/directives/log
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime

from django.db import transaction

from newsdesk.newsletter.counting.taking_in import row_of
from newsdesk.newsletter.models import Visits
from newsdesk.press.serving.visits import PATH

SHOWN = frozenset({200, 301, 302})
"""Whoever does not know the redirect yet shows its page, which leads on."""
_COMBINED = re.compile(r'\[([^]]+)\] "GET (/letters/[^ "?]+)(?:\?[^ "]*)? HTTP/[^"]*" (\d{3}) ')
Visit = tuple[date, str]


def counted(lines: Iterable[str]) -> Counter[Visit]:
    """How often each link was followed, by days of UTC; whatever else stands in the lines is passed over."""
    return Counter(visit for line in lines if "/letters/" in line and (visit := _visit(line)))


@transaction.atomic
def take_in(counts: Counter[Visit]) -> int:
    """A day's sum becomes what the logs say, where that is more: the same log taken in again changes nothing. How many
    links and days there were.
    """
    known = 0
    for (day, path), count in counts.items():
        if row := row_of(path, day):
            known += 1
            Visits.objects.filter(pk=row.pk, count__lt=count).update(count=count)
    return known


def _visit(line: str) -> Visit | None:
    try:
        at, path, status = _of_json(line) if line.startswith("{") else _of_combined(line)
    except (ValueError, KeyError, TypeError):
        return None
    return (at.astimezone(UTC).date(), path) if status in SHOWN and PATH.fullmatch(path) else None


def _of_combined(line: str) -> tuple[datetime, str, int]:
    found = _COMBINED.search(line)
    if found is None:
        raise ValueError
    return datetime.strptime(found[1], "%d/%b/%Y:%H:%M:%S %z"), found[2], int(found[3])


def _of_json(line: str) -> tuple[datetime, str, int]:
    said = json.loads(line)
    if said["request"]["method"] != "GET":
        raise ValueError
    return datetime.fromtimestamp(said["ts"], UTC), said["request"]["uri"].partition("?")[0], said["status"]
