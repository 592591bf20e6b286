"""Standing pages: about us, contact, ownership."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive.reader import Archive
from newsdesk.article.links import page_path
from newsdesk.pages.contexts import Name, TextPage
from newsdesk.pages.heads import head
from newsdesk.pages.web import Web
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, addressed, recipe


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    found = addressed(kind, id, "page")
    if found and (path := archive.address(id)):
        yield Wanted(path, found)


def _every(archive: Archive) -> Iterator[Wanted]:
    for id in archive.values("page"):
        yield from _sheets_for(archive, "address", f"page:{id}")


@recipe(
    "page",
    stage=Stage.ARTICLE,
    route=r"^/[a-z0-9-]+/$",
    sheets_for=_sheets_for,
    every=_every,
    template="page.html",
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> TextPage | None:
    page = archive.page(wanted.args)
    if page is None or page_path(page.slug) != wanted.path:
        return None
    crumbs = (Name(page.title, wanted.path),)
    return TextPage(
        head=head(frame, wanted.path, page.title, page.summary, crumbs=crumbs),
        title=page.title,
        summary=page.summary,
        body=Web(archive, frame).html(page.body),
    )
