"""The home page: what an editor placed, else the newest; a block for each section; the feed and the picks."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.archive import keys
from newsdesk.archive.reader import Archive
from newsdesk.article.card import Card
from newsdesk.pages import structured
from newsdesk.pages.contexts import Block, HomePage, Name, Teaser
from newsdesk.pages.heads import head
from newsdesk.pages.moments import days
from newsdesk.pages.teasers import plain, teaser
from newsdesk.press.frame import Frame, SectionLink
from newsdesk.press.recipe import Stage, Wanted, fixed, recipe

HOME = "/"
SECONDS = 3
"""Second leads, with their pictures."""
THIRDS = 4
"""Headlines below the second leads."""
IN_BLOCK = 5
IN_RAIL = 11
PICKS = 5

_sheets_for, _every = fixed(HOME)


@recipe("home", stage=Stage.HOME, route=r"^/$", sheets_for=_sheets_for, every=_every, template="home.html")
def gather(archive: Archive, frame: Frame, wanted: Wanted) -> HomePage:
    river = archive.front(keys.RIVER).articles
    top = _top(archive, river)
    shown = {card.article for card in top}
    large = tuple(teaser(archive, frame, card, pictured=True) for card in top[: 1 + SECONDS])
    rail = plain(archive, frame, river[:IN_RAIL])
    return HomePage(
        head=head(frame, HOME, "", frame.tagline, things=(structured.publisher(frame),)),
        lead=large[0] if large else None,
        seconds=large[1:],
        thirds=tuple(teaser(archive, frame, card) for card in top[1 + SECONDS :]),
        blocks=tuple(_blocks(archive, frame, shown)),
        picks=plain(archive, frame, archive.placed(keys.PICKS), PICKS),
        days=days(rail),
        newest=rail[0].at if rail else None,
    )


def _top(archive: Archive, river: tuple[str, ...]) -> list[Card]:
    """Lead and seconds as placed, filled up with the newest; briefs last, for they are the feed's."""
    placed = archive.cards(archive.placed("home"))
    newest = sorted(archive.cards(river).values(), key=lambda card: card.kind == "brief")
    filled = placed | {card.article: card for card in newest if card.article not in placed}
    return list(filled.values())[: 1 + SECONDS + THIRDS]


def _blocks(archive: Archive, frame: Frame, shown: set[str]) -> Iterator[Block]:
    """The sections of the menu that have something the top does not show."""
    for section in frame.sections:
        if teasers := tuple(_in_section(archive, frame, section, shown)):
            yield Block(Name(section.words, section.path), teasers)


def _in_section(archive: Archive, frame: Frame, section: SectionLink, shown: set[str]) -> Iterator[Teaser]:
    """As placed, then the newest; where nobody placed anything, the first with a picture leads."""
    listing = f"section-{section.id}"
    placed = archive.placed(listing)
    ids = dict.fromkeys([*placed, *archive.front(listing).articles])
    cards = list(archive.cards(id for id in ids if id not in shown).values())[:IN_BLOCK]
    best = None if placed else next((card for card in cards if card.picture), None)
    cards.sort(key=lambda card: card is not best)
    for card in cards:
        yield teaser(archive, frame, card, pictured=card is cards[0])
