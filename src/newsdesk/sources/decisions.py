"""What an editor decides about statements: one act each, one transaction each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from newsdesk.sources import registry
from newsdesk.sources.drafts import Item, Link
from newsdesk.sources.models import AttributionRow, StatementRow
from newsdesk.sources.registry import Called

State, Origin = StatementRow.State, StatementRow.Origin


class NoSource(ValueError):
    """A statement without anybody who said it: a chain has at least one link."""


@transaction.atomic
def confirm(article: UUID, item: Item, day: date, by: Any = None, origin: str = Origin.PROPOSED) -> StatementRow:
    """Keeps a statement with its chain; confirming one again replaces what was kept.

    ``day`` is the day of the article, under which its names are remembered. Raises ``NoSource``.
    """
    if not item.chain:
        raise NoSource
    row, _ = StatementRow.objects.update_or_create(
        uuid=item.id,
        defaults={
            "article": article,
            "state": State.CONFIRMED,
            "origin": origin,
            "kind": item.kind,
            "quotes": [asdict(quote) for quote in item.quotes],
            "cue": asdict(item.cue) if item.cue else None,
            "said_on": item.said_on,
            "hedges": list(item.hedges),
            "why": list(item.why),
            "decided_by": by,
        },
    )
    _chain(row, item.chain, day)
    return row


def confirm_all(article: UUID, items: Iterable[Item], day: date, by: Any = None, origin: str = Origin.PROPOSED) -> int:
    """Keeps every proposal among ``items``; returns how many."""
    proposals = [item for item in items if item.state == "proposed"]
    with transaction.atomic():
        for item in proposals:
            confirm(article, item, day, by, origin)
    return len(proposals)


def reject(article: UUID, item: Item, by: Any = None) -> None:
    """That these words are no statement, or not worth keeping; they are not proposed again."""
    StatementRow.objects.update_or_create(
        uuid=item.id,
        defaults={
            "article": article,
            "state": State.REJECTED,
            "origin": Origin.PROPOSED,
            "kind": item.kind,
            "quotes": [asdict(quote) for quote in item.quotes],
            "why": list(item.why),
            "decided_by": by,
        },
    )


@transaction.atomic
def forget(article: UUID, id: UUID) -> None:
    """Undoes a decision; what the engine finds in these words is a proposal again."""
    StatementRow.objects.filter(article=article, uuid=id).delete()


@transaction.atomic
def move(article: UUID, id: UUID, to: Item) -> None:
    """Gives a confirmed statement the words of a proposal, its day and hedges too: the text was edited, who said it was
    not. Where the text names them otherwise now, the editor has said that it is them.
    """
    rows = StatementRow.objects.filter(article=article, uuid=id)
    rows.update(
        quotes=[asdict(quote) for quote in to.quotes],
        cue=asdict(to.cue) if to.cue else None,
        kind=to.kind,
        said_on=to.said_on,
        hedges=list(to.hedges),
    )
    mention = to.chain[0].mention if to.chain else ""
    AttributionRow.objects.filter(statement__in=rows, place=0).update(mention=mention)


def _chain(row: StatementRow, chain: Iterable[Link], day: date) -> None:
    row.chain.all().delete()
    AttributionRow.objects.bulk_create(_attribution(row, place, link, day) for place, link in enumerate(chain))


def _attribution(row: StatementRow, place: int, link: Link, day: date) -> AttributionRow:
    source = registry.source_of(Called(link.kind, link.name, link.title), day, link.source, row.article)
    return AttributionRow(
        statement=row,
        place=place,
        source=source,
        name=link.name,
        kind=link.kind,
        title=link.title,
        mention=link.mention,
        url=link.url,
        document_id=link.document,
        reason=link.reason,
    )
