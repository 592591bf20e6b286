"""What stands where a clip fell: the files are gone, and whoever still asks for them is told so.

https://www.rfc-editor.org/rfc/rfc9110#name-410-gone
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive.reader import Archive
from newsdesk.article import clip
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe
from newsdesk.press.shelves.base import Printed

GONE = Printed(b"", status=410, content_type="text/plain; charset=utf-8")


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == "silenced":
        yield from _files(id)


def _every(archive: Archive) -> Iterator[Wanted]:
    for digest in archive.values("silenced"):
        yield from _files(digest)


def _files(digest: str) -> Iterator[Wanted]:
    return (Wanted(path, digest) for path in clip.paths(digest))


@recipe("silenced", stage=Stage.ARTICLE, route=r"^/audio/[^/]+$", sheets_for=_sheets_for, every=_every)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> Printed | None:
    return GONE if archive.silenced(wanted.args) else None
