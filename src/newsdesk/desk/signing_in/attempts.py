"""Failures as rows, which all processes share: what they are about is a keyed hash, never a name or an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone

from newsdesk.desk.signing_in.pauses import FORGOTTEN, Count, Rule


class Attempts(models.Model):
    """``about`` is a mark of ``marks.py``; ``known``: somebody has signed in to the account from this network."""

    about = models.CharField(max_length=40, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last = models.DateTimeField(db_index=True)
    known = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.failures} of {self.about[:6]}"


class Paused(Exception):
    """Not now; ``seconds`` are left to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def count(rules: Mapping[str, Rule]) -> None:
    """Counts a failure for each mark before it is known to be one, so that many at once are no way around.

    Raises ``Paused`` and counts nothing where one of them has a pause to go.
    """
    if wait := _count(rules):
        raise Paused(wait)


@transaction.atomic
def _count(rules: Mapping[str, Rule]) -> int:
    now = timezone.now()
    Attempts.objects.filter(last__lt=now - 2 * FORGOTTEN).delete()
    rows = [_locked(about, now) for about in sorted(rules)]
    counts = {row.about: Count(row.failures, row.last).at(now) for row in rows}
    wait = max(counts[about].wait(rule, now) for about, rule in rules.items())
    for row in rows:
        old = counts[row.about]
        row.failures, row.last = (old.failures, old.last) if wait else (old.failures + 1, now)
    Attempts.objects.bulk_update(rows, ["failures", "last"])
    return wait


def _locked(about: str, now: datetime) -> Attempts:
    return Attempts.objects.select_for_update().get_or_create(about=about, defaults={"last": now})[0]


def failures(about: str) -> int:
    row = Attempts.objects.filter(about=about).first()
    return Count(row.failures, row.last).at(timezone.now()).failures if row else 0


def is_known(about: str) -> bool:
    return Attempts.objects.filter(about=about, known=True).exists()


def forget(about: str) -> None:
    """The one who tried was right: no failure is left, and the mark is known from now on."""
    Attempts.objects.update_or_create(about=about, defaults={"failures": 0, "last": timezone.now(), "known": True})


def give_back(*marks: str) -> None:
    """Takes back the one that was counted for a right guess; what others did stays counted."""
    Attempts.objects.filter(about__in=marks, failures__gt=0).update(failures=models.F("failures") - 1)


def clear(*marks: str) -> None:
    Attempts.objects.filter(about__in=marks).delete()
