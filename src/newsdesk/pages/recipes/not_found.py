"""What readers get at a path where nothing stands; the server gives it status 404."""

from __future__ import annotations

from django.utils.translation import gettext

from newsdesk.archive.reader import Archive
from newsdesk.pages.contexts import NoticePage
from newsdesk.pages.heads import head
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe

PATH = "/404.html"

_sheets_for, _every = fixed(PATH)


@recipe("404", stage=Stage.FRONT, route=r"^/404\.html$", sheets_for=_sheets_for, every=_every, template="404.html")
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> NoticePage:
    return NoticePage(head(frame, wanted.path, gettext("Not found"), index=False))
