"""Fronts and leaves out of their rows."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive import keys
from newsdesk.archive.models import EntryRow, LeafRow, ListingRow
from newsdesk.article.listing import Front, Leaf, LeafLink


def front(listing: str) -> Front:
    """The open part of a listing; an empty one where nothing was ever listed."""
    row = ListingRow.objects.filter(name=listing).first()
    if row is None:
        return Front(listing)
    newest = row.leaves.order_by("-until", "-until_card").first()
    return Front(listing, _articles(row, None), _link(newest))


def leaf(listing: str, serial: int) -> Leaf | None:
    row = LeafRow.objects.filter(listing__name=listing, serial=serial).select_related("listing").first()
    if row is None:
        return None
    return Leaf(
        listing,
        serial,
        row.since,
        row.until,
        _articles(row.listing, row),
        _link(older_than(row)),
        _link(newer_than(row)),
    )


def months() -> tuple[str, ...]:
    names = ListingRow.objects.filter(name__startswith=keys.MONTH).order_by("-name").values_list("name", flat=True)
    return tuple(name.removeprefix(keys.MONTH) for name in names)


def leaves() -> Iterator[tuple[str, int]]:
    """Listing and serial of every leaf."""
    rows = LeafRow.objects.order_by("listing__name", "serial").values_list("listing__name", "serial")
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
    if row.since is None:
        return None
    return LeafRow.objects.filter(listing_id=row.listing_id, until=row.since, until_card=row.since_card).first()


def newer_than(row: LeafRow) -> LeafRow | None:
    """The leaf that begins where this one ends; None where the front comes next."""
    return LeafRow.objects.filter(listing_id=row.listing_id, since=row.until, since_card=row.until_card).first()


def _articles(listing: ListingRow, leaf: LeafRow | None) -> tuple[str, ...]:
    entries = EntryRow.objects.filter(listing=listing, leaf=leaf).order_by("-at", "-card_id")
    return tuple(str(article) for article in entries.values_list("card__article", flat=True))


def _link(row: LeafRow | None) -> LeafLink | None:
    return LeafLink(row.serial, row.since, row.until) if row else None
