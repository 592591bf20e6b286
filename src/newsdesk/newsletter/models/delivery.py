"""An issue on its way to one subscriber."""

from __future__ import annotations

from django.db import models

from newsdesk.newsletter.models.issue import Issue
from newsdesk.newsletter.models.subscriber import Subscriber


class Delivery(models.Model):
    """One row for each issue and subscriber, made once; its state says what is known, never what is hoped.

    ``waiting`` → ``claimed`` (by ``owner`` until ``lease``) → ``handing`` (committed before the body leaves) →
    ``sent``, ``waiting`` again (4xx), ``refused`` (5xx) or ``unknown`` (the connection or the process was lost after
    handing). ``dropped``: the reader left, is suppressed, or the issue was withdrawn. ``reply`` is the server's last
    words, without an address; ``known_as`` what a mail service calls the letter in what it tells.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        CLAIMED = "claimed"
        HANDING = "handing"
        SENT = "sent"
        REFUSED = "refused"
        UNKNOWN = "unknown"
        DROPPED = "dropped"

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(Subscriber, null=True, on_delete=models.SET_NULL, related_name="deliveries")
    domain = models.CharField(max_length=255)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    owner = models.CharField(max_length=64, blank=True)
    lease = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)
    message_id = models.CharField(max_length=200, unique=True)
    known_as = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    code = models.CharField(max_length=12, blank=True)
    reply = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "subscriber"], name="delivery_once")]
        indexes = [
            models.Index(fields=["issue", "state", "next_attempt_at", "id"], name="delivery_due"),
            models.Index(fields=["state", "lease"], name="delivery_leased"),
            models.Index(fields=["sent_at"], name="delivery_sent"),
            models.Index(fields=["known_as"], name="delivery_known_as", condition=~models.Q(known_as="")),
        ]

    def __str__(self) -> str:
        return f"delivery {self.pk} {self.state}"
