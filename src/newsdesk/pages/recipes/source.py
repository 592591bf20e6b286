"""A source's page: what it is, and the articles that have something from it."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.links import source_path
from newsdesk.article.source import Source
from newsdesk.pages.contexts import ListingPage, Name
from newsdesk.pages.heads import head
from newsdesk.pages.moments import days
from newsdesk.pages.recipes.listings import neighbour
from newsdesk.pages.sources import known
from newsdesk.pages.teasers import plain
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, addressed, recipe


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    found = addressed(kind, id, "source")
    if found and (path := archive.address(id)):
        yield Wanted(path, found)


def _every(archive: Archive) -> Iterator[Wanted]:
    for id in archive.values("source"):
        yield from _sheets_for(archive, "address", f"source:{id}")


@recipe(
    "source",
    stage=Stage.FRONT,
    route=r"^/sources/[a-z0-9-]+/$",
    sheets_for=_sheets_for,
    every=_every,
    template="source.html",
    opens=lambda id: [keys.source(id), keys.front(keys.source_listing(id))],
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> ListingPage | None:
    """Nothing where readers have no such page: a source without one, or one that has another address now."""
    source = archive.source(wanted.args)
    if source is None or not source.slug or source_path(source.slug) != wanted.path:
        return None
    return _page(archive, frame, wanted, source)


def _page(archive: Archive, frame: Frame, wanted: Wanted, source: Source) -> ListingPage:
    front = archive.front(keys.source_listing(source.id))
    return ListingPage(
        head=head(frame, wanted.path, source.name, source.description, crumbs=(Name(source.name, wanted.path),)),
        title=source.name,
        description=source.description,
        lead=None,
        seconds=(),
        days=days(plain(archive, frame, front.articles)),
        older=neighbour(wanted.path, front.older, frame),
        source=known(source),
    )
