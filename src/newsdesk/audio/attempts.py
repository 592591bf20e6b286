"""One attempt at a clip: taken by one worker, offered or failed, and taken up again where its worker died."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import TypeVar

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop as noop

from newsdesk.audio.failed import AudioFailed
from newsdesk.audio.models import Attempted
from newsdesk.audio.offer import mine, offer, take_away
from newsdesk.audio.sounding import Narrated
from newsdesk.press.shelves import ShelfError

LEASE = timedelta(minutes=30)
"""Longer than a clip takes. A worker that takes longer has its turn until another begins."""
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)

_OURS = noop("Something went wrong on our side; the log has it. It is tried again.")

Row = TypeVar("Row", bound=Attempted)


def may_begin() -> Q:
    """Of a row: nothing failed for good, no pause to wait for, no other worker at it."""
    return Q(final=False) & (Q(next_attempt_at=None) | Q(next_attempt_at__lte=timezone.now()))


def taken(row: Row, **wanted: str) -> Row | None:
    """The row, leased, or None where another worker has it or it may not begin; ``wanted`` as it has to be still."""
    now = timezone.now()
    free = type(row)._default_manager.filter(may_begin(), pk=row.pk, attempts=row.attempts, **wanted)
    if not free.update(attempts=row.attempts + 1, began_at=now, next_attempt_at=now + LEASE):
        return None
    row.refresh_from_db()
    return row


def attempt(row: Attempted, narrating: Callable[[], AbstractContextManager[Narrated]], *, old: bool = False) -> None:
    """Has a clip made and offered; a failure is noted on the row that was taken for it."""
    try:
        take_away(row)  # what an attempt left that ended too soon
        with narrating() as narrated:
            offer(row, narrated, old=old)
    except AudioFailed as failed:
        _note(row, failed)
    except ShelfError as error:
        _note(row, AudioFailed(str(error)))
    except OSError as error:
        _note(row, AudioFailed(error.strerror or type(error).__name__))  # no path of this machine
    except Exception:
        _note(row, AudioFailed(_OURS))
        raise


def _note(row: Attempted, failed: AudioFailed) -> None:
    pause = _pause(row.attempts, failed.retry_after)
    mine(row).update(error=failed.reason, final=failed.final, next_attempt_at=timezone.now() + pause)


def _pause(attempts: int, wished: float | None) -> timedelta:
    """Until the next attempt: what the other side asks for, and at least what doubles with every failure."""
    doubling = min(FIRST_PAUSE * (1 << min(attempts - 1, 20)), LONGEST_PAUSE)
    return max(doubling, timedelta(seconds=min(wished or 0, LONGEST_PAUSE.total_seconds())))
