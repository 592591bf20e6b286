"""Whether there is room to print: the press stops early, so that the desk can still write."""

from __future__ import annotations

from django.utils.translation import gettext

from newsdesk.press.models import Halt

LEAST_BYTES = 200 * 1000 * 1000
LEAST_SHARE = 0.02


class NoRoom(Exception):
    """The disk is nearly full; the message says how full, and what to do."""


def check(free: int, total: int) -> None:
    """Raises ``NoRoom`` below max(200 MB, 2 %) free."""
    least = max(LEAST_BYTES, total * LEAST_SHARE)
    if free < least:
        room = {"free": round(free / 1e6), "least": round(least / 1e6)}
        raise NoRoom(
            gettext(
                "The press has stopped: %(free)d MB free on the disk of the shelf, and it leaves %(least)d MB to the "
                "desk. What is published stays up; new pages follow as soon as there is room."
            )
            % room
        )


def halted(reason: str) -> None:
    """Tells the desk why the press stands still."""
    if not Halt.objects.filter(reason=reason).exists():
        Halt.objects.all().delete()
        Halt.objects.create(reason=reason)


def resumed() -> None:
    Halt.objects.all().delete()
