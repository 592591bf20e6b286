"""Reads the archive, and notes every key it is asked for, so that the press knows what a sheet showed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast

from newsdesk.archive import addresses, keys, listing_reader, warm
from newsdesk.archive.codec import read
from newsdesk.archive.models import CardRow, ValueRow
from newsdesk.article.card import Card
from newsdesk.article.clip import Clip
from newsdesk.article.edition import Edition
from newsdesk.article.letter import Issue, Letter
from newsdesk.article.listing import Front, Leaf
from newsdesk.article.menu import MenuItem
from newsdesk.article.people import Author, StandingPage, Subject
from newsdesk.article.picture import Picture
from newsdesk.article.redirect import Redirect
from newsdesk.article.source import Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article stands or stood, and whether it does: ``state`` as in ``Archive.state``."""

    article: str
    path: str
    state: str


class Archive:
    """The archive as a sheet may read it.

    A key is noted *before* its value is returned, also where there is none: a sheet that found nothing has to be
    drawn again when there is something. Values are remembered for the life of the object; the press makes a new one
    for each block, so that nothing remembered outlives the next marking of changes.
    """

    def __init__(self) -> None:
        self._memo: dict[str, Any] = {}
        self._noted: set[str] = set()

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """Collects the keys asked for inside the block."""
        outer, self._noted = self._noted, set()
        try:
            yield self._noted
        finally:
            self._noted = outer

    def warm(self, names: Iterable[str]) -> None:
        """Reads many values in a few queries before they are asked for; notes nothing."""
        self._memo |= warm.values(name for name in names if name not in self._memo)

    # articles

    def edition(self, article: str) -> Edition | None:
        """The edition readers see today; None where the article is not live."""
        return self._one(keys.edition(article), lambda: _edition(article))

    def card(self, article: str) -> Card | None:
        return self.cards([article]).get(article)

    def cards(self, articles: Iterable[str]) -> dict[str, Card]:
        """The cards of those articles that are live, in the order asked for."""
        return self._many(articles, keys.card, _cards)

    def permalink(self, article: str) -> str | None:
        """Where a live article stands."""
        return self._one(keys.permalink(article), lambda: _state(article, keys.LIVE))

    def state(self, article: str) -> str | None:
        """``live``, ``unpublished``, ``killed``, ``takedown``, or None for what was never published."""
        return self._one(keys.edition(article) + "#state", lambda: _state_of(article), noted=keys.edition(article))

    def last_path(self, article: str) -> str | None:
        """Where the article stands or stood; it never stands elsewhere."""
        return self._one(keys.edition(article) + "#path", lambda: _path(article), noted=keys.edition(article))

    # listings

    def front(self, listing: str) -> Front:
        return self._one(keys.front(listing), lambda: listing_reader.fronts([listing])[listing])

    def leaf(self, listing: str, serial: int) -> Leaf | None:
        named = (listing, serial)
        return self._one(keys.leaf(*named), lambda: listing_reader.leaves([named]).get(named))

    def months(self) -> tuple[str, ...]:
        """Every month of a permalink (``2026-03``), newest first."""
        return self._one(keys.MONTHS, listing_reader.months)

    def paths(self, listing: str) -> tuple[str, ...]:
        """The permalinks of a whole listing, newest first.

        Notes the front and each leaf, no card: who stands in a listing is live, and a permalink never changes.
        """
        leaves, paths = listing_reader.whole(listing)
        self._noted.update([keys.front(listing), *(keys.leaf(listing, serial) for serial in leaves)])
        return paths

    def placed(self, front: str) -> tuple[str, ...]:
        """The articles an editor put on a front by hand, in order; empty where nobody did."""
        return self._value(keys.placement(front), tuple[str, ...]) or ()

    def serials(self, listing: str) -> tuple[int, ...]:
        """The serials of a listing's leaves; notes nothing, for a listing whose front has moved."""
        return listing_reader.serials(listing)

    # values

    def author(self, contributor: str) -> Author | None:
        return self._value(keys.author(contributor), Author)

    def subject(self, id: str) -> Subject | None:
        """A section or topic as it is called today."""
        return self._value(keys.label(id), Subject)

    def source(self, id: str) -> Source | None:
        """A named source as it is called today."""
        return self._value(keys.source(id), Source)

    def picture(self, id: str) -> Picture | None:
        return self._value(keys.picture(id), Picture)

    def clip(self, of: str) -> Clip | None:
        """An article as it is heard, or a composed clip by its name."""
        return self._value(keys.clip(of), Clip)

    def composed(self) -> tuple[str, ...]:
        """The names of the composed clips, newest first."""
        return self._value(keys.COMPOSED, tuple[str, ...]) or ()

    def silenced(self, digest: str) -> bool:
        """Whether a clip of that digest was offered once, and fell."""
        return self._value(keys.silenced(digest), str) is not None

    def letter(self, id: str) -> Letter | None:
        return self._value(keys.letter(id), Letter)

    def letters(self) -> tuple[str, ...]:
        """The ids of the letters readers can ask for."""
        return self._value(keys.LETTERS, tuple[str, ...]) or ()

    def issue(self, id: str) -> Issue | None:
        """The web edition of an issue."""
        return self._value(keys.issue(id), Issue)

    def issues(self, letter: str) -> tuple[str, ...]:
        """The ids of a letter's issues, newest first."""
        return self._value(keys.issues(letter), tuple[str, ...]) or ()

    def counted(self, issue: str) -> tuple[str, ...]:
        """The references that the counted links of an issue lead to, by their numbers from 1 on."""
        return self._value(keys.counted(issue), tuple[str, ...]) or ()

    def page(self, id: str) -> StandingPage | None:
        return self._value(keys.page(id), StandingPage)

    def menu(self, name: str) -> tuple[MenuItem, ...]:
        return self._value(keys.menu(name), tuple[MenuItem, ...]) or ()

    def hour(self) -> datetime | None:
        """The hour the archive was last told; time is a value like any other, or sheets would not be functions of the
        archive.
        """
        return self._value(keys.CLOCK, datetime)

    def address(self, reference: str) -> str | None:
        """Where a section, topic, contributor or standing page stands today; ``topic:<id>`` and the like."""
        return self._one(keys.address(reference), lambda: addresses.of(reference))

    def redirect(self, path: str) -> Redirect | None:
        """Where an old path leads."""
        return self._value(keys.redirect(path), Redirect)

    def values(self, kind: str) -> Iterator[str]:
        """The ids of all values of a kind (``author``, ``label``, ``page``, ``redirect`` …); notes nothing, for
        full bakes.
        """
        start = f"{kind}:"
        for key in (
            ValueRow.objects.filter(key__startswith=start).order_by("key").values_list("key", flat=True).iterator()
        ):
            yield key.removeprefix(start)

    def standing(self) -> Iterator[Standing]:
        """Every article ever published, newest first; notes nothing, for full bakes."""
        rows = CardRow.objects.order_by("-first_published", "-id").values_list("article", "path", "state")
        return (Standing(str(article), path, state) for article, path, state in rows.iterator())

    def leaves(self) -> Iterator[tuple[str, int]]:
        """Listing and serial of every leaf; notes nothing, for full bakes."""
        return listing_reader.every_leaf()

    # the two ways of remembering

    def _one(self, key: str, load: Callable[[], T], noted: str = "") -> T:
        self._noted.add(noted or key)
        if key not in self._memo:
            self._memo[key] = load()
        return cast(T, self._memo[key])

    def _value(self, key: str, noun: type[T]) -> T | None:
        return self._one(key, lambda: _value(key, noun))

    def _many(
        self, ids: Iterable[str], name: Callable[[str], str], load: Callable[[list[str]], dict[str, T]]
    ) -> dict[str, T]:
        asked = list(dict.fromkeys(ids))
        self._noted.update(name(id) for id in asked)
        if missing := [id for id in asked if name(id) not in self._memo]:
            found = load(missing)
            self._memo.update({name(id): found.get(id) for id in missing})
        return {id: value for id in asked if (value := self._memo[name(id)]) is not None}


def _edition(article: str) -> Edition | None:
    return next(iter(warm.editions([article])), None)


def _cards(articles: list[str]) -> dict[str, Card]:
    return {card.article: card for card in warm.cards(articles)}


def _state(article: str, wanted: str) -> str | None:
    return CardRow.objects.filter(article=article, state=wanted).values_list("path", flat=True).first()


def _state_of(article: str) -> str | None:
    return CardRow.objects.filter(article=article).values_list("state", flat=True).first()


def _path(article: str) -> str | None:
    return CardRow.objects.filter(article=article).values_list("path", flat=True).first()


def _value(key: str, noun: type[T]) -> T | None:
    text = ValueRow.objects.filter(key=key).values_list(warm.TEXT, flat=True).first()
    return None if text is None else read(text, noun)
