"""Fronts and leaves out of their rows, those of a whole block in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from newsdesk.archive import keys
from newsdesk.archive.models import EntryRow, LeafRow, ListingRow
from newsdesk.article.listing import Front, Leaf, LeafLink


def fronts(listings: Collection[str]) -> dict[str, Front]:
    """The open part of each of these listings; an empty one where nothing was ever listed."""
    newest = LeafRow.objects.filter(listing=OuterRef("pk")).order_by("-until", "-until_card").values("pk")
    rows = ListingRow.objects.filter(name__in=listings).annotate(older=Subquery(newest[:1]))
    found = list(rows.values_list("pk", "name", "older"))
    links = _links(older for _, _, older in found)
    articles = _articles("listing", EntryRow.objects.filter(listing__in=[id for id, _, _ in found], leaf=None))
    empty = {name: Front(name) for name in listings}
    return empty | {name: Front(name, articles[id], links.get(older)) for id, name, older in found}


def leaves(named: Collection[tuple[str, int]]) -> dict[tuple[str, int], Leaf]:
    """Those of these leaves that there are, by listing and serial."""
    older = _older(OuterRef("listing"), OuterRef("since"), OuterRef("since_card")).values("pk")
    newer = _newer(OuterRef("listing"), OuterRef("until"), OuterRef("until_card")).values("pk")
    rows = _rows(named).annotate(older=Subquery(older[:1]), newer=Subquery(newer[:1]))
    found = list(rows.values_list("pk", "listing__name", "serial", "since", "until", "older", "newer"))
    links = _links(id for *_, older, newer in found for id in (older, newer))
    entries = EntryRow.objects.filter(leaf__in=[id for id, *_ in found], listing=F("leaf__listing"))
    articles = _articles("leaf", entries)
    return {
        (name, serial): Leaf(name, serial, since, until, articles[id], links.get(older), links.get(newer))
        for id, name, serial, since, until, older, newer in found
    }


def months() -> tuple[str, ...]:
    names = ListingRow.objects.filter(name__startswith=keys.MONTH).order_by("-name").values_list("name", flat=True)
    return tuple(name.removeprefix(keys.MONTH) for name in names)


def every_leaf() -> Iterator[tuple[str, int]]:
    """Listing and serial of every leaf, the newest first: those that stand together show the same cards."""
    rows = LeafRow.objects.order_by("-until", "-until_card", "listing").values_list("listing__name", "serial")
    return iter(rows.iterator())


def serials(name: str) -> tuple[int, ...]:
    """Those of all leaves of a listing."""
    return tuple(LeafRow.objects.filter(listing__name=name).order_by("serial").values_list("serial", flat=True))


def whole(listing: str) -> tuple[list[int], tuple[str, ...]]:
    """The serials of all its leaves, and the permalinks of all its entries, newest first."""
    entries = EntryRow.objects.filter(listing__name=listing).order_by("-at", "-card_id")
    serials = LeafRow.objects.filter(listing__name=listing).order_by("serial").values_list("serial", flat=True)
    return list(serials), tuple(entries.values_list("card__path", flat=True))


def older_than(row: LeafRow) -> LeafRow | None:
    """The leaf that ends where this one begins."""
    return _older(row.listing_id, row.since, row.since_card).first() if row.since else None


def newer_than(row: LeafRow) -> LeafRow | None:
    """The leaf that begins where this one ends; None where the front comes next."""
    return _newer(row.listing_id, row.until, row.until_card).first()


def _older(listing: Any, since: Any, since_card: Any) -> QuerySet[LeafRow]:
    return LeafRow.objects.filter(listing=listing, until=since, until_card=since_card)


def _newer(listing: Any, until: Any, until_card: Any) -> QuerySet[LeafRow]:
    """In their order and from ``until`` on, so that the index leads to it, however many leaves there are."""
    later = LeafRow.objects.filter(listing=listing, until__gte=until).order_by("until", "until_card")
    return later.filter(since=until, since_card=until_card)


def _rows(named: Collection[tuple[str, int]]) -> QuerySet[LeafRow]:
    serials: dict[str, list[int]] = defaultdict(list)
    for listing, serial in named:
        serials[listing].append(serial)
    ids = ListingRow.objects.filter(name__in=serials).values_list("pk", "name")
    wanted = [Q(listing=id, serial__in=serials[name]) for id, name in ids]
    return LeafRow.objects.filter(reduce(or_, wanted)) if wanted else LeafRow.objects.none()


def _articles(part: str, entries: QuerySet[EntryRow]) -> dict[int, tuple[str, ...]]:
    """Who stands in each ``part`` (``listing`` for fronts, ``leaf``), newest first."""
    found: dict[int, list[str]] = defaultdict(list)
    for id, article in entries.order_by("-at", "-card_id").values_list(part, "card__article"):
        found[id].append(str(article))
    return defaultdict(tuple, {id: tuple(articles) for id, articles in found.items()})


def _links(ids: Iterable[int | None]) -> dict[int | None, LeafLink]:
    rows = LeafRow.objects.filter(pk__in={id for id in ids if id is not None})
    return {
        id: LeafLink(serial, since, until)
        for id, serial, since, until in rows.values_list("pk", "serial", "since", "until")
    }
