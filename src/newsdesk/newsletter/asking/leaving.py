"""A reader leaves a letter; what already waits to be sent to them is dropped."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from newsdesk.newsletter.links import NO_LETTER, Signed
from newsdesk.newsletter.models import Delivery, Subscription
from newsdesk.newsletter.posting.acts import arrived

_NOT_SENT_YET = (Delivery.State.WAITING, Delivery.State.CLAIMED)


@transaction.atomic
def leave(signed: Signed, by: str) -> None:
    """Ends the letter of a link, or every letter where it names none; the second time it changes nothing. It is the
    issue that ended it which counts as left by.

    ``by`` is ``link``, ``one click``, ``page``, ``mail``, ``mail service``, ``desk`` or ``no answer``. Somebody who is
    not known any more has left already.
    """
    now = timezone.now()
    theirs = Subscription.objects.filter(subscriber__key=signed.subscriber).exclude(state=Subscription.State.LEFT)
    waiting = Delivery.objects.filter(subscriber__key=signed.subscriber, state__in=_NOT_SENT_YET)
    if signed.letter != NO_LETTER:
        theirs, waiting = theirs.filter(letter=signed.letter), waiting.filter(issue__letter=signed.letter)
    left = theirs.update(state=Subscription.State.LEFT, left_at=now, left_by=by)
    waiting.update(state=Delivery.State.DROPPED, owner="", lease=None)
    if signed.delivery:
        if left:
            Delivery.objects.filter(pk=signed.delivery, subscriber__key=signed.subscriber).update(left_at=now)
        arrived(signed.delivery)
