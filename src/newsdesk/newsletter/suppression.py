"""Addresses that nothing is sent to; kept as HMACs, so that the list outlives those whom it protects."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from newsdesk.newsletter.links import derived
from newsdesk.newsletter.models import Subscription, Suppression

BY = "suppressed"
"""Why a letter ended that nothing can be sent of any more."""
_State = Subscription.State


def suppressed(canonical: str) -> bool:
    """Whether nothing may be sent to this address."""
    return Suppression.objects.filter(address=marked(canonical)).exists()


def among(canonicals: Iterable[str]) -> set[str]:
    """Those of these addresses that nothing may be sent to."""
    marks = {marked(each): each for each in canonicals}
    found = Suppression.objects.filter(address__in=marks).values_list("address", flat=True)
    return {marks[mark] for mark in found}


@transaction.atomic
def suppress(canonical: str, why: str, detail: str = "") -> None:
    """Nothing is sent there from now on, and its letters end; the first reason stays. ``detail`` must not name the
    address.
    """
    theirs = Subscription.objects.filter(subscriber__canonical=canonical, state=_State.CONFIRMED)
    theirs.update(state=_State.LEFT, left_at=timezone.now(), left_by=BY)
    Suppression.objects.get_or_create(address=marked(canonical), defaults={"why": why, "detail": detail[:120]})


@transaction.atomic
def lift(canonical: str) -> bool:
    """Takes an address off the list, which only the desk does; whether it was on it. What ended by it goes on."""
    ended = Subscription.objects.filter(subscriber__canonical=canonical, state=_State.LEFT, left_by=BY)
    ended.update(state=_State.CONFIRMED, left_at=None, left_by="")
    return bool(Suppression.objects.filter(address=marked(canonical)).delete()[0])


def marked(canonical: str) -> str:
    """How an address stands on the list."""
    return hmac.digest(derived("newsdesk.newsletter.suppression"), canonical.encode(), "sha256").hex()
