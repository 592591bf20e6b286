"""The one writer of the public record: every act here is one transaction that also names the keys it changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal

from django.db import IntegrityError, transaction
from django.utils import timezone

from newsdesk.archive import addresses, clips, keys, listing_writer, outbox
from newsdesk.archive.clips import clip, silence
from newsdesk.archive.codec import decode, encode
from newsdesk.archive.keys import Lane
from newsdesk.archive.letters import close_letter, counted, forget_letter, issue, letter, withdraw_issue
from newsdesk.archive.models import CardRow, EditionRow, EntryRow
from newsdesk.archive.values import (
    author,
    forget_author,
    forget_source,
    forget_subject,
    lead_on,
    menu,
    page,
    picture,
    pictured,
    place,
    redirect,
    source,
    subject,
    tick,
    withdraw_page,
)
from newsdesk.article import links
from newsdesk.article.card import Card, card_of
from newsdesk.article.correction import Correction
from newsdesk.article.edition import Edition

__all__ = [
    "Embargoed",
    "add",
    "articles_in",
    "attribute",
    "author",
    "clip",
    "close_letter",
    "correct",
    "counted",
    "forget_author",
    "forget_letter",
    "forget_source",
    "forget_subject",
    "issue",
    "lead_on",
    "letter",
    "menu",
    "page",
    "picture",
    "pictured",
    "place",
    "redirect",
    "silence",
    "source",
    "subject",
    "tick",
    "withdraw",
    "withdraw_issue",
    "withdraw_page",
]

How = Literal["unpublish", "kill", "takedown"]
STATES: dict[How, str] = {
    "unpublish": CardRow.State.UNPUBLISHED,
    "kill": CardRow.State.KILLED,
    "takedown": CardRow.State.TAKEN_DOWN,
}


Heard = tuple[bool, bool]
"""Whether an article could be heard before an act, and can be after it."""


class Embargoed(Exception):
    """An edition whose embargo lies ahead: nothing of it may enter the archive before ``until``."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"embargoed until {until:%Y-%m-%d %H:%M %Z}")
        self.until = until


@transaction.atomic
def add(edition: Edition, lane: Lane = Lane.EDITOR) -> Edition:
    """Adds an edition to the record and returns it with its number.

    The first one gives the article its permalink and its first publication, for good. Where nothing a reader sees
    differs from what is live, nothing is added and the live edition is returned. ``lane`` is ``RENAME`` for large
    imports, so that a publish overtakes them. Raises ``Embargoed``.
    """
    if edition.embargoed_until and edition.embargoed_until > timezone.now():
        raise Embargoed(edition.embargoed_until)
    row = CardRow.objects.select_for_update().filter(article=edition.article).first()
    if row is None:
        return _first(replace(edition, number=1), lane)
    last = _last(edition.article)
    edition = replace(
        edition,
        number=last.number + 1,
        first_published=row.first_published,
        corrections=edition.corrections or last.corrections,
    )
    before = last if row.state == CardRow.State.LIVE else None
    touched = keys.touched(before, edition, row.path)
    if before and not touched:
        return before
    row.state, row.withdrawn_at, row.reason = CardRow.State.LIVE, None, ""
    heard = _write(row, edition)
    back = [] if before else addresses.leading_to(f"article:{edition.article}")
    _name(row, before, edition, heard, [*back, *touched], lane)
    return edition


@transaction.atomic
def correct(article: str, note: Correction) -> Edition:
    """Adds an edition that carries one more public note; the notes of an article are never dropped again.

    Raises ``LookupError`` where the article is not live.
    """
    row = CardRow.objects.select_for_update().filter(article=article, state=CardRow.State.LIVE).first()
    if row is None:
        raise LookupError(f"the article {article} is not live")
    last = _last(article)
    return add(replace(last, corrections=(*last.corrections, note), published_at=note.made_at))


@transaction.atomic
def attribute(article: str, source: str, to: str) -> Edition | None:
    """Adds an edition whose chains name the source ``to`` where they named ``source``: both turned out to be one.

    Readers see no update of the article by it. None where the article is not live.
    """
    if not CardRow.objects.select_for_update().filter(article=article, state=CardRow.State.LIVE).exists():
        return None
    last = _last(article)
    statements = tuple(
        replace(one, chain=tuple(replace(link, source=to) if link.source == source else link for link in one.chain))
        for one in last.statements
    )
    return add(replace(last, statements=statements), Lane.RENAME)


def articles_in(listing: str) -> list[str]:
    """The articles that stand in a listing, the oldest first."""
    entries = EntryRow.objects.filter(listing__name=listing).order_by("at", "card_id")
    return [str(article) for article in entries.values_list("card__article", flat=True)]


@transaction.atomic
def withdraw(article: str, how: How, reason: str = "") -> None:
    """Takes an article out of everything readers see; its editions and its permalink stay in the record.

    ``unpublish`` leaves a plain 404 and may return; ``kill`` and ``takedown`` leave a notice with status 410.
    Withdrawing again in a graver way is possible; what was never published or is withdrawn so already is left as it
    is.
    """
    row = CardRow.objects.select_for_update().filter(article=article).first()
    if row is None or row.state == STATES[how]:
        return
    before = _last(article) if row.state == CardRow.State.LIVE else None
    row.state, row.withdrawn_at, row.reason = STATES[how], timezone.now(), reason
    heard = clips.follow(row, None)
    row.save(update_fields=["state", "withdrawn_at", "reason", "awaits_clip"])
    touched = keys.touched(before, None, row.path) if before else [keys.edition(article)]
    _name(row, before, None, heard, touched, Lane.WITHDRAWAL)


def _first(edition: Edition, lane: Lane) -> Edition:
    row = CardRow(article=edition.article, first_published=edition.first_published, number=1)
    local = timezone.localtime(edition.first_published)
    attempt = 1
    while True:
        row.path = links.permalink(local, edition.slug, attempt)
        attempt += 1
        if CardRow.objects.filter(path=row.path).exists():
            continue
        try:
            with transaction.atomic():
                heard = _write(row, edition)
            break
        except IntegrityError:  # another article took the path, or this one its first edition, a moment ago
            if CardRow.objects.filter(article=edition.article).exists():
                raise
            row.pk = None
    _name(row, None, edition, heard, keys.touched(None, edition, row.path), lane)
    return edition


def _write(row: CardRow, edition: Edition) -> Heard:
    row.number, row.data = edition.number, encode(card_of(edition, row.path))
    heard = clips.follow(row, edition)
    row.save()
    EditionRow.objects.create(article=edition.article, number=edition.number, data=encode(edition))
    return heard


def _name(
    row: CardRow, before: Edition | None, after: Edition | None, heard: Heard, touched: list[str], lane: Lane
) -> None:
    """Moves the card's entries and names what changed, listings first, the edition's own key last (see
    ``keys.touched``).
    """
    places = (
        keys.listings_of(edition, row.path) | (keys.spoken_listings(edition) if spoken else {}) if edition else {}
        for edition, spoken in zip((before, after), heard, strict=True)
    )
    outbox.changed([*listing_writer.move(row, *places), *touched], lane)


def _last(article: str) -> Edition:
    """The newest edition, whether it is shown or not; of a live article that is the one readers see."""
    rows = EditionRow.objects.filter(article=article).order_by("-number")
    return decode(rows.values_list("data", flat=True)[0], Edition)


def card(article: str) -> Card | None:
    """The card as it was last recorded, also of what has been withdrawn; for the desk, never for a sheet."""
    data = CardRow.objects.filter(article=article).values_list("data", flat=True).first()
    return None if data is None else decode(data, Card)
