"""What other pages may show of an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsdesk.article.body import PictureUse, plain_text
from newsdesk.article.byline import Credit
from newsdesk.article.correction import Correction
from newsdesk.article.edition import Edition, Kind, Label


@dataclass(frozen=True, slots=True)
class Card:
    """``path`` is the permalink; ``summary`` the standfirst or, for a brief, its text."""

    article: str
    path: str
    kind: Kind
    language: str
    headline: str
    summary: str
    first_published: datetime
    urgency: int = 5
    section: Label | None = None
    topics: tuple[Label, ...] = ()
    byline: tuple[Credit, ...] = ()
    picture: PictureUse | None = None
    corrections: tuple[Correction, ...] = ()


def card_of(edition: Edition, path: str) -> Card:
    """The card of an edition that stands at ``path``."""
    summary = edition.standfirst or (plain_text(edition.body) if edition.kind == "brief" else "")
    return Card(
        article=edition.article,
        path=path,
        kind=edition.kind,
        language=edition.language,
        headline=edition.headline,
        summary=summary,
        first_published=edition.first_published,
        urgency=edition.urgency,
        section=edition.section,
        topics=edition.topics,
        byline=edition.byline,
        picture=edition.picture,
        corrections=edition.corrections,
    )
