"""The closed parts of listings, at a serial number below their front: ``/topics/ferries/7/``, ``/feed/12/``."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.listing import Leaf, LeafLink
from newsdesk.pages.contexts import LeafPage, Name
from newsdesk.pages.heads import head
from newsdesk.pages.moments import days, span
from newsdesk.pages.recipes.listings import Place, named_by, neighbour, place
from newsdesk.pages.teasers import plain
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    """A leaf that is new, and all leaves of a front that has moved."""
    listing, _, serial = id.rpartition("/") if kind == "leaf" else (id.replace(":", "-", 1), "", "")
    if kind not in ("leaf", "address") or listing == keys.CORRECTIONS:
        return
    if found := place(archive, listing):
        for number in [int(serial)] if serial else archive.serials(listing):
            yield Wanted(links.leaf_path(found.path, number), f"{listing}/{number}")


def _every(archive: Archive) -> Iterator[Wanted]:
    for listing, serial in archive.leaves():
        yield from _sheets_for(archive, "leaf", f"{listing}/{serial}")


def _opens(args: str) -> list[str]:
    listing, _, serial = args.rpartition("/")
    return [keys.leaf(listing, int(serial)), *named_by(listing)]


@recipe(
    "leaf",
    stage=Stage.LEAF,
    route=r"^/(?:(?:topics|authors|sources)/)?[a-z0-9-]+/\d+/$",
    sheets_for=_sheets_for,
    every=_every,
    template="leaf.html",
    opens=_opens,
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> LeafPage | None:
    listing, _, serial = wanted.args.rpartition("/")
    leaf, found = archive.leaf(listing, int(serial)), place(archive, listing)
    if leaf is None or found is None or links.leaf_path(found.path, leaf.serial) != wanted.path:
        return None
    return _page(archive, frame, leaf, found)


def _page(archive: Archive, frame: Frame, leaf: Leaf, found: Place) -> LeafPage:
    words = found.words or gettext("News Feed")
    dates = span(LeafLink(leaf.serial, leaf.since, leaf.until), frame)
    path = links.leaf_path(found.path, leaf.serial)
    crumbs = (Name(words, found.path), Name(dates, path))
    return LeafPage(
        head=head(frame, path, f"{words}, {dates}", crumbs=crumbs, subject=found.subject),
        front=Name(words, found.path),
        words=dates,
        days=days(plain(archive, frame, leaf.articles)),
        older=neighbour(found.path, leaf.older, frame),
        newer=neighbour(found.path, leaf.newer, frame),
    )
