"""What is on the shelf, and what each sheet read."""

from django.db import models


class Sheet(models.Model):
    """One file readers can fetch.

    ``due`` is the highest id of a change the sheet has not been drawn after, null where it is up to date; ``lane``
    how urgent that is. ``theme`` is the frame's fingerprint it was drawn in, ``digest`` the SHA-256 of what was
    written.
    """

    path = models.CharField(max_length=255, unique=True)
    recipe = models.CharField(max_length=40)
    args = models.CharField(max_length=200, default="", blank=True)
    digest = models.CharField(max_length=64, default="", blank=True)
    theme = models.CharField(max_length=16, default="", blank=True)
    printed_at = models.DateTimeField(null=True)
    due = models.BigIntegerField(null=True)
    lane = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(default="", blank=True)
    attempts = models.PositiveIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["lane", "-due"], name="sheet_due", condition=models.Q(due__isnull=False)),
            models.Index(fields=["attempts"], name="sheet_failed", condition=models.Q(attempts__gt=0)),
        ]

    def __str__(self) -> str:
        return self.path


class Key(models.Model):
    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class Read(models.Model):
    """A sheet read a key: two integers, indexed both ways."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="reads", db_index=False)
    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="reads")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "key"], name="read_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id} read {self.key_id}"


class Halt(models.Model):
    """Why the press stands still, shown on the desk; at most one row."""

    reason = models.TextField()
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.reason


class Purge(models.Model):
    """A sheet that a CDN has yet to be told of; ``hard``: it must not be shown once more, not even while renewed."""

    path = models.CharField(max_length=255)
    hard = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["-hard", "id"], name="purge_next")]

    def __str__(self) -> str:
        return self.path


class PurgeTrouble(models.Model):
    """Why the CDN could not be told, shown on the desk; at most one row."""

    error = models.TextField()
    attempts = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(auto_now_add=True)
    next_attempt_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.error
