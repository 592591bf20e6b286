"""Finds the source a chain names, makes it where there is none, and remembers what it was called and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from newsdesk.article.source import NAMED
from newsdesk.sources.models import AttributionRow, NameRow, SourceRow

PUBLIC = ("organisation", "outlet", "document")
"""Kinds whose sources get a page of their own at once; a person gets one when an editor says so."""


@dataclass(frozen=True, slots=True)
class Called:
    """How a text calls a source: its kind, its fullest name there, its title if it has one."""

    kind: str
    name: str
    title: str = ""


@transaction.atomic
def source_of(called: Called, day: date, chosen: UUID | None = None, article: UUID | None = None) -> SourceRow:
    """The source called so, made where there is none; ``chosen`` is the one an editor named.

    An unnamed source is looked for in ``article`` alone: the same words elsewhere may be somebody else.
    """
    found = _chosen(chosen) or (_named(called) if called.kind in NAMED else _unnamed_of(called, article))
    source = found or SourceRow.objects.create(kind=called.kind, name=called.name, has_page=called.kind in PUBLIC)
    remember(source, called, day)
    return source


def remember(source: SourceRow, called: Called, day: date) -> None:
    """That it was called so on that day."""
    row, made = NameRow.objects.get_or_create(
        source=source, name=called.name, title=called.title, defaults={"since": day, "until": day}
    )
    if not made and not row.since <= day <= row.until:
        row.since, row.until = min(row.since, day), max(row.until, day)
        row.save(update_fields=["since", "until"])


def _chosen(chosen: UUID | None) -> SourceRow | None:
    found = SourceRow.objects.filter(uuid=chosen).select_related("merged_into").first() if chosen else None
    return found.merged_into or found if found else None


def _named(called: Called) -> SourceRow | None:
    """Of the sources of that kind that were ever called so, the one seen last."""
    seen = NameRow.objects.filter(
        folded=called.name.casefold(), source__kind=called.kind, source__merged_into=None
    ).select_related("source")
    row = seen.order_by("-until", "-id").first()
    return row.source if row else None


def _unnamed_of(called: Called, article: UUID | None) -> SourceRow | None:
    if article is None:
        return None
    used = AttributionRow.objects.filter(
        statement__article=article, kind=called.kind, source__kind=called.kind, name__iexact=called.name
    )
    return SourceRow.objects.filter(pk__in=used.values("source")).first()
