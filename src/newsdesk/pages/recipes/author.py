"""A contributor's page: who they are, and what they wrote."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.byline import Credit
from newsdesk.article.links import author_path
from newsdesk.article.people import Author
from newsdesk.pages import names, structured
from newsdesk.pages.contexts import ListingPage
from newsdesk.pages.heads import head
from newsdesk.pages.moments import days
from newsdesk.pages.recipes.listings import neighbour
from newsdesk.pages.teasers import plain
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, addressed, recipe


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    found = addressed(kind, id, "author")
    if found and (path := archive.address(id)):
        yield Wanted(path, found)


def _every(archive: Archive) -> Iterator[Wanted]:
    for id in archive.values("author"):
        yield from _sheets_for(archive, "address", f"author:{id}")


@recipe(
    "author",
    stage=Stage.FRONT,
    route=r"^/authors/[a-z0-9-]+/$",
    sheets_for=_sheets_for,
    every=_every,
    template="author.html",
    opens=lambda id: [keys.author(id), keys.front(f"author-{id}")],
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> ListingPage | None:
    author = archive.author(wanted.args)
    if author is None or author_path(author.slug) != wanted.path:
        return None
    return _page(archive, frame, wanted, author)


def _page(archive: Archive, frame: Frame, wanted: Wanted, author: Author) -> ListingPage:
    front = archive.front(f"author-{author.id}")
    shown = names.byliner(archive, Credit(author.id, author.name, author.is_desk))
    about = structured.person(shown, frame)
    return ListingPage(
        head=head(frame, wanted.path, author.name, author.biography or author.title, things=(about,)),
        title=author.name,
        description=author.biography,
        lead=None,
        seconds=(),
        days=days(plain(archive, frame, front.articles)),
        older=neighbour(wanted.path, front.older, frame),
        author=shown,
    )
