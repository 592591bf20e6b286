"""The worker takes up what readers asked for: notes it as proof, and mails them a link to confirm it by.

Safe to run twice and by several workers: an ask is taken by an update that only one of them can make, what is noted is
not noted again, and a mail that may not have left is sent again with a new token, beside which the earlier one stays
good. An address is mailed again only after a pause that grows with each time.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation

from newsdesk.newsletter import posts
from newsdesk.newsletter.addresses import Unusable, parse
from newsdesk.newsletter.asking import giving_up, mails, tokens
from newsdesk.newsletter.message import Unsendable
from newsdesk.newsletter.models import Ask, Consent, Letter, Subscriber, Subscription
from newsdesk.newsletter.suppression import suppressed

logger = logging.getLogger(__name__)

REMEMBERED = timedelta(days=30)
MOST_ATTEMPTS = 12
LEASE = timedelta(minutes=5)
"""Longer than one mail takes; an ask whose worker was killed is taken up again after it."""
WORTH_WAITING = timedelta(hours=6)
"""A pause that is longer ends an ask that falls into it: nobody remembers by then what they asked for."""
_DAY = timedelta(days=1)


class _TooSoon(Exception):
    """This address was mailed lately, and is left alone until then."""

    def __init__(self, until: datetime) -> None:
        super().__init__("mailed lately")
        self.until = until


def due(limit: int) -> Sequence[int]:
    """Asks to be taken up now, readers' own before those of an import, the oldest first."""
    waiting = Ask.objects.filter(next_attempt_at__lte=timezone.now()).annotate(imported=Q(network=""))
    return list(waiting.order_by("imported", "next_attempt_at", "pk").values_list("pk", flat=True)[:limit])


def do_one(pk: int) -> None:
    """Takes one up; where the mail cannot be handed over, it waits for its next attempt."""
    ask = _taken(pk)
    if ask is None:
        return
    try:
        error = _taken_up(ask)
    except _TooSoon as lately:
        _wait(ask, lately.until)
    except Exception:
        _after_failing(ask, posts.PostLost("", "our own fault"))
        raise
    else:
        if error is None:
            ask.delete()
        else:
            _after_failing(ask, error)


def pause_after(mails_sent: int) -> timedelta:
    """How long an address is left alone after so many mails within 30 days: 10 minutes, 1 hour, 6, … 7 days."""
    minutes: int = 10 * 6 ** min(mails_sent - 1, 5) if mails_sent else 0
    return min(timedelta(minutes=minutes), 7 * _DAY)


def attempt_after(attempts: int) -> timedelta:
    """The pause after so many attempts that failed: a minute, doubled each time, up to six hours."""
    minutes: int = 2 ** min(attempts - 1, 10)
    return min(timedelta(minutes=minutes), timedelta(hours=6))


def _taken(pk: int) -> Ask | None:
    """The ask, leased, its attempt counted; None where another worker has it."""
    now = timezone.now()
    ask = Ask.objects.select_related("consent__subscriber").filter(pk=pk, next_attempt_at__lte=now).first()
    if ask is None:
        return None
    unchanged = Ask.objects.filter(pk=pk, attempts=ask.attempts, next_attempt_at=ask.next_attempt_at)
    ask.attempts, ask.next_attempt_at = ask.attempts + 1, now + LEASE
    return ask if unchanged.update(attempts=ask.attempts, next_attempt_at=ask.next_attempt_at) else None


def _taken_up(ask: Ask) -> posts.PostError | None:
    """Why the mail was not taken; None where it was, or where none is to be sent. Raises ``_TooSoon``."""
    consent = ask.consent or _noted(ask)
    letters = list(Letter.objects.filter(pk__in=ask.letters).order_by("name"))
    return _mailed(ask.address, consent, letters) if consent and letters else None


@transaction.atomic
def _noted(ask: Ask) -> Consent | None:
    """The consent that this ask is the proof of; None where nothing is to be sent, which nobody is told."""
    try:
        address = parse(ask.address)
    except Unusable:
        return None
    if suppressed(address.canonical):
        return None
    subscriber, _ = Subscriber.objects.get_or_create(
        canonical=address.canonical,
        defaults={"address": str(address), "language": settings.LANGUAGE_CODE, "role": address.role},
    )
    subscriber = Subscriber.objects.select_for_update().get(pk=subscriber.pk)
    if until := _left_alone_until(subscriber):
        raise _TooSoon(until)
    ask.consent = _consent(ask, subscriber)
    ask.save(update_fields=["consent"])
    for letter in Letter.objects.filter(pk__in=ask.letters):
        _subscription(subscriber, letter, ask)
    return ask.consent


def _left_alone_until(subscriber: Subscriber) -> datetime | None:
    now = timezone.now()
    before = subscriber.consents.filter(source="form", asked_at__gt=now - REMEMBERED).order_by("-asked_at")
    times = [asked_at for asked_at in before.values_list("asked_at", flat=True)[:10] if asked_at]
    until = times[0] + pause_after(len(times)) if times else now
    return until if until > now else None


def _wait(ask: Ask, until: datetime) -> None:
    """It waits for the end of the pause, one for each address: with the letters of another that waits already."""
    if until > timezone.now() + WORTH_WAITING:
        ask.delete()
        return
    other = Ask.objects.filter(address=ask.address, consent=None, next_attempt_at__gt=timezone.now())
    if first := other.exclude(pk=ask.pk).first():
        first.letters = list(dict.fromkeys([*first.letters, *ask.letters]))
        first.save(update_fields=["letters"])
        ask.delete()
        return
    Ask.objects.filter(pk=ask.pk).update(attempts=0, next_attempt_at=until)


def _consent(ask: Ask, subscriber: Subscriber) -> Consent:
    return Consent.objects.create(
        subscriber=subscriber,
        letters=ask.letters,
        words=ask.words,
        words_version=ask.words_version,
        source="form",
        form=ask.form,
        asked_at=ask.asked_at,
        network=ask.network,
        day=ask.day,
    )


def _subscription(subscriber: Subscriber, letter: Letter, ask: Ask) -> None:
    """One that is confirmed stays so, and one that was left: anybody can ask, and only the button turns it."""
    values = {"state": Subscription.State.ASKED, "asked_at": ask.asked_at}
    found, made = Subscription.objects.get_or_create(subscriber=subscriber, letter=letter, defaults=values)
    if not made and found.state == Subscription.State.ASKED:
        Subscription.objects.filter(pk=found.pk).update(asked_at=ask.asked_at)


def _mailed(to: str, consent: Consent, letters: list[Letter]) -> posts.PostError | None:
    """Why it was not taken; None where it was. It goes to the address as it was written this time."""
    try:
        with translation.override(settings.LANGUAGE_CODE):
            message, envelope = mails.confirmation(to, tokens.mint(consent), letters)
        posts.hand_one(message, envelope)
    except Unsendable as header:
        return posts.PostRefused("5.6.0", f"no mail can be made of it ({header})", reader=True)
    except posts.PostError as error:
        logger.warning("a confirmation mail was not taken: %s", error.code or type(error).__name__)
        if not error.reader:
            _wait_together()
        return error
    return None


def _wait_together() -> None:
    """Nobody answers, so the others need not find out one by one; each still has its own attempts."""
    now = timezone.now()
    Ask.objects.filter(next_attempt_at__lte=now).update(next_attempt_at=now + attempt_after(1))


def _after_failing(ask: Ask, error: posts.PostError) -> None:
    if error.reader and isinstance(error, posts.PostRefused):
        giving_up.give_up(ask, error, refused=True)
    elif ask.attempts >= MOST_ATTEMPTS:
        giving_up.give_up(ask, error, refused=False)
    else:
        Ask.objects.filter(pk=ask.pk).update(next_attempt_at=timezone.now() + attempt_after(ask.attempts))
