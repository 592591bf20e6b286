"""One row an article: its permalink, which is never reused, its state, its current edition, its card, and whether its
words are still to be spoken.
"""

from django.db import models


class CardRow(models.Model):
    class State(models.TextChoices):
        LIVE = "live"
        UNPUBLISHED = "unpublished"
        KILLED = "killed"
        TAKEN_DOWN = "takedown"

    article = models.UUIDField(unique=True)
    path = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.LIVE)
    number = models.PositiveIntegerField()
    first_published = models.DateTimeField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.TextField(default="", blank=True)
    awaits_clip = models.BooleanField(default=False)
    data = models.JSONField()

    class Meta:
        indexes = [
            models.Index(fields=["-first_published"], name="card_awaits_clip", condition=models.Q(awaits_clip=True))
        ]

    def __str__(self) -> str:
        return self.path
