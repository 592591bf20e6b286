"""What the worker could not do: sheets it failed to draw, pictures it failed to make, a press that stands still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from newsdesk.desk.photographs import Photograph
from newsdesk.pictures.models import Original
from newsdesk.press.models import Halt, Sheet

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


def _photographs(digests: list[str]) -> list[tuple[str, int, str]]:
    return list(Photograph.objects.filter(digest__in=digests).values_list("digest", "id", "title")) if digests else []
