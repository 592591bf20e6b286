"""Readers who asked for letters, and the proof that they did."""

from __future__ import annotations

import uuid

from django.db import models

from newsdesk.newsletter.models.letter import Letter


class Subscriber(models.Model):
    """``address`` as the reader wrote it, ``canonical`` as it is looked up (``addresses.canonical``).

    ``key`` is what stands in links and headers instead of the address. ``reacted_at`` is when they last
    gave a sign of their own: confirmed, chose letters, or said that they still want one.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    address = models.CharField(max_length=320)
    canonical = models.CharField(max_length=320, unique=True)
    language = models.CharField(max_length=12)
    role = models.BooleanField(default=False)
    since = models.DateTimeField(auto_now_add=True)
    reacted_at = models.DateTimeField(null=True)
    soft = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"subscriber {self.pk}"  # never the address: this stands in logs


class Subscription(models.Model):
    """One letter for one subscriber.

    ``still_asked_at`` is when a mail asked whether it is still wanted, None where no answer is waited for;
    ``still_not_before`` when that may be tried again.
    """

    class State(models.TextChoices):
        ASKED = "asked"
        CONFIRMED = "confirmed"
        LEFT = "left"

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="subscriptions")
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="subscriptions")
    state = models.CharField(max_length=9, choices=State.choices)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    left_by = models.CharField(max_length=20, blank=True)
    still_asked_at = models.DateTimeField(null=True, db_index=True)
    still_not_before = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subscriber", "letter"], name="subscription_once")]
        indexes = [models.Index(fields=["letter", "state"], name="subscription_of_letter")]

    def __str__(self) -> str:
        return f"{self.subscriber} {self.letter_id} {self.state}"


class Consent(models.Model):
    """The proof: what was agreed to, in which words, where, when; rows are only added, and go with the subscriber.

    ``network`` is an HMAC of the network address under the key of ``day``. ``source`` is ``form``, ``desk`` or the name
    of an import, whose own dates then stand in ``asked_at`` and ``confirmed_at``.
    """

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="consents")
    letters = models.JSONField(default=list)
    words = models.TextField()
    words_version = models.CharField(max_length=12)
    source = models.CharField(max_length=20)
    form = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    network = models.CharField(max_length=64, blank=True)
    day = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.subscriber} {self.source}"


class Token(models.Model):
    """A confirmation that waits: only the hash of the token is kept, and one conditional update uses it."""

    hash = models.CharField(max_length=64, unique=True)
    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="tokens")
    consent = models.ForeignKey(Consent, on_delete=models.CASCADE, related_name="tokens")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"token {self.pk}"


class Suppression(models.Model):
    """An address nothing is sent to any more, also after its reader was erased: only its HMAC is kept."""

    class Why(models.TextChoices):
        BOUNCED = "bounced"
        COMPLAINED = "complained"
        NOT_ME = "not_me"
        ERASED = "erased"
        DESK = "desk"

    address = models.CharField(max_length=64, unique=True)
    why = models.CharField(max_length=12, choices=Why.choices)
    detail = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"suppression {self.pk} {self.why}"
