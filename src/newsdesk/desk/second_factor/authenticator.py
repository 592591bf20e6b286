"""An authenticator app: a secret shared with a phone, and six digits made of it and the time (RFC 6238)."""

from __future__ import annotations

import time
from base64 import b32decode, b32encode
from secrets import token_bytes

from django.db import models
from django.utils import timezone
from django_otp.models import Device, TimestampMixin
from django_otp.oath import TOTP

from newsdesk.seal import Unsealable, seal, unseal

BYTES = 20
STEP = 30
"""Seconds a code is shown."""
TOLERANCE = 1
"""Steps that the clocks of phone and newsroom may differ."""


class Authenticator(TimestampMixin, Device):
    """``sealed`` is the secret, under the seal key; ``last_step`` that of the last code taken: none is taken twice.

    ``trusted_from`` is when it opens what is confidential: at once, or a day after somebody took the one before away.
    """

    sealed = models.TextField()
    last_step = models.BigIntegerField(default=-1)
    trusted_from = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user"], name="one_authenticator_each")]

    def keep(self, secret: str) -> None:
        self.sealed = seal(secret, self._purpose())

    def opens(self) -> bool:
        """Whether the seal key at hand is the one it was sealed with."""
        try:
            return bool(unseal(self.sealed, self._purpose()))
        except Unsealable:
            return False

    def verify_token(self, token: str) -> bool:
        """Whether ``token`` is the code shown just now, and was not taken before; raises ``Unsealable``."""
        step = step_of(token, unseal(self.sealed, self._purpose()), self.last_step + 1)
        if step is None:
            return False
        self.last_step = step
        self.set_last_used_timestamp(commit=False)
        self.save()
        return True

    def _purpose(self) -> str:
        return f"authenticator/{self.user_id}"


def new_secret() -> str:
    """In base 32, as apps take it."""
    return b32encode(token_bytes(BYTES)).decode("ascii")


def step_of(code: str, secret: str, earliest: int = 0) -> int | None:
    """The step for which an app with this secret shows ``code``: one around now, and not before ``earliest``."""
    if not (len(code) == 6 and code.isascii() and code.isdecimal()):
        return None
    totp = TOTP(b32decode(secret), step=STEP)
    totp.time = time.time()
    return int(totp.t()) if totp.verify(int(code), TOLERANCE, earliest) else None
