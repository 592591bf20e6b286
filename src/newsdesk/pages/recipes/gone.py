"""What stands where an article was killed or taken down: a short notice with status 410.

https://www.rfc-editor.org/rfc/rfc9110#name-410-gone
"""

from __future__ import annotations

from collections.abc import Iterator

from django.template import Context
from django.utils.translation import gettext

from newsdesk.archive.reader import Archive
from newsdesk.pages.contexts import NoticePage
from newsdesk.pages.heads import head
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe
from newsdesk.press.shelves.base import Printed
from newsdesk.press.theme import theme

WITHDRAWN = ("killed", "takedown")


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == "edition" and archive.state(id) in WITHDRAWN and (path := archive.last_path(id)):
        yield Wanted(path, id)


def _every(archive: Archive) -> Iterator[Wanted]:
    return (Wanted(one.path, one.article) for one in archive.standing() if one.state in WITHDRAWN)


def write(page: NoticePage, frame: Frame) -> Printed:
    """The notice, drawn by the theme, with its status."""
    body = theme().templates.get_template("gone.html").render(Context({"page": page, "frame": frame}))
    return Printed(body.encode(), status=410)


@recipe(
    "gone",
    stage=Stage.ARTICLE,
    route=r"^/\d{4}/\d\d/\d\d/[^/]+/$",
    sheets_for=_sheets_for,
    every=_every,
    write=write,
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> NoticePage | None:
    if archive.state(wanted.args) not in WITHDRAWN:
        return None
    return NoticePage(head(frame, wanted.path, gettext("Withdrawn"), index=False))
