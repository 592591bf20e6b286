"""The record's clips: each stands while readers see the words it speaks, and falls in the transaction that changes
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from newsdesk.archive import keys, listing_writer, outbox
from newsdesk.archive.codec import decode
from newsdesk.archive.keys import Lane
from newsdesk.archive.models import CardRow, ClipPartRow, EditionRow, ValueRow
from newsdesk.archive.value_writer import drop, put
from newsdesk.article import spoken
from newsdesk.article.card import Card, card_of
from newsdesk.article.clip import Clip
from newsdesk.article.edition import Edition

MOST_COMPOSED = 31
"""Composed clips that readers are offered; older ones fall."""


@transaction.atomic
def clip(value: Clip) -> bool:
    """Offers readers an article spoken, or with ``parts`` several; the clip that stood there before falls.

    False, and nothing done, where the words it speaks are no longer what readers see: its files must go again.
    """
    if value.parts:
        return _compose(value)
    row = CardRow.objects.select_for_update().filter(article=value.of, state=CardRow.State.LIVE).first()
    edition = _current(row) if row else None
    if row is None or edition is None or not _fits(value, edition):
        return False
    had = _replace(value)
    CardRow.objects.filter(pk=row.pk).update(awaits_clip=False)
    _enter(row, edition, had=had, has=True)
    return True


@transaction.atomic
def silence(of: str) -> None:
    """Takes away the clip of an article, or a composed one: it is no longer wanted, or its files are gone."""
    clip = _standing(of)
    if clip is None:
        return
    _fall(clip)
    row = None if clip.parts else CardRow.objects.select_for_update().filter(article=of).first()
    if row and (edition := _current(row)):
        live = row.state == CardRow.State.LIVE
        CardRow.objects.filter(pk=row.pk).update(awaits_clip=live)
        _enter(row, edition, had=True, has=False)


def follow(row: CardRow, edition: Edition | None) -> tuple[bool, bool]:
    """Whether the article had a clip, and has it still with this edition, None where readers no longer see it.

    Notes on the row whether a clip is awaited; the caller saves it, in the same transaction.
    """
    clip = _standing(str(row.article))
    kept = clip is not None and edition is not None and _fits(clip, edition)
    if clip and not kept:
        _fall(clip)
    _follow_composed(row, card_of(edition, row.path) if edition else None)
    row.awaits_clip = edition is not None and not kept
    return clip is not None, kept


def _fits(clip: Clip, edition: Edition) -> bool:
    """Whether it speaks the words of this edition, and shows no photograph that has left it."""
    shown = edition.picture.picture if edition.picture else ""
    return spoken.digest(edition) == clip.spoken and clip.cover in ("", shown)


def awaiting() -> QuerySet[CardRow]:
    """The live articles whose words no clip speaks."""
    return CardRow.objects.filter(state=CardRow.State.LIVE, awaits_clip=True)


def says(card: Card) -> str:
    """The digest of what a composed clip says of an article."""
    return spoken.digest_of(card.headline, card.summary)


def composed_of(article: str) -> list[str]:
    """The names of the composed clips that speak of an article."""
    return list(ClipPartRow.objects.filter(article=article).values_list("of", flat=True))


def published(since: datetime, until: datetime) -> list[Card]:
    """The live cards first published from ``since`` to before ``until``; for a clip to be composed of them."""
    rows = CardRow.objects.filter(state=CardRow.State.LIVE, first_published__gte=since, first_published__lt=until)
    return [decode(data, Card) for data in rows.order_by("-first_published").values_list("data", flat=True)]


def standing() -> Iterable[Clip]:
    """Every clip there is; for sweeps."""
    rows = ValueRow.objects.filter(key__startswith=keys.clip("")).order_by("key")
    return (decode(data, Clip) for data in rows.values_list("data", flat=True).iterator())


def _compose(value: Clip) -> bool:
    articles = [part.article for part in value.parts]
    rows = CardRow.objects.select_for_update().filter(article__in=articles, state=CardRow.State.LIVE)
    cards = {str(row.article): decode(row.data, Card) for row in rows.order_by("pk")}
    if any(part.article not in cards or says(cards[part.article]) != part.spoken for part in value.parts):
        return False
    _replace(value)
    ClipPartRow.objects.bulk_create([ClipPartRow(article=article, of=value.of) for article in articles])
    names = sorted({*_composed(), value.of}, reverse=True)
    for old in names[MOST_COMPOSED:]:
        silence(old)
    put(keys.COMPOSED, tuple(names[:MOST_COMPOSED]), Lane.EDITOR)
    return True


def _follow_composed(row: CardRow, card: Card | None) -> None:
    for of in composed_of(str(row.article)):
        clip = _standing(of)
        said = clip and next((part.spoken for part in clip.parts if part.article == str(row.article)), None)
        if clip and (card is None or says(card) != said):
            _fall(clip)


def _replace(value: Clip) -> bool:
    """Whether there was one before."""
    before = _standing(value.of)
    if before and before.digest != value.digest:
        _fall(before)
    put(keys.clip(value.of), value, Lane.EDITOR)
    return before is not None


def _fall(clip: Clip) -> None:
    """Nobody is offered it any more, and where its files stood is said that they are gone."""
    drop(keys.clip(clip.of), Lane.WITHDRAWAL)
    put(keys.silenced(clip.digest), clip.of, Lane.WITHDRAWAL)
    if clip.parts:
        ClipPartRow.objects.filter(of=clip.of).delete()
        put(keys.COMPOSED, tuple(name for name in _composed() if name != clip.of), Lane.WITHDRAWAL)


def _enter(row: CardRow, edition: Edition, *, had: bool, has: bool) -> None:
    """Puts the article into the listings of what can be heard, or takes it out."""
    places = (keys.spoken_listings(edition) if there else {} for there in (had, has))
    outbox.changed(listing_writer.move(row, *places), Lane.EDITOR)


def _standing(of: str) -> Clip | None:
    data = ValueRow.objects.filter(key=keys.clip(of)).values_list("data", flat=True).first()
    return None if data is None else decode(data, Clip)


def _composed() -> tuple[str, ...]:
    return tuple(ValueRow.objects.filter(key=keys.COMPOSED).values_list("data", flat=True).first() or ())


def _current(row: CardRow) -> Edition | None:
    rows = EditionRow.objects.filter(article=row.article, number=row.number).values_list("data", flat=True)
    return next((decode(data, Edition) for data in rows), None)
