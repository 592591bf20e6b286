"""Small parts without a frame, put into open pages by the browser: the feed rail, Editors' Picks, more of a section.

So that an article never reads a live listing, and a publish draws each of these once for the whole site.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.pages.contexts import ListPart, Name, RailPart
from newsdesk.pages.moments import days
from newsdesk.pages.recipes.home import IN_RAIL
from newsdesk.pages.recipes.listings import subject_path
from newsdesk.pages.teasers import plain, teaser
from newsdesk.press.frame import Frame
from newsdesk.press.recipe import Stage, Wanted, addressed, fixed, recipe

RAIL, PICKS = "/_/rail.html", "/_/picks.html"
PICKED = 8
LOOKED_AT, PICTURED, SHOWN = 12, 4, 7
"""More of a section: of its newest, those with pictures first; one more than fits, for the article that it stands
under is left out there."""

_rail_for, _every_rail = fixed(RAIL)
_picks_for, _every_picks = fixed(PICKS)


def more_path(section: str) -> str:
    """``/_/more/harbour.html`` for the section that stands at ``/harbour/``."""
    return f"/_/more{section.rstrip('/')}.html"


@recipe(
    "rail",
    stage=Stage.HOME,
    route=r"^/_/rail\.html$",
    sheets_for=_rail_for,
    every=_every_rail,
    template="rail.html",
)
def rail(archive: Archive, frame: Frame, wanted: Wanted) -> RailPart:
    return RailPart(days(plain(archive, frame, archive.front(keys.RIVER).articles[:IN_RAIL])))


@recipe(
    "picks",
    stage=Stage.HOME,
    route=r"^/_/picks\.html$",
    sheets_for=_picks_for,
    every=_every_picks,
    template="picks.html",
)
def picks(archive: Archive, frame: Frame, wanted: Wanted) -> ListPart:
    return ListPart(plain(archive, frame, archive.placed(keys.PICKS), PICKED))


def _more_for(archive: Archive, kind: str, id: str) -> Iterator[Wanted]:
    found = addressed(kind, id, "section")
    if found and (path := archive.address(id)):
        yield Wanted(more_path(path), found)


def _every_more(archive: Archive) -> Iterator[Wanted]:
    for id in archive.values("label"):
        yield from _more_for(archive, "address", f"section:{id}")


@recipe(
    "more",
    stage=Stage.FRONT,
    route=r"^/_/more/[a-z0-9-]+\.html$",
    sheets_for=_more_for,
    every=_every_more,
    template="more.html",
)
def more(archive: Archive, frame: Frame, wanted: Wanted) -> ListPart | None:
    subject = archive.subject(wanted.args)
    if subject is None or more_path(subject_path(subject)) != wanted.path:
        return None
    cards = archive.cards(archive.front(f"section-{subject.id}").articles[:LOOKED_AT]).values()
    pictured = [card for card in cards if card.picture][:PICTURED]
    others = [card for card in cards if card not in pictured][: SHOWN - len(pictured)]
    teasers = [teaser(archive, frame, card, pictured=True, labelled=False) for card in pictured]
    teasers += [teaser(archive, frame, card, labelled=False) for card in others]
    return ListPart(tuple(teasers), Name(subject.name, subject_path(subject)))
