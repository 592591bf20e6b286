"""Notes the sheets that were written or taken away, in the very transaction that records their digests.

A crash before it leaves the sheet due, so it is drawn, put and noted again; one after it leaves the row.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from newsdesk.archive.keys import Lane
from newsdesk.press.draw import Drawn
from newsdesk.press.models import Purge, Sheet
from newsdesk.press.serving.rules import NOT_FOUND


def note(drawn: Iterable[tuple[Sheet, Drawn]]) -> None:
    """Withdrawals are purged hard: what a withdrawn article stood on must not be shown once more while it is renewed.

    Where a sheet is new, the page for what is not there may be kept in its place: that is purged, too; and where a
    withdrawal brings a new sheet, a file of no sheet stood there before, such as a clip's.
    """
    if not settings.NEWSDESK_PURGE_CDN:
        return
    changed = [(sheet, one) for sheet, one in drawn if one.digest != sheet.digest]
    rows = [Purge(path=sheet.path, hard=_is_hard(sheet, one)) for sheet, one in changed if _was_there(sheet)]
    if len(rows) < len(changed):
        rows.append(Purge(path=NOT_FOUND))
    Purge.objects.bulk_create(rows)


def _was_there(sheet: Sheet) -> bool:
    return bool(sheet.digest) or sheet.lane == Lane.WITHDRAWAL


def _is_hard(sheet: Sheet, drawn: Drawn) -> bool:
    return sheet.lane == Lane.WITHDRAWAL or not drawn.digest
