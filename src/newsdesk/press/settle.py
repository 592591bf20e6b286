"""Records what came of a block of sheets, in one transaction, when their files are on the shelf."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from newsdesk.press.draw import DrawError, Drawn
from newsdesk.press.models import Sheet
from newsdesk.press.plan import pause
from newsdesk.press.purge import outbox
from newsdesk.press.reads import BlockReads


@dataclass(slots=True)
class Tally:
    """What a run did, in sheets; ``paths`` are those drawn, in order, where the press keeps them."""

    drawn: int = 0
    written: int = 0
    retired: int = 0
    failed: int = 0
    paths: list[str] = field(default_factory=list)


Result = tuple[Sheet, Drawn | DrawError]


@transaction.atomic
def settle(results: Sequence[Result], reads: BlockReads, fingerprint: str, tally: Tally) -> None:
    """Brings rows and reads up to date; a digest is recorded only here, so that a crash before it draws all again."""
    failed = [(sheet, drawn) for sheet, drawn in results if isinstance(drawn, DrawError)]
    printed = [(sheet, drawn) for sheet, drawn in results if isinstance(drawn, Drawn) and drawn.digest]
    retired = [sheet.id for sheet, drawn in results if isinstance(drawn, Drawn) and not drawn.digest]
    outbox.note((sheet, drawn) for sheet, drawn in results if isinstance(drawn, Drawn))
    kept = {sheet.id: error.reads for sheet, error in failed} | {sheet.id: drawn.reads for sheet, drawn in printed}
    reads.replace(kept, failed={sheet.id for sheet, _ in failed})
    _printed(printed, fingerprint)
    for sheet, error in failed:
        _failed(sheet, str(error))
    if retired:
        Sheet.objects.filter(id__in=retired).delete()
    tally.drawn += len(results)
    tally.failed += len(failed)
    tally.retired += len(retired)
    tally.written += sum(drawn.digest != sheet.digest for sheet, drawn in printed)


def _printed(printed: Sequence[tuple[Sheet, Drawn]], fingerprint: str) -> None:
    """Up to date, but for a sheet that was marked again meanwhile."""
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE press_sheet SET digest = %s, theme = %s, printed_at = %s, error = '', attempts = 0, "
            "next_attempt_at = NULL WHERE id = %s",
            [(drawn.digest, fingerprint, now, sheet.id) for sheet, drawn in printed],
        )
    by_change: dict[int | None, list[int]] = defaultdict(list)
    for sheet, _ in printed:
        by_change[sheet.due].append(sheet.id)
    for due, ids in by_change.items():
        Sheet.objects.filter(due=due, id__in=ids).update(due=None)


def _failed(sheet: Sheet, reason: str) -> None:
    attempts = sheet.attempts + 1
    Sheet.objects.filter(id=sheet.id).update(
        error=reason[:2000], attempts=attempts, next_attempt_at=timezone.now() + timedelta(seconds=pause(attempts))
    )
