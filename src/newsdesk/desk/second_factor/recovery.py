"""Recovery codes, for a phone that is lost: ten, shown once, each good for one time."""

from __future__ import annotations

from hashlib import sha256

from django.db import models
from django.utils.crypto import get_random_string
from django_otp.models import Device, TimestampMixin

CODES = 10
LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
LENGTH = 16
"""Eighty bits: a plain hash of that much chance cannot be searched, so these outlive the loss of the seal key."""


class RecoveryCodes(TimestampMixin, Device):
    """What is left of a person's ten, as hashes."""

    hashes = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user"], name="one_set_of_codes_each")]
        verbose_name_plural = "recovery codes"

    def renew(self) -> list[str]:
        """Ten new codes in the place of all others, as they are to be shown."""
        codes = [get_random_string(LENGTH, LETTERS) for _ in range(CODES)]
        self.hashes = [self._hash(code) for code in codes]
        self.save()
        return ["-".join(code[at : at + 4] for at in range(0, LENGTH, 4)) for code in codes]

    def verify_token(self, token: str) -> bool:
        """Whether ``token`` is one of them; it is none from then on."""
        hashed = self._hash(token)
        if hashed not in self.hashes:
            return False
        self.hashes = [one for one in self.hashes if one != hashed]
        self.set_last_used_timestamp(commit=False)
        self.save()
        return True

    def _hash(self, code: str) -> str:
        return sha256(f"{self.user_id}/{code}".encode()).hexdigest()
