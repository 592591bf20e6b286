"""Takes a list of subscribers into one letter: first as a plan that changes nothing, then for good.

Whoever bounced or complained elsewhere is taken to have done so here, and whoever left there is not brought here; a
reader's own last word here stands, and whoever is suppressed here is left out, whatever the list says. Where the list
has no proof of a confirmation, none is made up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from newsdesk.newsletter.addresses import Address, Unusable, parse
from newsdesk.newsletter.asking import network, signing_up
from newsdesk.newsletter.lists.entry import Entry
from newsdesk.newsletter.models import Ask, Consent, Letter, Subscriber, Subscription, Suppression
from newsdesk.newsletter.suppression import suppress, suppressed

APART = timedelta(seconds=2)
"""Between two mails that ask whoever a list names without a proof: a flood of them would end in everybody's spam."""
_SUPPRESSING = {"bounced": Suppression.Why.BOUNCED, "complained": Suppression.Why.COMPLAINED}


@dataclass(slots=True)
class Plan:
    """What would be done with each address, in their order; ``counts`` by what becomes of them and why."""

    letter: Letter
    house: str
    confirmed: list[tuple[Address, Entry]] = field(default_factory=list)
    unproven: list[tuple[Address, Entry]] = field(default_factory=list)
    barred: list[tuple[Address, Entry]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def plan(letter: Letter, house: str, entries: Iterable[Entry]) -> Plan:
    """Decides about every entry; changes nothing."""
    made, seen = Plan(letter, house), set[str]()
    theirs = set(letter.subscriptions.values_list("subscriber__canonical", flat=True))
    for entry in entries:
        try:
            address = parse(entry.address)
        except Unusable:
            made.counts["left out: no usable address"] += 1
            continue
        made.counts[_put(made, address, entry, seen, theirs)] += 1
        seen.add(address.canonical)
    return made


def _put(made: Plan, address: Address, entry: Entry, seen: set[str], theirs: set[str]) -> str:
    """What becomes of one; a reader's own last word here, also that they left, stands above what a list says."""
    if address.canonical in seen:
        return "left out: twice in the list"
    if suppressed(address.canonical):
        return "left out: suppressed here"
    if entry.gone:
        made.barred.append((address, entry))
        return f"left out: {entry.gone} there"
    if address.canonical in theirs:
        return "left out: known here already"
    if entry.confirmed_at:
        made.confirmed.append((address, entry))
        return "subscribed: with proof"
    made.unproven.append((address, entry))
    return "without proof of a confirmation"


@transaction.atomic
def carry_out(made: Plan, ask_again: bool = False) -> None:
    """Does it, all or nothing; with ``ask_again`` those without proof are mailed a link to confirm by."""
    for address, entry in made.confirmed:
        _subscribe(made, address, entry)
    for address, entry in made.barred:
        if why := _SUPPRESSING.get(entry.gone):
            suppress(address.canonical, why, f"from {made.house}")
    if ask_again:
        for number, (address, _) in enumerate(made.unproven):
            _ask(made, address, timezone.now() + number * APART)


def _subscribe(made: Plan, address: Address, entry: Entry) -> None:
    subscriber, _ = Subscriber.objects.get_or_create(
        canonical=address.canonical,
        defaults={"address": str(address), "language": settings.LANGUAGE_CODE, "role": address.role},
    )
    times = {"asked_at": entry.asked_at or entry.confirmed_at, "confirmed_at": entry.confirmed_at}
    Consent.objects.create(
        subscriber=subscriber, letters=[str(made.letter.pk)], words="", words_version="", source=made.house, **times
    )
    Subscription.objects.create(subscriber=subscriber, letter=made.letter, state=Subscription.State.CONFIRMED, **times)


def _ask(made: Plan, address: Address, when: datetime) -> None:
    now, day, agreed = timezone.now(), network.today(), signing_up.words()
    Ask.objects.create(
        address=str(address),
        letters=[str(made.letter.pk)],
        words=agreed,
        words_version=signing_up.version(agreed),
        form=f"import from {made.house}",
        network="",
        day=day,
        asked_at=now,
        next_attempt_at=when,
    )
