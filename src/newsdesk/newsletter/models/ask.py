"""What a reader asked for on the site, until the worker has mailed them about it."""

from __future__ import annotations

from django.db import models

from newsdesk.newsletter.models.subscriber import Consent


class Ask(models.Model):
    """One row for each asking, whether the address is known or not: the worker looks, so that the answer tells nothing.

    ``consent`` is set once it was taken up; what remains then is to hand the mail over, again after ``next_attempt_at``
    where that failed. ``network``, empty where an import asks, and the other proof go into the consent.
    """

    address = models.CharField(max_length=320)
    letters = models.JSONField(default=list)
    words = models.TextField()
    words_version = models.CharField(max_length=12)
    form = models.CharField(max_length=200, blank=True)
    network = models.CharField(max_length=64)
    day = models.DateField()
    asked_at = models.DateTimeField()
    consent = models.ForeignKey(Consent, null=True, on_delete=models.CASCADE, related_name="asks")
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"ask {self.pk}"  # never the address: this stands in logs
