"""Reads many keys in a few queries, ahead of the sheets that will ask for them one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from newsdesk.archive import keys
from newsdesk.archive.codec import decode
from newsdesk.archive.models import CardRow, EditionRow, ValueRow
from newsdesk.article.body import references
from newsdesk.article.card import Card
from newsdesk.article.edition import Edition
from newsdesk.article.people import Author, Subject
from newsdesk.article.picture import Picture
from newsdesk.article.source import Source

NOUNS: dict[str, Any] = {"author": Author, "label": Subject, "picture": Picture, "source": Source}
CHUNK = 500


def values(names: Iterable[str]) -> dict[str, Any]:
    """The values of those keys whose kinds are worth it, and of what editions lead to; None where there is none."""
    found: dict[str, Any] = {}
    wanted = set(names)
    _load(wanted, found)
    _load({name for edition in _editions_in(found) for name in _needs(edition)} - found.keys(), found)
    return found


def _load(names: set[str], found: dict[str, Any]) -> None:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        kind, id = keys.parse(name)
        by_kind["value" if kind in NOUNS else kind].append(name if kind in NOUNS else id)
    for part in _chunks(by_kind["edition"]):
        found.update(
            dict.fromkeys(map(keys.edition, part)) | {keys.edition(one.article): one for one in editions(part)}
        )
    for part in _chunks(by_kind["card"]):
        found.update(dict.fromkeys(map(keys.card, part)) | {keys.card(one.article): one for one in cards(part)})
    for part in _chunks(by_kind["permalink"]):
        found.update(dict.fromkeys(map(keys.permalink, part)) | dict(_paths(part)))
    for part in _chunks(by_kind["value"]):
        found.update(dict.fromkeys(part) | dict(_values(part)))


def editions(articles: list[str]) -> list[Edition]:
    """The live editions of these articles."""
    current = CardRow.objects.filter(article=OuterRef("article"), number=OuterRef("number"), state=CardRow.State.LIVE)
    rows = EditionRow.objects.filter(Exists(current), article__in=articles)
    return [decode(data, Edition) for data in rows.values_list("data", flat=True)]


def cards(articles: list[str]) -> list[Card]:
    """The cards of those that are live."""
    rows = CardRow.objects.filter(article__in=articles, state=CardRow.State.LIVE).values_list("data", flat=True)
    return [decode(data, Card) for data in rows]


def _paths(articles: list[str]) -> Iterator[tuple[str, str]]:
    rows = CardRow.objects.filter(article__in=articles, state=CardRow.State.LIVE).values_list("article", "path")
    return ((keys.permalink(str(article)), path) for article, path in rows)


def _values(names: list[str]) -> Iterator[tuple[str, Any]]:
    for key, data in ValueRow.objects.filter(key__in=names).values_list("key", "data"):
        yield key, decode(data, NOUNS[keys.parse(key)[0]])


def _editions_in(found: dict[str, Any]) -> list[Edition]:
    return [value for value in found.values() if isinstance(value, Edition)]


def _needs(edition: Edition) -> Iterator[str]:
    """What an article's page will ask for next."""
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


def _chunks(items: list[str]) -> Iterator[list[str]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
