"""The table of originals whose files are to be made, and how far that has come."""

from __future__ import annotations

from django.db import models


class Original(models.Model):
    """One original, known by its digest.

    Unfinished while ``made_at`` is empty; ``next_attempt_at`` is when it may be tried (again). ``metadata`` is what is
    credited, as ``particulars.to_json`` writes it; ``widths`` what has been put on the shelf.
    """

    digest = models.CharField(max_length=64, unique=True)
    format = models.CharField(max_length=8)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    metadata = models.JSONField(default=dict)
    focal_x = models.FloatField(default=0.5)
    focal_y = models.FloatField(default=0.5)
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(null=True)
    widths = models.JSONField(default=list)
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    error = models.TextField(default="", blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=models.Q(made_at__isnull=True), name="pictures_original_due"
            )
        ]

    def __str__(self) -> str:
        return self.digest
