"""What stands at an address that was left: a permanent redirect to where its article, page or subject is today.

Where a front has moved, its leaves, its feeds and its fragment have moved with it.
https://www.rfc-editor.org/rfc/rfc9110#name-301-moved-permanently
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.html import escape

from newsdesk.archive.addresses import KINDS
from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.pages.recipes.fragments import more_path
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe
from newsdesk.press.shelves.base import Printed


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    found = archive.redirect(id) if kind == "redirect" else None
    if found is None or not _target(archive, found.to):
        return
    yield Wanted(id, id)
    yield from (Wanted(links.leaf_path(id, serial + 1), id) for serial in range(found.leaves))
    yield from (Wanted(path, id) for path in _beside(found.to.partition(":")[0], id))


def _every(archive: Archive) -> Iterator[Wanted]:
    for path in archive.values("redirect"):
        yield from _sheets_for(archive, "redirect", path)


# Drawn last in its block: it leads to what is drawn before it.
@recipe("redirect", stage=Stage.FEED, route=r"(?!)", sheets_for=_sheets_for, every=_every)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> Printed | None:
    """``wanted.args`` is the old address of the front, also for what stood below it."""
    found = archive.redirect(wanted.args)
    target = found and _target(archive, found.to)
    if not found or not target:
        return None
    url = frame.url(target if found.merged else _today(wanted, found.to.partition(":")[0], target))
    body = f'<!doctype html><title>301</title><a href="{escape(url)}">{escape(url)}</a>'
    return Printed(body.encode(), status=301, location=url)


def _target(archive: Archive, reference: str) -> str | None:
    """The path or URL a reference leads to today, None where that is gone."""
    kind, _, id = reference.partition(":")
    if kind == "article":
        return archive.permalink(id)
    return archive.address(reference) if kind in KINDS else reference


def _beside(kind: str, front: str) -> tuple[str, ...]:
    """What stands elsewhere and is named after the slug of a front, always in the same order."""
    if kind not in ("section", "topic", "letter"):
        return ()
    slug = front.rstrip("/").rpartition("/")[2]
    feeds = tuple(links.feed_path(kind, slug, format) for format in links.FEED_FORMATS)
    return (*feeds, more_path(front)) if kind == "section" else feeds


def _today(wanted: Wanted, kind: str, target: str) -> str:
    """Where a front is now, or what stood below or beside its old address."""
    if wanted.path.startswith(wanted.args):
        return target + wanted.path.removeprefix(wanted.args)
    return dict(zip(_beside(kind, wanted.args), _beside(kind, target), strict=True))[wanted.path]
