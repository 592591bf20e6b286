"""The cookie of a device that has signed in before: it names nobody, and lets nobody in.

Per account a random number, under a hash of the account's name; signed, so that only we can make one
(https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

from newsdesk.desk.signing_in.marks import of_account

COOKIE = "newsdesk_device"
SALT = "newsdesk.device"
AGE = 180 * 24 * 3600
MOST = 5
"""Accounts a device is known to; newsrooms share machines."""


def nonce(request: HttpRequest, name: str) -> str:
    """What the device was given when it last signed in to this account; empty where it never did."""
    return _known(request).get(of_account(name, "device"), "")


def know(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """Makes the device known to the account, in the place of the one it has not used for longest."""
    kept = _known(request)
    kept.pop(of_account(name, "device"), None)
    known = dict([*kept.items(), (of_account(name, "device"), get_random_string(22))][-MOST:])
    response.set_cookie(
        COOKIE,
        signing.dumps(known, salt=SALT),
        max_age=AGE,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _known(request: HttpRequest) -> dict[str, str]:
    try:
        return dict(signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=AGE))
    except (signing.BadSignature, ValueError, TypeError):
        return {}
