"""Takes in what the reader processes counted: each leaves a file of sums, at most one a minute."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F

from newsdesk.newsletter.models import Issue, Visits
from newsdesk.press.serving.visits import FOLDER, PATH


def due(limit: int) -> Sequence[Path]:
    """Files that wait; those still being written have another ending."""
    return list(islice((Path(settings.NEWSDESK_DATA) / FOLDER).glob("*.visits"), limit))


@transaction.atomic
def take_in(file: Path) -> None:
    """Adds the sums and forgets the file. It goes before the commit: whoever dies between loses a minute of counts, and
    counts nothing twice.
    """
    for day, counts in _told(file).items():
        for path, count in counts.items():
            _add(path, date.fromisoformat(day), count)
    file.unlink(missing_ok=True)


def _told(file: Path) -> Mapping[str, Mapping[str, int]]:
    """Sums by day and path; none of a file that a power cut left without its words."""
    try:
        told: Mapping[str, Mapping[str, int]] = json.loads(file.read_text("ascii"))
    except (ValueError, FileNotFoundError):
        return {}
    return told


def _add(path: str, day: date, count: int) -> None:
    if row := row_of(path, day):
        Visits.objects.filter(pk=row.pk).update(count=F("count") + count)


def row_of(path: str, day: date) -> Visits | None:
    """Where visits to a counted link are summed; None for a link that no issue has."""
    found = PATH.fullmatch(path)
    issue = Issue.objects.filter(pk=UUID(found[1])).first() if found else None
    if found is None or issue is None or not 1 <= int(found[2]) <= len(issue.links):
        return None
    return Visits.objects.get_or_create(issue=issue, number=int(found[2]), day=day)[0]
