"""What rests on a source: the statements it made or passed on, article by article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from newsdesk.sources.models import AttributionRow, SourceRow, StatementRow


@dataclass(frozen=True, slots=True)
class Resting:
    """A statement and the source's place in its chain: 0 where it is its origin."""

    article: UUID
    words: str
    kind: str
    place: int
    chain: tuple[str, ...]
    said_on: date | None
    decided_on: date


def on(source: SourceRow, *, place: str = "", since: date | None = None, among: Any = None) -> list[Resting]:
    """The newest first; ``place`` is ``origin`` or ``through``, empty for both; ``since`` the day it was confirmed;
    ``among`` the UUIDs of the articles looked at, or a query for them, None for all.
    """
    links = AttributionRow.objects.filter(source=source, statement__state=StatementRow.State.CONFIRMED)
    if place:
        links = links.filter(place=0) if place == "origin" else links.filter(place__gt=0)
    if since:
        links = links.filter(statement__decided_at__date__gte=since)
    if among is not None:
        links = links.filter(statement__article__in=among)
    links = links.select_related("statement").prefetch_related("statement__chain").order_by("-statement_id", "place")
    return [_resting(link) for link in links]


def articles(resting: Iterable[Resting]) -> list[UUID]:
    """The articles concerned, each once, in the same order."""
    return list(dict.fromkeys(one.article for one in resting))


def _resting(link: AttributionRow) -> Resting:
    statement = link.statement
    return Resting(
        article=statement.article,
        words=str(statement),
        kind=statement.kind,
        place=link.place,
        chain=tuple(one.name for one in statement.chain.all()),
        said_on=statement.said_on,
        decided_on=statement.decided_at.date(),
    )
