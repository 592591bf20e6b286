"""Somebody whose password was right and who has yet to give a code: signed in to nothing until then."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

KEY = "newsdesk_waits"
SECONDS = 600


@dataclass(frozen=True, slots=True)
class Waiting:
    """``password`` is Django's hash of the session's password, so that a new one ends the wait."""

    user: Any
    backend: str
    password: str
    remember: bool
    next: str
    since: float


def wait(request: HttpRequest, user: Any, remember: bool, next: str) -> None:
    request.session.cycle_key()
    one = Waiting(user.pk, user.backend, user.get_session_auth_hash(), remember, next, time.time())
    request.session[KEY] = asdict(one)
    request.session.set_expiry(0)


def who_waits(request: HttpRequest) -> tuple[Any, Waiting] | None:
    """The account and what was asked; None where nobody waits, or for too long, or under an old password."""
    kept = request.session.get(KEY)
    if kept is None or not 0 <= time.time() - kept["since"] <= SECONDS:
        return None
    user = get_user_model().objects.filter(pk=kept["user"], is_active=True).first()
    if user is None or not constant_time_compare(user.get_session_auth_hash(), kept["password"]):
        return None
    return user, Waiting(**kept)
