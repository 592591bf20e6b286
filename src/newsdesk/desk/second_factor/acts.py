"""Setting a second factor up, renewing its recovery codes, and taking it away: one door each, one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from newsdesk.desk.second_factor import removal, told
from newsdesk.desk.second_factor.authenticator import Authenticator, new_secret, step_of
from newsdesk.desk.second_factor.recovery import RecoveryCodes
from newsdesk.seal import Unsealable, seal, unseal

MINUTES = 15
"""How long a secret that is shown waits for its first code."""


class NotSetUp(Exception):
    """The first code does not fit (``over`` is false), or it comes too late and all begins anew (``over``)."""

    def __init__(self, *, over: bool) -> None:
        super().__init__(over)
        self.over = over


@dataclass(frozen=True, slots=True)
class Offer:
    """A secret as it is shown, and as it comes back with the first code: nothing is stored until that fits."""

    secret: str
    sealed: str


def offer(user: Any) -> Offer:
    secret = new_secret()
    return Offer(secret, seal(secret, _purpose(user)))


def offered(user: Any, sealed: str) -> Offer:
    """The offer that was made to this user; raises ``NotSetUp``."""
    try:
        return Offer(unseal(sealed, _purpose(user), MINUTES * 60), sealed)
    except Unsealable:
        raise NotSetUp(over=True) from None


def set_up(user: Any, sealed: str, code: str) -> tuple[Authenticator, list[str]]:
    """Keeps the offered secret in the place of any other: the device, and ten codes to show. Raises ``NotSetUp``."""
    secret = offered(user, sealed).secret
    step = step_of(plain(code), secret)
    if step is None:
        raise NotSetUp(over=False)
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        device = Authenticator(user=user, last_step=step, trusted_from=removal.trusted_from(user))
        device.keep(secret)
        device.save()
        transaction.on_commit(lambda: told.set_up(user), robust=True)
        return device, renew_codes(user)


def renew_codes(user: Any) -> list[str]:
    """Ten new recovery codes; those before are good for nothing."""
    with transaction.atomic():
        codes, _ = RecoveryCodes.objects.select_for_update().get_or_create(user=user)
        return list(codes.renew())


def turn_off(user: Any) -> None:
    """A person's own will."""
    with transaction.atomic():
        for kind in (Authenticator, RecoveryCodes):
            kind.objects.filter(user=user).delete()


def take_away(user: Any, by: Any) -> None:
    """Somebody else's: noted and told. ``by`` is None at a terminal."""
    with transaction.atomic():
        turn_off(user)
        removal.note(user, by)


def plain(code: str) -> str:
    """A code as it was typed, without what people put between its parts."""
    return "".join(code.split()).replace("-", "").lower()


def _purpose(user: Any) -> str:
    return f"offer/{user.pk}"
