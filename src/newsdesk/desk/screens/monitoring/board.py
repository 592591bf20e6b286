"""Gathers what the home shows, in a fixed number of queries at any size of the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from newsdesk.desk.overdue import Overdue
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.screens.letters.waiting import Request, requests
from newsdesk.desk.screens.monitoring.machines import (
    FailedPicture,
    FailedPurge,
    FailedSheet,
    failed_pictures,
    failed_purge,
    failed_sheets,
    halted,
)
from newsdesk.desk.screens.planned import Plan, plans
from newsdesk.desk.screens.rows import Row, rows, with_columns
from newsdesk.desk.screens.states import awaiting_approval

IN_WORK = timedelta(days=14)
"""What nobody touched for longer is no longer in work; it still stands in the list of articles."""
MOST = 20
"""Rows a column shows."""


@dataclass(frozen=True, slots=True)
class Board:
    """``waiting`` is what a person must do something about: approve it, or mend it because it is overdue."""

    in_work: list[Row]
    waiting: list[Row]
    planned: list[Row]
    live_today: list[Row]
    sheets: list[FailedSheet]
    pictures: list[FailedPicture]
    purge: FailedPurge | None
    halted: str
    letters: list[Request]


def board(user: Any) -> Board:
    planned = plans()
    reasons = dict(Overdue.objects.values_list("page_id", "error")[:MOST])
    waiting = awaiting_approval()[:MOST]
    overdue = [id for id, plan in planned.items() if id in reasons or plan.due < _overdue_since()]
    coming = [id for id in planned if id not in overdue][:MOST]
    in_work, live = _in_work({*planned, *waiting}), _live_today()
    known = _rows([*in_work, *live, *waiting, *overdue, *coming], user, planned, set(waiting))

    def column(ids: list[int]) -> list[Row]:
        return [known[id] for id in ids if id in known]

    return Board(
        in_work=column(in_work),
        waiting=[_with_reason(row, reasons) for row in column([*overdue, *waiting])],
        planned=column(coming),
        live_today=column(live),
        sheets=failed_sheets(),
        pictures=failed_pictures(),
        purge=failed_purge(),
        halted=halted(),
        letters=requests(user),
    )


def _overdue_since() -> datetime:
    """The worker looks every few seconds; a minute later something is wrong."""
    return timezone.now() - timedelta(minutes=1)


def _in_work(elsewhere: set[int]) -> list[int]:
    """Drafts never published, and live articles with a newer draft, those last worked on first."""
    since = timezone.now() - IN_WORK
    unfinished = Q(first_published_at__isnull=True) | Q(live=True, has_unpublished_changes=True)
    found = ArticlePage.objects.filter(unfinished, worked_at__gte=since).exclude(pk__in=elsewhere)
    return list(found.order_by("-worked_at").values_list("pk", flat=True)[:MOST])


def _live_today() -> list[int]:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    found = ArticlePage.objects.filter(live=True, first_published_at__gte=midnight)
    return list(found.order_by("-first_published_at").values_list("pk", flat=True)[:MOST])


def _rows(ids: list[int], user: Any, planned: Mapping[int, Plan], waiting: set[int]) -> dict[int, Row]:
    found = with_columns(ArticlePage.objects.filter(pk__in=ids))
    return {row.pk: row for row in rows(found, user, planned, waiting)}


def _with_reason(row: Row, reasons: Mapping[int, str]) -> Row:
    return replace(row, reason=reasons.get(row.pk, ""))
