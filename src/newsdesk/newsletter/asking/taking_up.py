"""The worker takes up what readers asked for: notes it as proof, and mails them a link to confirm it by.

Safe to run twice: what is noted is not noted again, and a mail that may not have left is sent again with a new token,
beside which the earlier one stays good. An address is mailed again only after a pause that grows with each time.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
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
_DAY = timedelta(days=1)


def due(limit: int) -> Sequence[int]:
    """Asks to be taken up now, the oldest first."""
    waiting = Ask.objects.filter(next_attempt_at__lte=timezone.now()).order_by("next_attempt_at", "pk")
    return list(waiting.values_list("pk", flat=True)[:limit])


def do_one(pk: int) -> None:
    """Takes one up; where the mail cannot be handed over, it waits for its next attempt."""
    ask = Ask.objects.select_related("consent__subscriber").filter(pk=pk).first()
    if ask is None:
        return
    consent = ask.consent or _noted(ask)
    letters = list(Letter.objects.filter(pk__in=ask.letters).order_by("name"))
    error = _mailed(consent, letters) if consent and letters else None
    if error is None:
        ask.delete()
    elif error.reader and isinstance(error, posts.PostRefused):
        giving_up.give_up(ask, error, refused=True)
    elif ask.attempts + 1 >= MOST_ATTEMPTS:
        giving_up.give_up(ask, error, refused=False)
    else:
        _put_off(ask)


def pause_after(mails_sent: int) -> timedelta:
    """How long an address is left alone after so many mails within 30 days: 10 minutes, 1 hour, 6, … 7 days."""
    minutes: int = 10 * 6 ** min(mails_sent - 1, 5) if mails_sent else 0
    return min(timedelta(minutes=minutes), 7 * _DAY)


def attempt_after(attempts: int) -> timedelta:
    """The pause after so many attempts that failed: a minute, doubled each time, up to six hours."""
    minutes: int = 2 ** min(attempts - 1, 10)
    return min(timedelta(minutes=minutes), timedelta(hours=6))


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
    if _mailed_lately(subscriber):
        return None
    ask.consent = _consent(ask, subscriber)
    ask.save(update_fields=["consent"])
    for letter in Letter.objects.filter(pk__in=ask.letters):
        _subscription(subscriber, letter, ask)
    return ask.consent


def _mailed_lately(subscriber: Subscriber) -> bool:
    now = timezone.now()
    before = subscriber.consents.filter(source="form", asked_at__gt=now - REMEMBERED).order_by("-asked_at")
    times = [asked_at for asked_at in before.values_list("asked_at", flat=True)[:10] if asked_at]
    return bool(times) and times[0] + pause_after(len(times)) > now


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
    """One that is confirmed stays so; one that was left is asked for anew."""
    values = {"state": Subscription.State.ASKED, "asked_at": ask.asked_at}
    found, made = Subscription.objects.get_or_create(subscriber=subscriber, letter=letter, defaults=values)
    if not made and found.state == Subscription.State.LEFT:
        Subscription.objects.filter(pk=found.pk).update(**values)


def _mailed(consent: Consent, letters: list[Letter]) -> posts.PostError | None:
    """Why it was not taken; None where it was."""
    try:
        with translation.override(settings.LANGUAGE_CODE):
            message, envelope = mails.confirmation(consent.subscriber.address, tokens.mint(consent), letters)
    except Unsendable as header:
        return posts.PostRefused("5.6.0", f"no mail can be made of it ({header})", reader=True)
    door = posts.current()
    try:
        door.hand(message, envelope, before_body=lambda: True)
    except posts.PostError as error:
        logger.warning("a confirmation mail was not taken: %s", error.code or type(error).__name__)
        if not error.reader:
            _wait_together()
        return error
    finally:
        door.close()
    return None


def _wait_together() -> None:
    """Nobody answers, so the others need not find out one by one; each still has its own attempts."""
    now = timezone.now()
    Ask.objects.filter(next_attempt_at__lte=now).update(next_attempt_at=now + attempt_after(1))


def _put_off(ask: Ask) -> None:
    ask.attempts += 1
    ask.next_attempt_at = timezone.now() + attempt_after(ask.attempts)
    ask.save(update_fields=["attempts", "next_attempt_at"])
