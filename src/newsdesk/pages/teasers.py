"""Cards as other pages show them."""

from __future__ import annotations

from collections.abc import Iterable

from newsdesk.archive.reader import Archive
from newsdesk.article.card import Card
from newsdesk.pages import kinds, names
from newsdesk.pages.contexts import Teaser
from newsdesk.pages.images import image
from newsdesk.pages.moments import moment
from newsdesk.press.frame import Frame

BREAKING = 2
"""The urgency up to which an article is breaking news."""


def teaser(archive: Archive, frame: Frame, card: Card, *, pictured: bool = False, labelled: bool = True) -> Teaser:
    """What a page shows of a card; ``pictured`` reads its picture, ``labelled`` its section and authors."""
    return Teaser(
        article=card.article,
        path=card.path,
        headline=card.headline,
        at=moment(card.first_published, frame),
        kind=card.kind,
        kind_words=kinds.label(card.kind),
        summary=card.summary,
        section=names.section(archive, card.section) if labelled else None,
        by=names.authors(archive, card.byline) if labelled else "",
        breaking=card.urgency <= BREAKING,
        image=image(archive, card.picture) if pictured else None,
    )


def plain(archive: Archive, frame: Frame, articles: Iterable[str], limit: int | None = None) -> tuple[Teaser, ...]:
    """Teasers with no picture, section or author, for long lists: they read nothing but cards."""
    cards = list(archive.cards(articles).values())[:limit]
    return tuple(teaser(archive, frame, card, labelled=False) for card in cards)
