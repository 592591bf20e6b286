"""Finds what is live in Wagtail and unknown to the archive, or the reverse, and mends it. Compares rows, no revisions.

Filing and saving are one transaction, so there should be nothing to find: but a database can be restored by halves, and
a plug-in can save around ``Page.save``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from newsdesk.archive.models import CardRow
from newsdesk.archive.reader import Archive
from newsdesk.desk import filing, publish
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.pages.info import InfoPage


@dataclass(frozen=True, slots=True)
class Mended:
    """Ids of articles and standing pages: ``added`` were live and not in the record as they are, ``withdrawn`` the
    reverse.
    """

    added: tuple[str, ...]
    withdrawn: tuple[str, ...]


def sweep(contents: bool = False) -> Mended:
    """Mends what differs, one transaction each; with ``contents`` each live article's text is compared too, as that
    of standing pages, which are few, always is.
    """
    live = {uuid: pk for pk, uuid in _live()}
    recorded = set(CardRow.objects.filter(state=CardRow.State.LIVE).values_list("article", flat=True))
    compared = live if contents else live.keys() - recorded
    added = [id for uuid in compared if (id := _add(live[uuid]))]
    standing = {page.archive_id: page for page in InfoPage.objects.exclude(first_published_at=None).order_by("pk")}
    return Mended(
        (*added, *_add_standing(standing)), (*_withdraw(recorded - live.keys()), *_withdraw_standing(standing))
    )


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


def _add_standing(pages: Mapping[str, InfoPage]) -> Iterator[str]:
    for id, page in pages.items():
        if page.live and page.live_revision_id and Archive().page(id) != filing.file_standing(page):
            publish.publish(page)
            yield id


def _withdraw_standing(pages: Mapping[str, InfoPage]) -> Iterator[str]:
    for id in set(Archive().values("page")) & pages.keys():
        if not pages[id].live:
            publish.withdraw(pages[id])
            yield id
