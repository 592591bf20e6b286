"""Articles annotated by hand with who said what; ``articles/README.md`` says how they are written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from newsdesk.sources.engine.record import KINDS, Link, Record, Span, Statement

ARTICLES = Path(__file__).parent / "articles"
KEPT_ASIDE = ARTICLES / "kept_aside"
STATEMENT_KINDS = ("direct", "mixed", "indirect")
ARTICLE_KEYS = {"desk", "published", "language", "round", "traps", "text", "statement", "unsourced_hedge"}
STATEMENT_KEYS = {"content", "content_at", "cue", "cue_at", "kind", "chain", "said_on", "hedges"}
LINK_KEYS = {"name", "kind", "title", "mention", "at"}
HEDGE_KEYS = {"text", "at"}
MARKS = "\"“”„‘'«"


class Unsound(ValueError):
    """An annotation that does not fit its article; the message says which words."""


@dataclass(frozen=True)
class Article:
    """One annotated article; ``traps`` are free words for what it tries, ``round`` is when it was written."""

    desk: str
    published: date
    language: str
    text: str
    record: Record
    traps: tuple[str, ...] = ()
    round: int = 1


def paths() -> list[Path]:
    """Every annotated article, those kept aside last."""
    return [*sorted(ARTICLES.glob("*.toml")), *sorted(KEPT_ASIDE.glob("*.toml"))]


def load(path: Path) -> Article:
    """The article with every string resolved to its place; raises Unsound where one has none."""
    raw = tomllib.loads(path.read_text("utf-8"))
    _refuse_unknown(raw, ARTICLE_KEYS)
    text = raw["text"]
    record = Record(tuple(_statements(text, raw.get("statement", []))), tuple(_unsourced(text, raw)))
    traps, turn = tuple(raw["traps"]), raw.get("round", 1)
    return Article(raw["desk"], raw["published"], raw["language"], text, record, traps, turn)


def problems(article: Article) -> list[str]:
    """What a careful second reader would refuse, one line each."""
    said = article.record.statements
    return [*_disordered(said), *_said_twice(said), *(line for one in said for line in _doubtful(one, article))]


def _refuse_unknown(raw: dict[str, Any], known: set[str]) -> None:
    if unknown := set(raw) - known:
        raise Unsound(f"no such key: {', '.join(sorted(unknown))}")


def _known(kind: str, kinds: tuple[str, ...]) -> str:
    if kind not in kinds:
        raise Unsound(f"no such kind: {kind}")
    return kind


def _statements(text: str, raws: list[dict[str, Any]]) -> Iterator[Statement]:
    after = 0
    for raw in raws:
        _refuse_unknown(raw, STATEMENT_KEYS)
        content = tuple(_content(text, raw, after))
        yield _statement(text, raw, content)
        after = content[0].start


def _statement(text: str, raw: dict[str, Any], content: tuple[Span, ...]) -> Statement:
    return Statement(
        content=content,
        cue=_nearest(text, raw["cue"], content, raw.get("cue_at")) if raw["cue"] else None,
        kind=_known(raw["kind"], STATEMENT_KINDS),
        chain=tuple(_link(text, link, content) for link in raw["chain"]),
        said_on=raw.get("said_on"),
        hedges=tuple(_hedges(text, raw.get("hedges", []), content)),
        why=(),
    )


def _link(text: str, raw: dict[str, Any], content: tuple[Span, ...]) -> Link:
    _refuse_unknown(raw, LINK_KEYS)
    mention = _nearest(text, raw["mention"], content, raw.get("at"))
    return Link(raw["name"], _known(raw["kind"], KINDS), raw.get("title"), mention)


def _content(text: str, raw: dict[str, Any], after: int) -> Iterator[Span]:
    """The spans in order, each searched from the end of the one before."""
    given = raw.get("content_at") or [None] * len(raw["content"])
    for words, at in zip(raw["content"], given, strict=True):
        span = _at(text, words, text.find(words, after) if at is None else at)
        after = span.end
        yield span


def _hedges(text: str, words: list[str], content: tuple[Span, ...]) -> Iterator[Span]:
    """The hedges in order, each inside the content and after the one before."""
    after = 0
    for hedge in words:
        inside = [span for span in _occurrences(text, hedge, after, len(text)) if _within(span, content)]
        if not inside:
            raise Unsound(f"not in the content: {hedge!r}")
        after = inside[0].end
        yield inside[0]


def _unsourced(text: str, raw: dict[str, Any]) -> Iterator[Span]:
    after = 0
    for hedge in raw.get("unsourced_hedge", []):
        _refuse_unknown(hedge, HEDGE_KEYS)
        found = [_at(text, hedge["text"], hedge["at"])] if "at" in hedge else []
        span = next(iter(found or _occurrences(text, hedge["text"], after, len(text))), None)
        if span is None:
            raise Unsound(f"not in the text: {hedge['text']!r}")
        after = span.end
        yield span


def _at(text: str, words: str, start: int) -> Span:
    if not words or start < 0 or not text.startswith(words, start):
        raise Unsound(f"not in the text: {words!r}")
    return Span(start, start + len(words), words)


def _nearest(text: str, words: str, content: tuple[Span, ...], at: int | None) -> Span:
    """The occurrence outside the content that is nearest to it, in the paragraphs it touches."""
    if at is not None:
        return _at(text, words, at)
    start = text.rfind("\n", 0, content[0].start) + 1
    end = text.find("\n", content[-1].end)
    found = _occurrences(text, words, start, len(text) if end < 0 else end)
    outside = [span for span in found if not _touches(span, content)]
    if not outside:
        raise Unsound(f"not beside its content: {words!r}")
    return min(outside, key=lambda span: min(_gap(span, piece) for piece in content))


def _occurrences(text: str, words: str, start: int, end: int) -> Iterator[Span]:
    """Where the words stand as whole words."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for match in whole.finditer(text, start, end):
        yield Span(match.start(), match.end(), words)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _touches(span: Span, content: tuple[Span, ...]) -> bool:
    return any(span.start < piece.end and piece.start < span.end for piece in content)


def _within(span: Span, content: tuple[Span, ...]) -> bool:
    return any(piece.start <= span.start and span.end <= piece.end for piece in content)


def _disordered(said: tuple[Statement, ...]) -> Iterator[str]:
    for before, one in pairwise(said):
        if one.content[0].start < before.content[0].start:
            yield f"out of order: {one.content[0].text!r}"


def _said_twice(said: tuple[Statement, ...]) -> Iterator[str]:
    pieces = [piece for one in said for piece in one.content]
    for piece in sorted(set(pieces), key=lambda piece: piece.start):
        if pieces.count(piece) > 1:
            yield f"in two statements: {piece.text!r}"


def _doubtful(one: Statement, article: Article) -> Iterator[str]:
    words = one.content[0].text
    if one.cue and _touches(one.cue, one.content):
        yield f"cue inside its content: {words!r}"
    if not one.chain:
        yield f"nobody said it: {words!r}"
    if one.said_on and one.said_on > article.published:
        yield f"said after it was published: {words!r}"
    if not _marked_as(one.kind, one.content):
        yield f"marks that are not {one.kind}: {words!r}"
    for link in one.chain:
        if any(name.casefold() not in article.text.casefold() for name in (link.name, link.title or "")):
            yield f"a name or title that is not printed: {link.name!r}"


def _marked_as(kind: str, content: tuple[Span, ...]) -> bool:
    """Whether the quotation marks are those of the kind; an apostrophe alone says nothing."""
    if kind == "direct":
        return all(piece.text[0] in MARKS for piece in content)
    quoted = any(mark in piece.text for piece in content for mark in "\"“”‘'«")
    return quoted if kind == "mixed" else not any(mark in piece.text for piece in content for mark in '"“”«')
