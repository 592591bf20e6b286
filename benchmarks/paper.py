"""A generated newsroom of any size, written straight into the archive's tables as if it had been published in order.

27 articles a day, 8 sections, 200 topics of which one takes a third of all articles, 30 authors, 8 % with related
cards, about 400 words each. The same seed gives the same newsroom.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from newsdesk.archive import keys, record
from newsdesk.archive.codec import encode
from newsdesk.archive.models import CardRow, Change, EditionRow, EntryRow, LeafRow, ListingRow
from newsdesk.article import links
from newsdesk.article.body import Body, Paragraph, RelatedCard, Run
from newsdesk.article.byline import Credit
from newsdesk.article.card import card_of
from newsdesk.article.edition import Edition, Label
from newsdesk.article.menu import MenuItem
from newsdesk.article.people import Author, Subject

A_DAY = 27
SECTIONS = tuple(Label(str(UUID(int=2**101 + n)), f"Section {n}") for n in range(8))
TOPICS = tuple(Label(str(UUID(int=2**102 + n)), f"Topic {n}") for n in range(200))
LARGE_TOPIC = TOPICS[0]
AUTHORS = tuple(Credit(str(UUID(int=2**103 + n)), f"Author {n}") for n in range(30))
_WORDS = """
harbour ferry council letter valve board inspector budget river bridge school nurse court tender price winter light
committee minister engineer report figure street market field mill dam gate water power
"""
WORDS = _WORDS.split()
BLOCK = 2000


@dataclass(frozen=True, slots=True)
class Paper:
    """``count`` articles, the last one published at ``until``."""

    count: int
    until: datetime
    seed: int = 7

    def edition(self, number: int) -> Edition:
        """The ``number``-th article, counted from 0 in the order of publication."""
        chance = random.Random(self.seed * 1_000_003 + number)
        at = self.until - timedelta(days=1) * ((self.count - 1 - number) / A_DAY)
        others = chance.sample(range(max(number, 1)), min(2, number)) if chance.random() < 0.08 else []
        return Edition(
            article=article_id(number),
            kind="news",
            language="en",
            slugline=f"story-{number}",
            slug=f"story-{number}",
            headline=_sentence(chance, 9),
            standfirst=_sentence(chance, 18),
            first_published=at.replace(microsecond=0),
            published_at=at.replace(microsecond=0),
            byline=tuple(chance.sample(AUTHORS, 2 if chance.random() < 0.2 else 1)),
            section=chance.choice(SECTIONS),
            topics=_topics(chance),
            body=_body(chance, [article_id(other) for other in others]),
            number=1,
        )


def article_id(number: int) -> str:
    return str(UUID(int=number + 1))


def _topics(chance: random.Random) -> tuple[Label, ...]:
    some = chance.sample(TOPICS[1:], 2)
    return (LARGE_TOPIC, *some) if chance.random() < 0.33 else tuple(some)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def _body(chance: random.Random, related: Sequence[str]) -> Body:
    paragraphs = tuple(Paragraph((Run(_sentence(chance, 40) + "."),)) for _ in range(10))
    return (*paragraphs, *(RelatedCard(other) for other in related))


def fill(paper: Paper, say: bool = True) -> None:
    """Writes the paper into an empty archive; leaves no changes behind, so that nothing is due."""
    _values()
    for start in range(0, paper.count, BLOCK):
        with transaction.atomic():
            _articles([paper.edition(number) for number in range(start, min(start + BLOCK, paper.count))])
        if say:
            print(f"\r{min(start + BLOCK, paper.count):,} articles", end="", flush=True)
    _listings()
    Change.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    if say:
        print()


def _values() -> None:
    for label in SECTIONS:
        record.subject(Subject(label.id, "section", label.name, links.slugify(label.name)))
    for label in TOPICS:
        record.subject(Subject(label.id, "topic", label.name, links.slugify(label.name)))
    for credit in AUTHORS:
        record.author(Author(credit.contributor, credit.name, links.slugify(credit.name)))
    record.menu("main", tuple(MenuItem(f"section:{label.id}") for label in SECTIONS))
    record.tick(timezone.now())


def _articles(editions: Sequence[Edition]) -> None:
    paths = [links.permalink(timezone.localtime(one.first_published), one.slug) for one in editions]
    CardRow.objects.bulk_create(
        CardRow(
            article=one.article,
            path=path,
            number=1,
            first_published=one.first_published,
            data=encode(card_of(one, path)),
        )
        for one, path in zip(editions, paths, strict=True)
    )
    EditionRow.objects.bulk_create(EditionRow(article=one.article, number=1, data=encode(one)) for one in editions)
    names = {name for one, path in zip(editions, paths, strict=True) for name in keys.listings_of(one, path)}
    ListingRow.objects.bulk_create([ListingRow(name=name) for name in sorted(names)], ignore_conflicts=True)
    listings = dict(ListingRow.objects.filter(name__in=names).values_list("name", "id"))
    cards = dict(CardRow.objects.filter(article__in=[one.article for one in editions]).values_list("article", "id"))
    EntryRow.objects.bulk_create(
        EntryRow(listing_id=listings[name], card_id=cards[UUID(one.article)], at=at)
        for one, path in zip(editions, paths, strict=True)
        for name, at in keys.listings_of(one, path).items()
    )


def _listings() -> None:
    """Closes leaves as publishing in order would have: twenty at a time, as long as forty stand on the front."""
    for listing in ListingRow.objects.all():
        orders = list(
            EntryRow.objects.filter(listing=listing).order_by("at", "card_id").values_list("id", "at", "card_id")
        )
        since: tuple[datetime | None, int] = (None, 0)
        while len(orders) >= 40:
            closed, orders = orders[:20], orders[20:]
            _, until, until_card = closed[-1]
            leaf = LeafRow.objects.create(
                listing=listing, serial=listing.next_serial,
                since=since[0], since_card=since[1], until=until, until_card=until_card,
            )  # fmt: skip
            EntryRow.objects.filter(id__in=[id for id, _, _ in closed]).update(leaf=leaf)
            since, listing.next_serial = (until, until_card), listing.next_serial + 1
        listing.save()


def next_articles(paper: Paper, count: int) -> Iterator[Edition]:
    """Articles that come after the paper's last one, a minute apart."""
    longer = replace(paper, count=paper.count + count)
    for number in range(count):
        at = paper.until + timedelta(minutes=number + 1)
        made = longer.edition(paper.count + number)
        yield replace(made, first_published=at, published_at=at, number=0)


END = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
