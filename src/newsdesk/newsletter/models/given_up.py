"""Mails asking to confirm that never left: a number for each day and reason, without an address."""

from __future__ import annotations

from django.db import models


class GivenUp(models.Model):
    """``refused`` where a server refused the address for good, else the last of all attempts failed; ``reply`` are the
    server's last words.
    """

    day = models.DateField()
    refused = models.BooleanField()
    code = models.CharField(max_length=12, blank=True)
    reply = models.CharField(max_length=300, blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "refused", "code"], name="given_up_once")]

    def __str__(self) -> str:
        return f"given up {self.day} {self.code}"
