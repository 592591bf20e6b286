"""Whether what somebody typed is a code of theirs."""

from __future__ import annotations

import logging
from typing import Any

from django_otp import verify_token

from newsdesk.desk.second_factor.acts import plain
from newsdesk.desk.second_factor.authenticator import Authenticator
from newsdesk.desk.second_factor.recovery import RecoveryCodes
from newsdesk.seal import Unsealable

logger = logging.getLogger(__name__)


def has_factor(user: Any) -> bool:
    return bool(Authenticator.objects.filter(user=user).exists())


def check(user: Any, typed: str) -> Any:
    """The device that takes ``typed``, or None; six digits are the app's, anything else a recovery code.

    The row is locked meanwhile, so that of two processes given one code, one takes it.
    """
    code = plain(typed)
    kind = Authenticator if len(code) == 6 else RecoveryCodes
    device = kind.objects.filter(user=user).first()
    try:
        return device and verify_token(user, device.persistent_id, code)
    except Unsealable:
        logger.error("a second factor was sealed with another key; see: newsdesk doctor")
        return None
