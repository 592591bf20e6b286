"""Puts entries into listings and takes them out; names every front and leaf whose value is new.

Must run inside the caller's transaction. Listing rows are locked in the order of their names, so that two publishes
with shared topics wait for each other instead of deadlocking.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q

from newsdesk.archive import keys
from newsdesk.archive.listing_reader import newer_than, older_than
from newsdesk.archive.listings import Order, Range, close, split
from newsdesk.archive.models import CardRow, EntryRow, LeafRow, ListingRow


def move(card: CardRow, before: Mapping[str, datetime], after: Mapping[str, datetime]) -> list[str]:
    """Brings a card's entries from ``before`` to ``after`` (listing name to time); returns the keys that changed."""
    gone = {name for name, at in before.items() if after.get(name) != at}
    new = {name for name, at in after.items() if before.get(name) != at}
    if not gone | new:
        return []
    touched: dict[str, None] = {}
    for listing in _locked(gone | new, touched):
        if listing.name in gone:
            touched |= dict.fromkeys(_take_out(listing, card))
        if listing.name in new:
            touched |= dict.fromkeys(_put_in(listing, card, after[listing.name]))
    return list(touched)


def _locked(names: Iterable[str], touched: dict[str, None]) -> list[ListingRow]:
    names = sorted(names)
    known = set(ListingRow.objects.filter(name__in=names).values_list("name", flat=True))
    if missing := [name for name in names if name not in known]:
        ListingRow.objects.bulk_create([ListingRow(name=name) for name in missing], ignore_conflicts=True)
        if any(name.startswith(keys.MONTH) for name in missing):
            touched[keys.MONTHS] = None
    return list(ListingRow.objects.select_for_update().filter(name__in=names).order_by("name"))


def _take_out(listing: ListingRow, card: CardRow) -> list[str]:
    entry = EntryRow.objects.filter(listing=listing, card=card).select_related("leaf").first()
    if entry is None:
        return []
    entry.delete()
    return [_key(listing, entry.leaf)]


def _put_in(listing: ListingRow, card: CardRow, at: datetime) -> list[str]:
    leaf = _leaf_for(listing, (at, card.id))
    EntryRow.objects.create(listing=listing, card=card, at=at, leaf=leaf)
    return [_key(listing, leaf), *(_split(listing, leaf) if leaf else _close(listing))]


def _leaf_for(listing: ListingRow, order: Order) -> LeafRow | None:
    at, card = order
    reaches = Q(until__gt=at) | Q(until=at, until_card__gte=card)
    return listing.leaves.filter(reaches).order_by("until", "until_card").first()


def _orders(listing: ListingRow, leaf: LeafRow | None) -> list[Order]:
    entries = EntryRow.objects.filter(listing=listing, leaf=leaf).order_by("at", "card_id")
    return list(entries.values_list("at", "card_id"))


def _close(listing: ListingRow) -> list[str]:
    newest = listing.leaves.order_by("-until", "-until_card").first()
    closed = close(_orders(listing, None), (newest.until, newest.until_card) if newest else None)
    if closed is None:
        return []
    return _new_leaf(listing, closed, out_of=None)


def _split(listing: ListingRow, leaf: LeafRow) -> list[str]:
    halves = split(_range(leaf), _orders(listing, leaf))
    if halves is None:
        return []
    older, newer = halves
    after = newer_than(leaf)
    leaf.since, leaf.since_card = newer.since or (None, 0)
    leaf.save(update_fields=["since", "since_card"])
    return [_key(listing, leaf), _key(listing, after), *_new_leaf(listing, older, out_of=leaf)]


def _new_leaf(listing: ListingRow, covers: Range, out_of: LeafRow | None) -> list[str]:
    """Makes the leaf and moves into it what it covers of the front or of another leaf."""
    since, since_card = covers.since or (None, 0)
    until, until_card = covers.until
    leaf = LeafRow.objects.create(
        listing=listing, serial=listing.next_serial,
        since=since, since_card=since_card, until=until, until_card=until_card,
    )  # fmt: skip
    listing.next_serial += 1
    listing.save(update_fields=["next_serial"])
    covered = Q(at__lt=until) | Q(at=until, card_id__lte=until_card)
    EntryRow.objects.filter(covered, listing=listing, leaf=out_of).update(leaf=leaf)
    older = older_than(leaf)
    return [_key(listing, leaf), *([_key(listing, older)] if older else [])]


def _range(leaf: LeafRow) -> Range:
    since = None if leaf.since is None else (leaf.since, leaf.since_card)
    return Range(since, (leaf.until, leaf.until_card))


def _key(listing: ListingRow, leaf: LeafRow | None) -> str:
    return keys.leaf(listing.name, leaf.serial) if leaf else keys.front(listing.name)
