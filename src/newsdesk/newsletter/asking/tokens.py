"""Tokens of confirmation links: random, kept as hashes, good for seven days and for one use."""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta

from django.utils import timezone

from newsdesk.newsletter.links import derived
from newsdesk.newsletter.models import Consent, Token

GOOD_FOR = timedelta(days=7)


def mint(consent: Consent) -> str:
    """A new token for a consent; it is returned this once."""
    words, now = secrets.token_urlsafe(32), timezone.now()
    Token.objects.create(
        hash=hashed(words),
        subscriber_id=consent.subscriber_id,
        consent=consent,
        made_at=now,
        expires_at=now + GOOD_FOR,
    )
    return words


def find(words: str) -> Token | None:
    """The token, used or not, late or not; None where this newsroom knows none such."""
    return Token.objects.filter(hash=hashed(words)).select_related("consent", "subscriber").first()


def use(token: Token) -> bool:
    """Uses it, which one of two at once can do; False where it was used, or its time is over."""
    now = timezone.now()
    return bool(Token.objects.filter(pk=token.pk, used_at=None, expires_at__gt=now).update(used_at=now))


def hashed(words: str) -> str:
    return hmac.digest(derived("newsdesk.newsletter.tokens"), words.encode(), "sha256").hex()
