"""A reader confirms what was asked for in their name, or says that it was not them."""

from __future__ import annotations

from enum import StrEnum

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from newsdesk.newsletter.asking import erasing, still_wanted, tokens
from newsdesk.newsletter.models import Consent, Letter, Subscription, Suppression, Token
from newsdesk.newsletter.suppression import suppress, suppressed


class Outcome(StrEnum):
    """What became of it, and which page says so."""

    CONFIRMED = "confirmed"
    ALREADY = "already"
    ENDED = "ended"
    BARRED = "barred"
    LATE = "late"


class Forgotten(StrEnum):
    """What became of an ask that was somebody else's, and which page says so."""

    READER = "forgotten"
    ASK = "taken back"


@transaction.atomic
def confirm(token: Token) -> Outcome:
    """The one door to a confirmed subscription from the site."""
    if suppressed(token.subscriber.canonical):
        return Outcome.BARRED
    if not tokens.use(token):
        return _why_not(token)
    now = timezone.now()
    Consent.objects.filter(pk=token.consent_id).update(confirmed_at=now)
    for letter in Letter.objects.filter(pk__in=token.consent.letters):
        Subscription.objects.get_or_create(
            subscriber=token.subscriber,
            letter=letter,
            defaults={"state": Subscription.State.ASKED, "asked_at": token.consent.asked_at or now},
        )
    _asked_by(token).exclude(state=Subscription.State.CONFIRMED).update(
        state=Subscription.State.CONFIRMED, confirmed_at=now, left_at=None, left_by=""
    )
    still_wanted.gave_a_sign(token.subscriber_id)
    return Outcome.CONFIRMED


def is_reader(token: Token) -> bool:
    """Whether they get a letter that they asked for themselves, beside what this token is about."""
    consents = token.subscriber.consents.exclude(pk=token.consent_id)
    confirmed = token.subscriber.subscriptions.filter(state=Subscription.State.CONFIRMED)
    return confirmed.exists() and (token.used_at is None or consents.exclude(confirmed_at=None).exists())


@transaction.atomic
def not_me(token: Token) -> Forgotten:
    """What a stranger asked for is taken back. Who gets no letter of their own is forgotten: nothing is sent there any
    more, and nothing is kept but the mark that sees to it.
    """
    if is_reader(token):
        _asked_by(token).filter(state=Subscription.State.ASKED).delete()
        Consent.objects.filter(pk=token.consent_id, confirmed_at=None).delete()
        return Forgotten.ASK
    suppress(token.subscriber.canonical, Suppression.Why.NOT_ME)
    erasing.erase(token.subscriber)
    return Forgotten.READER


def _asked_by(token: Token) -> QuerySet[Subscription]:
    return Subscription.objects.filter(subscriber=token.subscriber_id, letter__in=token.consent.letters)


def _why_not(token: Token) -> Outcome:
    if not _was_used(token):
        return Outcome.LATE
    gets = _asked_by(token).filter(state=Subscription.State.CONFIRMED).exists()
    return Outcome.ALREADY if gets else Outcome.ENDED


def _was_used(token: Token) -> bool:
    return Token.objects.filter(pk=token.pk).exclude(used_at=None).exists()
