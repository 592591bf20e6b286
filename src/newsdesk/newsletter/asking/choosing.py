"""A reader chooses letters on their own page; the signed link to it proves whose mail it came by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from newsdesk.newsletter.asking import signing_up, still_wanted
from newsdesk.newsletter.asking.leaving import leave
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.models import Consent, Letter, Subscriber, Subscription
from newsdesk.newsletter.suppression import suppressed


def offered(subscriber: Subscriber) -> list[tuple[Letter, bool]]:
    """The letters that are open, or theirs, by name; each with whether they get it."""
    theirs = _theirs(subscriber)
    letters = Letter.objects.order_by("name")
    return [(letter, letter.pk in theirs) for letter in letters if letter.open or letter.pk in theirs]


@transaction.atomic
def choose(subscriber: Subscriber, shown: Collection[str], wanted: Collection[str], by: Signed) -> bool:
    """Of the letters that were ``shown`` (all, where none is named), subscribes to those of the slugs ``wanted`` and
    leaves the others; what is new is agreed to, and kept as proof. ``by`` is the link that led there. Returns
    whether that is all done: nothing new is sent to a suppressed address.
    """
    new = []
    still_wanted.gave_a_sign(subscriber.pk)
    for letter, gets in offered(subscriber):
        if shown and letter.slug not in shown:
            continue
        if gets and letter.slug not in wanted:
            came_by = by.delivery if by.letter == letter.pk else 0
            leave(replace(by, letter=letter.pk, delivery=came_by), "page")
        elif not gets and letter.slug in wanted:
            new.append(letter)
    barred = suppressed(subscriber.canonical)
    if new and not barred:
        _subscribe(subscriber, new)
    return not (new and barred)


def _theirs(subscriber: Subscriber) -> set[UUID]:
    confirmed = subscriber.subscriptions.filter(state=Subscription.State.CONFIRMED)
    return set(confirmed.values_list("letter_id", flat=True))


def _subscribe(subscriber: Subscriber, letters: list[Letter]) -> None:
    now, agreed = timezone.now(), signing_up.words()
    said = {"words": agreed, "words_version": signing_up.version(agreed), "source": "preferences"}
    ids = [str(letter.pk) for letter in letters]
    Consent.objects.create(subscriber=subscriber, letters=ids, asked_at=now, confirmed_at=now, **said)
    values = {"state": Subscription.State.CONFIRMED, "asked_at": now, "confirmed_at": now, "left_at": None}
    for letter in letters:
        Subscription.objects.update_or_create(subscriber=subscriber, letter=letter, defaults={**values, "left_by": ""})
