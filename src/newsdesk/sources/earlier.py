"""What earlier articles printed of the same speakers, for the rules to compare with."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from newsdesk.archive.reader import Archive
from newsdesk.sources.models import AttributionRow
from newsdesk.sources.rules import Printed

MOST = 200
"""Quotations looked at, the newest first: more than one speaker gives a newsroom in years."""


def quotations(article: UUID, speakers: Iterable[str]) -> list[Printed]:
    """Direct quotations of these speakers that readers can see in other articles."""
    said = (
        AttributionRow.objects.filter(
            place=0, name__in=set(speakers), statement__state="confirmed", statement__kind="direct"
        )
        .exclude(statement__article=article)
        .select_related("statement")
        .order_by("-pk")[:MOST]
    )
    cards = Archive().cards({str(link.statement.article) for link in said})
    return [
        Printed(str(link.statement), link.name, cards[str(link.statement.article)].headline)
        for link in said
        if str(link.statement.article) in cards
    ]
