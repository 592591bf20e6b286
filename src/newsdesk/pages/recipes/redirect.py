"""What stands at a path that has moved: a permanent redirect to where its article, page or subject is today.

https://www.rfc-editor.org/rfc/rfc9110#name-301-moved-permanently
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.html import escape

from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe
from newsdesk.press.shelves.base import Printed


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == "redirect" and archive.redirect(id):
        yield Wanted(id, id)


def _every(archive: Archive) -> Iterator[Wanted]:
    return (Wanted(path, path) for path in archive.values("redirect"))


@recipe("redirect", stage=Stage.ARTICLE, route=r"(?!)", sheets_for=_sheets_for, every=_every)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> Printed | None:
    target = target_of(archive, archive.redirect(wanted.args) or "")
    if not target or target == wanted.path:
        return None
    url = frame.url(target)
    body = f'<!doctype html><title>301</title><a href="{escape(url)}">{escape(url)}</a>'
    return Printed(body.encode(), status=301, location=url)


def target_of(archive: Archive, reference: str) -> str:
    """The path or URL a reference leads to today, empty where that is gone."""
    kind, _, id = reference.partition(":")
    match kind:
        case "article":
            return archive.permalink(id) or ""
        case "page":
            page = archive.page(id)
            return links.page_path(page.slug) if page else ""
        case "section" | "topic":
            subject = archive.subject(id)
            path = links.section_path if kind == "section" else links.topic_path
            return path(subject.slug) if subject else ""
        case "author":
            author = archive.author(id)
            return links.author_path(author.slug) if author else ""
        case _:
            return reference
