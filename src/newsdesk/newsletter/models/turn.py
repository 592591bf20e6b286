"""A time at which a letter's rule came to an issue, or did not."""

from __future__ import annotations

from django.db import models

from newsdesk.newsletter.models.issue import Issue
from newsdesk.newsletter.models.letter import Letter


class Turn(models.Model):
    """One row for each time of a rule, so that none is taken twice. Without an issue, ``found`` cards were too few, or
    (None) the worker was not there.
    """

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="turns")
    at = models.DateTimeField()
    issue = models.OneToOneField(Issue, null=True, on_delete=models.SET_NULL, related_name="turn")
    found = models.PositiveSmallIntegerField(null=True, default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "at"], name="turn_once")]

    def __str__(self) -> str:
        return f"turn {self.pk}"
