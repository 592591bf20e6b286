"""How often a counted link of an issue was followed: a number for each day, and nothing of who."""

from __future__ import annotations

from django.db import models

from newsdesk.newsletter.models.issue import Issue


class Visits(models.Model):
    """``number`` is the link's, from 1 on; ``day`` is one of UTC, and no time is kept."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="visits")
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "number", "day"], name="visits_once")]

    def __str__(self) -> str:
        return f"{self.issue_id}: link {self.number}, {self.day}"
