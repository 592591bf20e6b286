"""The names of what can be read from the archive, and which of them an act touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import IntEnum

from newsdesk.article.card import card_of
from newsdesk.article.edition import Edition


class Lane(IntEnum):
    """How urgent the sheets are that show a changed value; the press draws a lower lane first."""

    WITHDRAWAL = 0
    EDITOR = 1
    RENAME = 2
    THEME = 3


LIVE = "live"
CLOCK = "clock:hour"
PICKS = "picks"
SITE = "site"
RIVER = "river"
CORRECTIONS = "corrections"
MONTH = "month-"
MONTHS = "months"
AUDIO = "audio"
COMPOSED = "composed"
LETTERS = "letters"


def edition(article: str) -> str:
    return f"edition:{article}"


def card(article: str) -> str:
    return f"card:{article}"


def permalink(article: str) -> str:
    """Where an article stands and whether it stands there: all that a link needs to know."""
    return f"permalink:{article}"


def author(contributor: str) -> str:
    return f"author:{contributor}"


def label(subject: str) -> str:
    return f"label:{subject}"


def source(id: str) -> str:
    return f"source:{id}"


def source_listing(id: str) -> str:
    """The listing of the articles that name a source."""
    return f"source-{id}"


def address(reference: str) -> str:
    """Where a section, topic, contributor or standing page stands (``address:topic:<id>``), and whether it does."""
    return f"address:{reference}"


def picture(id: str) -> str:
    return f"picture:{id}"


def clip(of: str) -> str:
    """What is heard of an article, or a composed clip by its name."""
    return f"clip:{of}"


def silenced(digest: str) -> str:
    """A clip that fell: what is said where its files stood."""
    return f"silenced:{digest}"


def letter(id: str) -> str:
    return f"letter:{id}"


def issue(id: str) -> str:
    """The web edition of an issue."""
    return f"issue:{id}"


def counted(issue: str) -> str:
    """What the counted links of an issue lead to."""
    return f"counted:{issue}"


def issues(letter: str) -> str:
    """The ids of a letter's issues, newest first."""
    return f"issues:{letter}"


def page(id: str) -> str:
    return f"page:{id}"


def menu(name: str) -> str:
    return f"menu:{name}"


def front(listing: str) -> str:
    return f"front:{listing}"


def leaf(listing: str, serial: int) -> str:
    return f"leaf:{listing}/{serial}"


def placement(front: str) -> str:
    """The order an editor gave a front by hand; Editors' Picks are one of them and have the plain key ``picks``."""
    return PICKS if front == PICKS else f"placement:{front}"


def redirect(path: str) -> str:
    return f"redirect:{path}"


def parse(key: str) -> tuple[str, str]:
    """``("card", "<id>")``; the second part is empty for a key that names one thing only."""
    kind, _, id = key.partition(":")
    return kind, id


def listings_of(edition: Edition, path: str) -> dict[str, datetime]:
    """Every listing an edition stands in, with the time that orders it there; the month is the permalink's."""
    at = edition.first_published
    month = "-".join(path.split("/")[1:3])
    names = [RIVER, MONTH + month]
    names += [f"section-{edition.section.id}"] if edition.section else []
    names += [f"topic-{topic.id}" for topic in edition.topics]
    names += [f"author-{credit.contributor}" for credit in edition.byline]
    names += [source_listing(link.source) for one in edition.statements for link in one.chain if link.source]
    times = dict.fromkeys(names, at)
    if edition.corrections:
        times[CORRECTIONS] = max(note.made_at for note in edition.corrections)
    return times


def spoken_listings(edition: Edition) -> dict[str, datetime]:
    """The listings an edition stands in while it can be heard."""
    names = [AUDIO, *([f"{AUDIO}-{edition.section.id}"] if edition.section else [])]
    return dict.fromkeys(names, edition.first_published)


def touched(before: Edition | None, after: Edition | None, path: str) -> list[str]:
    """The keys of an article whose value differs between two editions; None stands for an article that is not shown.

    Listings come on top, from ``listings.py``. The edition's own key comes last: its ``Change`` then has the highest
    id, and the press, newest first, draws the article before the pages that lead to it.
    """
    if _same(before, after):
        return []
    article = (before or after).article  # type: ignore[union-attr]
    keys: list[str] = []
    if (before is None) != (after is None):
        keys.append(permalink(article))
    if (before and card_of(before, path)) != (after and card_of(after, path)):
        keys.append(card(article))
    return [*keys, edition(article)]


def _same(before: Edition | None, after: Edition | None) -> bool:
    if before is None or after is None:
        return before is after
    return before == replace(after, number=before.number, published_at=before.published_at, late_by=before.late_by)
