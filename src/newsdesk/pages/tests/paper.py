"""A paper in memory: what recipes read, without a database, with a note of every key they asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from newsdesk.archive import addresses, keys
from newsdesk.archive.reader import Standing
from newsdesk.article.card import Card, card_of
from newsdesk.article.clip import Clip
from newsdesk.article.edition import Edition
from newsdesk.article.letter import Issue, Letter
from newsdesk.article.links import permalink
from newsdesk.article.listing import Front, Leaf
from newsdesk.article.people import Author, StandingPage, Subject
from newsdesk.article.picture import Picture
from newsdesk.article.redirect import Redirect
from newsdesk.article.source import Source


@dataclass
class Paper:
    """Stands in for ``Archive``: the same questions, answered from what was put in."""

    editions: dict[str, Edition] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    authors: dict[str, Author] = field(default_factory=dict)
    subjects: dict[str, Subject] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    pages: dict[str, StandingPage] = field(default_factory=dict)
    placements: dict[str, tuple[str, ...]] = field(default_factory=dict)
    clips: dict[str, Clip] = field(default_factory=dict)
    letters_of: dict[str, Letter] = field(default_factory=dict)
    sent: dict[str, Issue] = field(default_factory=dict)
    through: dict[str, tuple[str, ...]] = field(default_factory=dict)
    redirects: dict[str, Redirect] = field(default_factory=dict)
    fronts: dict[str, Front] = field(default_factory=dict)
    closed: dict[tuple[str, int], Leaf] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)

    def _live(self, article: str) -> Edition | None:
        return self.editions.get(article) if self.states.get(article, keys.LIVE) == keys.LIVE else None

    def path_of(self, edition: Edition) -> str:
        return permalink(edition.first_published + timedelta(hours=2), edition.slug)

    def edition(self, article: str) -> Edition | None:
        self.read.add(keys.edition(article))
        return self._live(article)

    def card(self, article: str) -> Card | None:
        return self.cards([article]).get(article)

    def cards(self, articles: Iterable[str]) -> dict[str, Card]:
        asked = list(dict.fromkeys(articles))
        self.read |= {keys.card(article) for article in asked}
        found = ((article, self._live(article)) for article in asked)
        return {article: card_of(edition, self.path_of(edition)) for article, edition in found if edition}

    def clip(self, of: str) -> Clip | None:
        self.read.add(keys.clip(of))
        return self.clips.get(of)

    def composed(self) -> tuple[str, ...]:
        self.read.add(keys.COMPOSED)
        return tuple(sorted((of for of, clip in self.clips.items() if clip.parts), reverse=True))

    def letters(self) -> tuple[str, ...]:
        self.read.add(keys.LETTERS)
        return tuple(self.letters_of)

    def letter(self, id: str) -> Letter | None:
        self.read.add(keys.letter(id))
        return self.letters_of.get(id)

    def issue(self, id: str) -> Issue | None:
        self.read.add(keys.issue(id))
        return self.sent.get(id)

    def counted(self, issue: str) -> tuple[str, ...]:
        self.read.add(keys.counted(issue))
        return self.through.get(issue, ())

    def issues(self, letter: str) -> tuple[str, ...]:
        self.read.add(keys.issues(letter))
        return tuple(id for id, issue in self.sent.items() if issue.letter == letter)

    def permalink(self, article: str) -> str | None:
        self.read.add(keys.permalink(article))
        edition = self._live(article)
        return self.path_of(edition) if edition else None

    def state(self, article: str) -> str | None:
        self.read.add(keys.edition(article))
        return self.states.get(article, keys.LIVE) if article in self.editions else None

    def last_path(self, article: str) -> str | None:
        self.read.add(keys.edition(article))
        return self.path_of(self.editions[article]) if article in self.editions else None

    def standing(self) -> Iterator[Standing]:
        for article, edition in self.editions.items():
            yield Standing(article, self.path_of(edition), self.states.get(article, keys.LIVE))

    def leaves(self) -> Iterator[tuple[str, int]]:
        return iter(self.closed)

    def front(self, listing: str) -> Front:
        self.read.add(keys.front(listing))
        return self.fronts.get(listing) or Front(listing, tuple(self._listed(listing)))

    def leaf(self, listing: str, serial: int) -> Leaf | None:
        self.read.add(keys.leaf(listing, serial))
        return self.closed.get((listing, serial))

    def _listed(self, listing: str) -> Iterator[str]:
        for article, edition in sorted(self.editions.items(), key=lambda item: item[1].first_published, reverse=True):
            spoken = keys.spoken_listings(edition) if article in self.clips else {}
            if self._live(article) and listing in keys.listings_of(edition, self.path_of(edition)) | spoken:
                yield article

    def placed(self, front: str) -> tuple[str, ...]:
        self.read.add(keys.placement(front))
        return self.placements.get(front, ())

    def author(self, contributor: str) -> Author | None:
        self.read.add(keys.author(contributor))
        return self.authors.get(contributor)

    def subject(self, id: str) -> Subject | None:
        self.read.add(keys.label(id))
        return self.subjects.get(id)

    def picture(self, id: str) -> Picture | None:
        self.read.add(keys.picture(id))
        return self.pictures.get(id)

    def source(self, id: str) -> Source | None:
        self.read.add(keys.source(id))
        return self.sources.get(id)

    def page(self, id: str) -> StandingPage | None:
        self.read.add(keys.page(id))
        return self.pages.get(id)

    def address(self, reference: str) -> str | None:
        self.read.add(keys.address(reference))
        kind, _, id = reference.partition(":")
        kept = {"author": self.authors, "page": self.pages}.get(kind, self.subjects)
        found = kept.get(id)
        return addresses.path(found) if found and addresses.name(found) == reference else None

    def serials(self, listing: str) -> tuple[int, ...]:
        return tuple(serial for name, serial in self.closed if name == listing)

    def redirect(self, path: str) -> Redirect | None:
        self.read.add(keys.redirect(path))
        return self.redirects.get(path)

    def values(self, kind: str) -> Iterator[str]:
        kept = {
            "author": self.authors,
            "counted": self.through,
            "issue": self.sent,
            "label": self.subjects,
            "letter": self.letters_of,
            "page": self.pages,
            "redirect": self.redirects,
            "source": self.sources,
        }
        return iter(kept[kind])


def at(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)  # type: ignore[arg-type,misc]
