"""What the numbers of an issue's counted links lead to: kept for good, since letters that have left go by them."""

from __future__ import annotations

from django.db import transaction

from newsdesk.archive import record
from newsdesk.newsletter.models import Issue


@transaction.atomic
def keep(issue: Issue, links: tuple[str, ...]) -> bool:
    """Whether each number leads where this drawing of the issue says; tells the record of new ones, whose redirects the
    press then makes.
    """
    if list(links) == issue.links:
        return True
    row = Issue.objects.select_for_update().get(pk=issue.pk)
    if tuple(row.links) != links[: len(row.links)]:
        return False
    Issue.objects.filter(pk=row.pk).update(links=list(links))
    record.counted(str(row.pk), links)
    return True
