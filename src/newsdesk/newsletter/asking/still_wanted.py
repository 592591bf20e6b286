"""Asks readers who gave no sign for long whether they still want a letter, where its newsroom wants that.

A sign is what a reader does knowingly: confirming, choosing letters, the button this mail leads to. Opening a letter,
or following its links, is none: nobody knows who did.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from newsdesk.newsletter import posts
from newsdesk.newsletter.asking import mails
from newsdesk.newsletter.asking.leaving import leave
from newsdesk.newsletter.links import Signed
from newsdesk.newsletter.message import Unsendable
from newsdesk.newsletter.models import Letter, Subscriber, Subscription
from newsdesk.newsletter.suppression import suppressed

logger = logging.getLogger(__name__)

A_TIME, A_DAY = 20, 1000
"""Readers asked in one go, and in a day and night, of all letters together."""
MONTH = timedelta(days=30)
AGAIN = timedelta(hours=12)
NO_ANSWER = "no answer"


def sweep() -> None:
    """Ends what was not answered, and asks the next; safe to run at any time, and by two at once."""
    for letter in Letter.objects.filter(still_after__gt=0):
        _end_unanswered(letter)
        for one in _silent(letter)[: _room()]:
            if not _ask(one):
                return


def gave_a_sign(subscriber: int) -> None:
    """The reader is there: nothing of theirs waits for an answer any more."""
    Subscriber.objects.filter(pk=subscriber).update(reacted_at=timezone.now())
    Subscription.objects.filter(subscriber=subscriber).update(still_asked_at=None, still_not_before=None)


@transaction.atomic
def keep(signed: Signed) -> bool:
    """The reader still wants it; False where it has ended."""
    kept = Subscription.objects.select_for_update().filter(subscriber__key=signed.subscriber, letter=signed.letter)
    theirs = kept.filter(state=Subscription.State.CONFIRMED).first()
    if theirs is None:
        return False
    gave_a_sign(theirs.subscriber_id)
    return True


def _silent(letter: Letter) -> QuerySet[Subscription]:
    """Those to be asked now, the longest silent first."""
    now = timezone.now()
    before = now - letter.still_after * MONTH
    silent = Q(subscriber__reacted_at=None) | Q(subscriber__reacted_at__lt=before)
    may = Q(still_not_before=None) | Q(still_not_before__lte=now)
    found = letter.subscriptions.annotate(began=Coalesce("confirmed_at", "asked_at")).select_related("subscriber")
    asked = found.filter(silent, may, state=Subscription.State.CONFIRMED, still_asked_at=None, began__lt=before)
    return asked.order_by("began", "pk")


def _room() -> int:
    lately = Subscription.objects.filter(still_asked_at__gt=timezone.now() - timedelta(days=1)).count()
    return max(0, min(A_TIME, A_DAY - lately))


def _ask(one: Subscription) -> bool:
    """Mails the question, and only then waits for the answer. False where the mail server takes nothing now."""
    barred = suppressed(one.subscriber.canonical)
    if not _mine(one, MONTH if barred else AGAIN) or barred:
        return True
    try:
        _mail(one)
    except Unsendable:
        return True
    except posts.PostError as error:
        logger.warning("a mail that asks whether a letter is still wanted was not taken: %s", error.code)
        return error.reader
    Subscription.objects.filter(pk=one.pk, state=Subscription.State.CONFIRMED).update(still_asked_at=timezone.now())
    return True


def _mine(one: Subscription, pause: timedelta) -> bool:
    """Whether this worker may ask it; it is not tried again before the pause is over, whatever happens."""
    untried = Subscription.objects.filter(pk=one.pk, still_asked_at=None, still_not_before=one.still_not_before)
    return bool(untried.update(still_not_before=timezone.now() + pause))


def _mail(one: Subscription) -> None:
    """Raises ``Unsendable`` and ``PostError``."""
    posts.hand_one(*mails.still_wanted(one))


def _end_unanswered(letter: Letter) -> None:
    before = timezone.now() - timedelta(days=letter.answer_within)
    asked = letter.subscriptions.filter(state=Subscription.State.CONFIRMED, still_asked_at__lte=before)
    for pk in asked.values_list("pk", flat=True)[:A_DAY]:
        _end(asked, pk)


@transaction.atomic
def _end(asked: QuerySet[Subscription], pk: int) -> None:
    """Unless the answer has come meanwhile."""
    one = asked.select_for_update(of=("self",)).select_related("subscriber").filter(pk=pk).first()
    if one:
        leave(Signed(one.subscriber.key, one.letter_id), NO_ANSWER)
