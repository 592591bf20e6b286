"""Makes two sources one: what rested on the first rests on the second, at the desk and in every edition.

The desk's rows move in one transaction. Editions are filed anew one by one, so that no transaction grows with the
archive; what a crash leaves is finished by the job.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction

from newsdesk.archive import record
from newsdesk.archive.keys import source_listing
from newsdesk.sources.confidential.carrying import carry
from newsdesk.sources.models import AttributionRow, NameRow, SourceRow


class NotTheSameKind(ValueError):
    """Two sources that cannot be one: an unnamed one and a named one, or one and itself."""


def merge(source: SourceRow, into: SourceRow, by: Any = None) -> None:
    """Moves names, chains, editions and a confidential identity from ``source`` to ``into``.

    Raises ``NotTheSameKind``; and ``BothTold`` or ``Unreadable`` where an identity cannot go along.
    """
    if source.pk == into.pk or source.is_named != into.is_named or into.merged_into_id:
        raise NotTheSameKind
    with transaction.atomic():
        carry(source, into, by)
        _move_rows(source, into)
    finish(source)


def due(limit: int) -> list[SourceRow]:
    """Merged sources that editions still name."""
    return list(SourceRow.objects.filter(printed=True).exclude(merged_into=None).select_related("merged_into")[:limit])


def finish(source: SourceRow) -> None:
    """Files anew each edition that names it; safe to cut short and to do twice."""
    into = source.merged_into
    if not source.printed or into is None:
        return
    into.to_archive()
    for article in record.articles_in(source_listing(source.archive_id)):
        record.attribute(article, source.archive_id, into.archive_id)
    with transaction.atomic():
        record.forget_source(source.archive_id)
        record.lead_on(f"source:{source.archive_id}", f"source:{into.archive_id}")
        SourceRow.objects.filter(pk=source.pk).update(printed=False)
        source.printed = False


def _move_rows(source: SourceRow, into: SourceRow) -> None:
    AttributionRow.objects.filter(source=source).update(source=into)
    SourceRow.objects.filter(merged_into=source).update(merged_into=into)
    for name in NameRow.objects.filter(source=source):
        _move_name(name, into)
    source.merged_into, source.has_page = into, False
    source.save()


def _move_name(name: NameRow, into: SourceRow) -> None:
    known = NameRow.objects.filter(source=into, name=name.name, title=name.title).first()
    if known is None:
        name.source = into
        name.save()
        return
    known.since, known.until = min(known.since, name.since), max(known.until, name.until)
    known.save()
    name.delete()
