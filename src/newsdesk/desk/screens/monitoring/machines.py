"""What the worker could not do: draw a sheet, make a picture, tell a CDN; and a press that stands still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from newsdesk.desk.photographs import Photograph
from newsdesk.pictures.models import Original
from newsdesk.press.models import Halt, Purge, PurgeTrouble, Sheet

MOST = 50
SLOW = timedelta(minutes=10)
"""Pictures take seconds; after this long something is wrong, also where nothing has failed yet."""


@dataclass(frozen=True, slots=True)
class FailedSheet:
    path: str
    error: str
    attempts: int
    again_at: datetime | None


@dataclass(frozen=True, slots=True)
class FailedPicture:
    """``id`` and ``title`` are the photograph's; 0 and its digest where that is gone. An empty error: it waits."""

    id: int
    title: str
    error: str
    attempts: int


@dataclass(frozen=True, slots=True)
class FailedPurge:
    """``waiting`` sheets are still to be told of, since ``since`` in vain."""

    error: str
    waiting: int
    since: datetime


def failed_sheets() -> list[FailedSheet]:
    """Those that failed most often first."""
    rows = Sheet.objects.filter(attempts__gt=0).order_by("-attempts", "path")
    return [FailedSheet(*row) for row in rows.values_list("path", "error", "attempts", "next_attempt_at")[:MOST]]


def failed_pictures() -> list[FailedPicture]:
    late = Q(attempts__gt=0) | Q(asked_at__lt=timezone.now() - SLOW)
    rows = Original.objects.filter(late, made_at__isnull=True).order_by("asked_at")
    found = list(rows.values_list("digest", "error", "attempts")[:MOST])
    digests = [digest for digest, _error, _attempts in found]
    names = {digest: (id, title) for digest, id, title in _photographs(digests)}
    return [
        FailedPicture(*names.get(digest, (0, digest[:12])), error=error, attempts=attempts)
        for digest, error, attempts in found
    ]


def halted() -> str:
    """Why the press stands still; empty where it does not."""
    return Halt.objects.values_list("reason", flat=True).first() or ""


def failed_purge() -> FailedPurge | None:
    """Why the CDN could not be told what changed, if it could not."""
    trouble = PurgeTrouble.objects.first() if settings.NEWSDESK_PURGE_CDN else None
    return FailedPurge(trouble.error, Purge.objects.count(), trouble.since) if trouble else None


def _photographs(digests: list[str]) -> list[tuple[str, int, str]]:
    return list(Photograph.objects.filter(digest__in=digests).values_list("digest", "id", "title")) if digests else []
