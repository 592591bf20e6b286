"""Reads many keys in a few queries, ahead of the sheets that will ask for them one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, TextField
from django.db.models.functions import Cast

from newsdesk.archive import keys, listing_reader
from newsdesk.archive.codec import decode, read
from newsdesk.archive.models import CardRow, EditionRow, ValueRow
from newsdesk.article.body import references
from newsdesk.article.card import Card
from newsdesk.article.clip import Clip
from newsdesk.article.edition import Edition
from newsdesk.article.letter import Issue, Letter
from newsdesk.article.listing import Front, Leaf
from newsdesk.article.people import Author, StandingPage, Subject
from newsdesk.article.picture import Picture
from newsdesk.article.source import Source

CHUNK = 500
TEXT = Cast("data", TextField())
"""A noun's JSON as it stands, for what is read again and again: equal text is not taken apart twice."""

NOUNS: dict[str, Any] = {
    "author": Author,
    "clip": Clip,
    "issue": Issue,
    "label": Subject,
    "letter": Letter,
    "page": StandingPage,
    "picks": tuple[str, ...],
    "picture": Picture,
    "placement": tuple[str, ...],
    "source": Source,
}
"""The kinds of plain value that are worth it."""


def values(names: Iterable[str]) -> dict[str, Any]:
    """The values of those keys whose kinds are worth it, and of what they lead to; None where there is none."""
    found: dict[str, Any] = {}
    wanted = set(names)
    while wanted:
        new = _load(wanted)
        found |= new
        wanted = {name for value in new.values() for name in _needs(value)} - found.keys()
    return found


def _load(names: set[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for kind, some in _by_kind(names).items():
        if load := _LOAD.get(kind):
            for part in _chunks(some):
                found |= dict.fromkeys(part) | load(part)
    return found


def _by_kind(names: set[str]) -> dict[str, list[str]]:
    """The names, those of all plain values together."""
    some: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        kind, _ = keys.parse(name)
        some["value" if kind in NOUNS else kind].append(name)
    return some


def editions(articles: list[str]) -> list[Edition]:
    """The live editions of these articles."""
    current = CardRow.objects.filter(article=OuterRef("article"), number=OuterRef("number"), state=CardRow.State.LIVE)
    rows = EditionRow.objects.filter(Exists(current), article__in=articles)
    return [decode(data, Edition) for data in rows.values_list("data", flat=True)]


def cards(articles: list[str]) -> list[Card]:
    """The cards of those that are live."""
    rows = CardRow.objects.filter(article__in=articles, state=CardRow.State.LIVE).values_list(TEXT, flat=True)
    return [read(text, Card) for text in rows]


def _editions(names: list[str]) -> dict[str, Any]:
    return {keys.edition(one.article): one for one in editions(_ids(names))}


def _cards(names: list[str]) -> dict[str, Any]:
    return {keys.card(one.article): one for one in cards(_ids(names))}


def _permalinks(names: list[str]) -> dict[str, Any]:
    rows = CardRow.objects.filter(article__in=_ids(names), state=CardRow.State.LIVE).values_list("article", "path")
    return {keys.permalink(str(article)): path for article, path in rows}


def _fronts(names: list[str]) -> dict[str, Any]:
    return {keys.front(listing): front for listing, front in listing_reader.fronts(_ids(names)).items()}


def _leaves(names: list[str]) -> dict[str, Any]:
    named = [(listing, int(serial)) for listing, _, serial in (id.rpartition("/") for id in _ids(names))]
    return {keys.leaf(*one): leaf for one, leaf in listing_reader.leaves(named).items()}


def _values(names: list[str]) -> dict[str, Any]:
    rows = ValueRow.objects.filter(key__in=names).values_list("key", TEXT)
    return {key: read(text, NOUNS[keys.parse(key)[0]]) for key, text in rows}


_LOAD: Mapping[str, Callable[[list[str]], dict[str, Any]]] = {
    "edition": _editions,
    "card": _cards,
    "permalink": _permalinks,
    "front": _fronts,
    "leaf": _leaves,
    "value": _values,
}


def _needs(value: Any) -> Iterator[str]:
    """What a sheet that read this value will ask for next."""
    match value:
        case Edition():
            yield from _needs_of(value)
        case Front() | Leaf():
            yield from map(keys.card, value.articles)
        case _:
            return


def _needs_of(edition: Edition) -> Iterator[str]:
    if edition.section:
        yield keys.label(edition.section.id)
    yield from (keys.label(topic.id) for topic in edition.topics)
    yield from (keys.author(credit.contributor) for credit in edition.byline)
    yield from ([keys.picture(edition.picture.picture)] if edition.picture else [])
    yield from (keys.card(article) for article in edition.related)
    yield from (keys.source(link.source) for one in edition.statements for link in one.chain if link.source)
    for reference in references(edition.body):
        kind, _, id = reference.partition(":")
        yield from {"article": [keys.card(id), keys.permalink(id)], "picture": [keys.picture(id)]}.get(kind, [])


def _ids(names: list[str]) -> list[str]:
    return [keys.parse(name)[1] for name in names]


def _chunks(items: list[str]) -> Iterator[list[str]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
