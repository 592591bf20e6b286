"""A reader confirms what was asked for in their name, or says that it was not them."""

from __future__ import annotations

from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from newsdesk.newsletter.asking import erasing, still_wanted, tokens
from newsdesk.newsletter.models import Consent, Subscription, Suppression, Token
from newsdesk.newsletter.suppression import suppress


class Outcome(StrEnum):
    """What became of it, and which page says so."""

    CONFIRMED = "confirmed"
    ALREADY = "already"
    LATE = "late"


@transaction.atomic
def confirm(token: Token) -> Outcome:
    """The one door to a confirmed subscription from the site."""
    if not tokens.use(token):
        return Outcome.ALREADY if _was_used(token) else Outcome.LATE
    now = timezone.now()
    Consent.objects.filter(pk=token.consent_id).update(confirmed_at=now)
    asked = Subscription.objects.filter(subscriber=token.subscriber_id, letter__in=token.consent.letters)
    asked.exclude(state=Subscription.State.CONFIRMED).update(
        state=Subscription.State.CONFIRMED, confirmed_at=now, left_at=None, left_by=""
    )
    still_wanted.gave_a_sign(token.subscriber_id)
    return Outcome.CONFIRMED


@transaction.atomic
def not_me(token: Token) -> None:
    """Nothing is sent there any more, and nothing is kept but the mark that sees to it."""
    suppress(token.subscriber.canonical, Suppression.Why.NOT_ME)
    erasing.erase(token.subscriber)


def _was_used(token: Token) -> bool:
    return Token.objects.filter(pk=token.pk).exclude(used_at=None).exists()
