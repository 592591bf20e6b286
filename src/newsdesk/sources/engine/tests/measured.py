"""Compares what the engine reads with what readers annotated; the figures of ``docs/sourcing.md`` come from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from newsdesk.sources.engine.tests.annotated import Article

SAME_CONTENT = 0.5


class Pair(NamedTuple):
    """One annotated statement and the engine's for it, None where it found none."""

    annotated: Any
    read: Any


class Figures(NamedTuple):
    """Shares from 0 to 100; ``chains`` is of all annotated statements, found or not."""

    precision: float
    recall: float
    f1: float
    chains: float
    speakers: float
    kinds: float
    days: float
    hedges: float
    unsourced: float


def measured(articles: Iterable[Article], read: Callable[..., Any]) -> Figures:
    """The figures of a reader over articles."""
    count: Counter[str] = Counter()
    for article in articles:
        record = read(article.text, article.published)
        pairs = list(paired(article, record))
        _count_statements(count, pairs, record)
        _count_hedges(count, "loose", article.record.unsourced_hedges, record.unsourced_hedges)
    return _figures(count)


def paired(article: Article, record: Any) -> Iterator[Pair]:
    """Each annotated statement with the engine's that has the most of its content, if that is half of both."""
    free = list(record.statements)
    for statement in article.record.statements:
        best = max(free, key=lambda other: overlap(statement, other), default=None)
        if best is not None and overlap(statement, best) >= SAME_CONTENT:
            free.remove(best)
            yield Pair(statement, best)
        else:
            yield Pair(statement, None)


def overlap(one: Any, other: Any) -> float:
    """The Jaccard index of two contents, by characters."""
    a, b = _places(one.content), _places(other.content)
    return len(a & b) / len(a | b) if a | b else 0.0


def _places(spans: Iterable[Any]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def same_chain(pair: Pair) -> bool:
    """Whether every link has the name and the kind annotated, in the order annotated."""
    return pair.read is not None and [_link(one) for one in pair.annotated.chain] == [
        _link(one) for one in pair.read.chain
    ]


def _link(link: Any) -> tuple[str, str]:
    return link.name.casefold(), link.kind


def _count_statements(count: Counter[str], pairs: list[Pair], record: Any) -> None:
    count["annotated"] += len(pairs)
    count["read"] += len(record.statements)
    for pair in pairs:
        count["chains"] += same_chain(pair)
        if pair.read is None:
            continue
        count["found"] += 1
        count["speakers"] += bool(pair.read.chain) and _link(pair.annotated.chain[0]) == _link(pair.read.chain[0])
        count["kinds"] += pair.annotated.kind == pair.read.kind
        count["days"] += pair.annotated.said_on == pair.read.said_on
        _count_hedges(count, "hedge", pair.annotated.hedges, pair.read.hedges)


def _count_hedges(count: Counter[str], name: str, annotated: Iterable[Any], read: Iterable[Any]) -> None:
    a, b = _places_by_hedge(annotated), _places_by_hedge(read)
    count[f"{name} annotated"] += len(a)
    count[f"{name} read"] += len(b)
    count[f"{name} both"] += len(a & b)


def _places_by_hedge(spans: Iterable[Any]) -> set[int]:
    return {span.start for span in spans}


def _figures(count: Counter[str]) -> Figures:
    def share(part: str, whole: str) -> float:
        return 100 * count[part] / max(count[whole], 1)

    def f1(both: str, one: str, other: str) -> float:
        return 200 * count[both] / max(count[one] + count[other], 1)

    return Figures(
        precision=share("found", "read"),
        recall=share("found", "annotated"),
        f1=f1("found", "read", "annotated"),
        chains=share("chains", "annotated"),
        speakers=share("speakers", "found"),
        kinds=share("kinds", "found"),
        days=share("days", "found"),
        hedges=f1("hedge both", "hedge annotated", "hedge read"),
        unsourced=f1("loose both", "loose annotated", "loose read"),
    )
