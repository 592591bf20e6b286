"""A reader asks for letters: one row, whoever they are, and the same answer."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsdesk.newsletter import posts
from newsdesk.newsletter.addresses import Address, Unusable, parse
from newsdesk.newsletter.asking import limits, network
from newsdesk.newsletter.models import Ask, Letter
from newsdesk.press.serving.networks import network_of


class TooMany(Exception):
    """This network asked too often."""


class Full(Exception):
    """More have asked than we can write to just now."""


def words() -> str:
    """What a reader agrees to, in the language at hand; another wording has another version by itself."""
    return gettext("Send me these letters by mail. I can leave at any time with one click.")


def version(agreed: str) -> str:
    """Tells one wording from another; 12 hex digits."""
    return hashlib.sha256(agreed.encode()).hexdigest()[:12]


def usable(typed: str) -> Address:
    """The address in what a reader typed, if our mail server can write to such a one; raises ``Unusable``.

    It depends on the form of the address alone, so that saying it tells nobody who is known.
    """
    address = parse(typed)
    if address.needs_utf8 and not posts.takes_internationalised():
        raise Unusable(_("Our mail server can write only to addresses with plain letters, a to z, before the @."))
    return address


def letters_named(slugs: Sequence[str]) -> list[Letter]:
    """The open letters of these names, or all where none is named."""
    found = Letter.objects.filter(open=True).order_by("name")
    return list(found.filter(slug__in=slugs) if slugs else found)


def _is_full() -> bool:
    """Those of an import take nobody's place; they are looked for only where all together are too many."""
    return Ask.objects.count() >= limits.WAITING and Ask.objects.exclude(network="").count() >= limits.WAITING


def ask(address: Address, letters: Sequence[Letter], client: str, form: str) -> None:
    """Notes the wish; raises ``TooMany`` and ``Full``. An address that is named too often is left alone, which nobody
    is told.
    """
    if limits.too_many_from(client):
        raise TooMany
    if _is_full():
        raise Full
    if limits.too_many_for(address.canonical):
        return
    now, day, agreed = timezone.now(), network.today(), words()
    Ask.objects.create(
        address=str(address),
        letters=[str(letter.pk) for letter in letters],
        words=agreed,
        words_version=version(agreed),
        form=form[:200],
        network=network.mark(network_of(client), day),
        day=day,
        asked_at=now,
        next_attempt_at=now,
    )
