"""An authenticator app for tests: what a phone would show."""

from __future__ import annotations

import re
import time
from base64 import b32decode
from typing import Any

from django.test import Client
from django_otp.oath import TOTP

from newsdesk.desk.second_factor import acts

PASSWORD = "a long password"


class Phone:
    """Shows the code of a secret, now or so many seconds from now."""

    def __init__(self, secret: str) -> None:
        self.secret = secret

    def shows(self, seconds: float = 0.0) -> str:
        totp = TOTP(b32decode(self.secret))
        totp.time = time.time() + seconds
        return f"{totp.token():06}"


def given_factor(user: Any) -> tuple[Phone, list[str]]:
    """A second factor that was set up a while ago, and its recovery codes."""
    offer = acts.offer(user)
    phone = Phone(offer.secret)
    device, codes = acts.set_up(user, offer.sealed, phone.shows())
    device.last_step = -1
    device.save()
    return phone, codes


def type_password(client: Client, name: str, password: str = PASSWORD, **extra: Any) -> Any:
    return client.post("/desk/login/", {"username": name, "password": password}, **extra)


def type_code(client: Client, code: str, **extra: Any) -> Any:
    return client.post("/desk/login/code/", {"code": code}, **extra)


def offered(page: str) -> tuple[str, str]:
    """The secret and what is sealed, as they stand in the page that sets up."""
    secret = re.search(r'nd-secret">([^<]+)<', page)
    sealed = re.search(r'name="sealed" value="([^"]+)"', page)
    assert secret and sealed
    return secret[1].replace(" ", ""), sealed[1]


def inside(client: Client) -> bool:
    return bool(client.get("/desk/").status_code == 200)
