"""Deletes what is past its time; how long what is kept is said in docs/letters.md."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from newsdesk.newsletter import posts
from newsdesk.newsletter.asking import giving_up, network
from newsdesk.newsletter.models import Ask, Consent, Subscriber, Subscription, Token
from newsdesk.press.serving import leaves, visits

UNCONFIRMED = timedelta(days=30)
TOKENS = timedelta(days=30)
ASKS = timedelta(days=7)
HALF_WRITTEN = timedelta(hours=1)
PROOF = timedelta(days=3 * 365)


def sweep() -> None:
    """Safe to run at any time, and twice."""
    now = timezone.now()
    network.throw_keys_away()
    giving_up.forget()
    _half_written(leaves.FOLDER, ".leave")
    _half_written(visits.FOLDER, ".visits")
    for ask in Ask.objects.filter(asked_at__lt=now - ASKS):
        giving_up.give_up(ask, posts.PostLost("", "no mail left within seven days"), refused=False)
    Token.objects.filter(made_at__lt=now - TOKENS).delete()
    old_asks = Subscription.objects.filter(state=Subscription.State.ASKED, asked_at__lt=now - UNCONFIRMED)
    old_asks.delete()
    Consent.objects.filter(confirmed_at=None, asked_at__lt=now - UNCONFIRMED).delete()
    _forget_who_left(now - PROOF)
    Subscriber.objects.filter(subscriptions=None, since__lt=now - UNCONFIRMED).delete()


def _half_written(folder: str, whole: str) -> None:
    """What a reader process was writing when it died; nobody was told that it is kept."""
    before = (timezone.now() - HALF_WRITTEN).timestamp()
    for file in (Path(settings.NEWSDESK_DATA) / folder).glob("*"):
        with suppress(FileNotFoundError):  # it has just become whole, or was taken in
            if file.suffix != whole and file.stat().st_mtime < before:
                file.unlink()


def _forget_who_left(before: object) -> None:
    """A reader who left every letter so long ago; what they agreed to needs no proof any more."""
    gone = Subscriber.objects.filter(subscriptions__left_at__lt=before)
    gone.exclude(subscriptions__state__in=[Subscription.State.ASKED, Subscription.State.CONFIRMED]).exclude(
        subscriptions__left_at__gte=before
    ).delete()
