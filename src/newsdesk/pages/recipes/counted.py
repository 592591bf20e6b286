"""Where the counted links of a letter lead through: a redirect for each, the same for every reader.

A server in front that does not know yet that the sheet is a redirect shows its body, which leads on by itself.
https://www.rfc-editor.org/rfc/rfc9110#name-302-found
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.html import escape

from newsdesk.archive import keys
from newsdesk.archive.leading import leads_to
from newsdesk.archive.reader import Archive
from newsdesk.article.letter import counted_path
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, recipe
from newsdesk.press.shelves.base import Printed


def _sheets_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    if kind == "counted":
        numbers = range(1, len(archive.counted(id)) + 1)
        yield from (Wanted(counted_path(id, number), f"{id}/{number}") for number in numbers)


def _every(archive: Archive) -> Iterator[Wanted]:
    for id in archive.values("counted"):
        yield from _sheets_for(archive, "counted", id)


@recipe(
    "counted",
    stage=Stage.FEED,
    route=r"^/letters/[0-9a-f]{8}-[0-9a-f-]{27}/\d+/$",
    sheets_for=_sheets_for,
    every=_every,
    opens=lambda args: [keys.counted(args.partition("/")[0])],
)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> Printed | None:
    id, _, number = wanted.args.partition("/")
    references = archive.counted(id)[int(number) - 1 :]
    target = _target(archive, references[0]) if references else ""
    if not target:
        return None
    url = escape(frame.url(target))
    body = (
        f'<!doctype html><title>302</title><meta http-equiv="refresh" content="0; url={url}"><a href="{url}">{url}</a>'
    )
    return Printed(body.encode(), status=302, location=frame.url(target))


def _target(archive: Archive, reference: str) -> str:
    """Where it leads today; of an article that was withdrawn, where that is said."""
    if found := leads_to(archive, reference):
        return found
    kind, _, id = reference.partition(":")
    return (archive.last_path(id) if kind == "article" else None) or ""
