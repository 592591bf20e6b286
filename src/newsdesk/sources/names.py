"""Known sources by the beginning of a name, for those who type one."""

from __future__ import annotations

from newsdesk.article.source import NAMED
from newsdesk.sources.models import NameRow, SourceRow

MOST = 12


def beginning(typed: str) -> list[SourceRow]:
    """Up to ``MOST`` named sources, the one seen last first; none for less than two letters."""
    folded = typed.strip().casefold()
    if len(folded) < 2:
        return []
    seen = NameRow.objects.filter(
        folded__startswith=folded, source__kind__in=NAMED, source__merged_into=None
    ).select_related("source")
    return list(dict.fromkeys(row.source for row in seen.order_by("-until", "-id")[: MOST * 4]))[:MOST]
