"""The newest of the site as one document: a composite of articles, each with its pictures, its sound and its sources.

Ninjs says nothing of files that hold several items; as associations of one composite they are valid as they stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.body import PictureUse, pictures
from newsdesk.article.edition import Edition
from newsdesk.article.text import printable
from newsdesk.feeds import paths
from newsdesk.feeds.full_text import full_text
from newsdesk.feeds.gather import NEWEST
from newsdesk.feeds.lookup import Lookup
from newsdesk.feeds.ninjs.document import document
from newsdesk.feeds.ninjs.parties import parties
from newsdesk.feeds.ninjs.piece import Bundle, Piece, Shot
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe
from newsdesk.press.shelves.base import Printed

CONTENT_TYPE = "application/json"

_sheets_for, _every = fixed(paths.NINJS)


def write(context: Bundle, frame: Frame) -> Printed:
    words = json.dumps(document(context, frame), ensure_ascii=False, indent=1)
    return Printed(printable(words).encode(), content_type=CONTENT_TYPE)


@recipe("ninjs", stage=Stage.FEED, route=r"^/feeds/ninjs\.json$", sheets_for=_sheets_for, every=_every, write=write)
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> Bundle:
    look = Lookup(archive, frame)
    newest = archive.front(keys.RIVER).articles[:NEWEST]
    return Bundle(tuple(_piece(edition, look) for id in newest if (edition := archive.edition(id))))


def _piece(edition: Edition, look: Lookup) -> Piece:
    return Piece(
        edition=edition,
        url=look.link(f"article:{edition.article}"),
        html=printable(full_text(edition, look)),
        parties=parties(edition, look),
        shots=tuple(_shots(edition, look)),
        clip=look.archive.clip(edition.article),
    )


def _shots(edition: Edition, look: Lookup) -> Iterator[Shot]:
    """Each picture once, as it is used first; none while it has no file."""
    lead = (edition.picture,) if edition.picture else ()
    uses: dict[str, PictureUse] = {}
    for use in (*lead, *chain.from_iterable(map(pictures, edition.body))):
        uses.setdefault(use.picture, use)
    for use in uses.values():
        picture, photo = look.archive.picture(use.picture), look.photo(use)
        if picture and photo:
            yield Shot(picture, photo, look.alt(use))
