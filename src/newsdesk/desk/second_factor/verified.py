"""Whether the person in front of the screen gave a code, and how long ago."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django_otp import login

AT = "second_factor_at"
RECENT = timedelta(minutes=15)


def remember(request: HttpRequest, device: Any) -> None:
    """Notes in the session that ``device`` has just taken a code of its user's."""
    login(request, device)
    request.session[AT] = time.time()


def recently(request: HttpRequest, within: timedelta = RECENT) -> bool:
    """Whether this session's user gave a code within this time; not where the clock was set back since."""
    given = request.session.get(AT)
    asked = getattr(request.user, "is_verified", lambda: False)
    return bool(asked()) and given is not None and 0 <= time.time() - given <= within.total_seconds()


def verified(request: HttpRequest, within: timedelta = RECENT) -> bool:
    """Whether this person may be shown what is confidential: a code within this time, of a factor that is trusted.

    A factor is not, for a day after somebody else took the one before away. Where this is false for want of a recent
    code, send them to ``newsdesk_code`` with ``next``.
    """
    from .authenticator import Authenticator

    trusted = Authenticator.objects.filter(user=request.user.pk, trusted_from__lte=timezone.now())
    return recently(request, within) and trusted.exists()
