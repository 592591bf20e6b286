"""Finds what is live in Wagtail and unknown to the archive, or the reverse, and mends it. Compares rows, no revisions.

Filing and saving are one transaction, so there should be nothing to find: but a database can be restored by halves, and
a plug-in can save around ``Page.save``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from newsdesk.archive.models import CardRow
from newsdesk.archive.reader import Archive
from newsdesk.desk import publish
from newsdesk.desk.pages.article import ArticlePage


@dataclass(frozen=True, slots=True)
class Mended:
    """Ids of articles: ``added`` were live and not in the record as they are, ``withdrawn`` the reverse."""

    added: tuple[str, ...]
    withdrawn: tuple[str, ...]


def sweep(contents: bool = False) -> Mended:
    """Mends what differs, one transaction an article; with ``contents`` each live article's text is compared too."""
    live = {uuid: pk for pk, uuid in _live()}
    recorded = set(CardRow.objects.filter(state=CardRow.State.LIVE).values_list("article", flat=True))
    compared = live if contents else live.keys() - recorded
    added = [id for uuid in compared if (id := _add(live[uuid]))]
    return Mended(tuple(added), tuple(_withdraw(recorded - live.keys())))


def _live() -> Iterator[tuple[int, UUID]]:
    rows = ArticlePage.objects.filter(live=True, live_revision__isnull=False)
    yield from rows.order_by("pk").values_list("pk", "uuid").iterator()


def _add(page_id: int) -> str:
    """The article's id if the archive did not have it as it is; what is killed or taken down is never brought back."""
    page = ArticlePage.objects.get(pk=page_id)
    before = Archive().edition(page.archive_id)
    if Archive().state(page.archive_id) in ("killed", "takedown"):
        return ""
    publish.publish(page)
    return page.archive_id if Archive().edition(page.archive_id) != before else ""


def _withdraw(articles: set[UUID]) -> Iterator[str]:
    """Only what has a page that says so: an article without one was recorded by somebody else."""
    for page in ArticlePage.objects.filter(uuid__in=articles, live=False).iterator():
        publish.withdraw(page)
        yield page.archive_id
