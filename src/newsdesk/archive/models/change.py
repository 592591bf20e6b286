"""The outbox: a key whose value is new, written in the transaction that changes the value."""

from django.db import models


class Change(models.Model):
    """``lane`` is how urgent the sheets are that show it: 0 a withdrawal … 3 a theme (see ``keys.Lane``)."""

    key = models.CharField(max_length=200)
    lane = models.PositiveSmallIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["lane", "-id"], name="change_urgency")]

    def __str__(self) -> str:
        return self.key
