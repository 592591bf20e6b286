"""What the world said about a delivery afterwards: bounces, delays, complaints, leaves."""

from __future__ import annotations

from django.db import models

from newsdesk.newsletter.models.delivery import Delivery


class Notice(models.Model):
    """``key`` makes one of a notice told twice; ``status`` is an enhanced code (RFC 3463), if there is one."""

    class Kind(models.TextChoices):
        DELIVERED = "delivered"
        DELAYED = "delayed"
        SOFT = "soft"
        HARD = "hard"
        COMPLAINT = "complaint"
        LEFT = "left"

    delivery = models.ForeignKey(Delivery, null=True, on_delete=models.CASCADE, related_name="notices")
    key = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=9, choices=Kind.choices)
    status = models.CharField(max_length=12, blank=True)
    said = models.CharField(max_length=300, blank=True)
    via = models.CharField(max_length=20)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"notice {self.pk} {self.kind}"
