"""What is spoken of an edition: its sentences in the order a listener hears them, and the digest a clip is bound to.

Printed text only; how a voice says it is decided in ``audio/script``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from newsdesk.article.body import BulletList, FactBox, Gallery, PictureUse, Table, fold, words_of
from newsdesk.article.byline import Credit
from newsdesk.article.edition import Edition
from newsdesk.article.stops import spans, whole

TITLE = -1
"""The ``item`` of a title that stands above the texts of its block: of a box, a gallery or a table."""

MOST_ROWS, MOST_COLUMNS = 8, 3
"""A listener follows a table of this size row by row; of a larger one only the caption is read."""

PAIRS: Mapping[str, str] = {"“": "”", "«": "»", "„": "“”", '"': '"', "「": "」", "『": "』"}
"""Which marks open a quotation, and which close it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence readers see and hear.

    ``part`` is headline, byline, date, standfirst, body, correction or caption. ``block`` is the index of the block in
    the body, ``item`` that of the text within it: a list's item, a box's paragraph, a table's row, a gallery's picture,
    ``TITLE`` for what stands above them; of a correction, its place in ``edition.corrections``. ``start`` and ``end``
    are characters of that text's bare words, so that ``text`` is ``words[start:end]``; a table's row is its cells with
    a tab between. The lead picture's caption has block -1. ``quote``: it begins within quotation marks. ``language`` is
    empty where it is the edition's. The text of a date is its time in UTC as ISO 8601 writes it.
    """

    part: str
    text: str
    block: int = -1
    item: int = 0
    start: int = 0
    end: int = 0
    heading: bool = False
    quote: bool = False
    language: str = ""


class Words(NamedTuple):
    """One text of a block before it is cut: ``whole`` where no stop in it ends a sentence."""

    text: str
    item: int = 0
    part: str = "body"
    heading: bool = False
    whole: bool = False


def sentences(edition: Edition) -> tuple[Sentence, ...]:
    """Headline, byline, date, corrections on top, standfirst, lead caption, body, other corrections, as on the page."""
    return tuple(_all(edition))


def digest(edition: Edition) -> str:
    """SHA-256 of what is spoken of this edition; a clip holds it and falls when it differs.

    Places do not count: a picture put between paragraphs leaves the words as they were.
    """
    return _digest(edition, sentences(edition))


def undated(edition: Edition) -> str:
    """As ``digest``, of the words without the date: a person reads a draft before anybody knows when it comes out."""
    return _digest(edition, tuple(one for one in sentences(edition) if one.part != "date"))


def _digest(edition: Edition, said: tuple[Sentence, ...]) -> str:
    before = [sum(one.part == "body" and one.block < table for one in said) for table in unread_tables(edition)]
    words = [(one.part, one.text, one.heading, one.quote, one.language) for one in said]
    return digest_of(edition.language, words, before)


def digest_of(*said: Any) -> str:
    """SHA-256 of plain values, as a composed clip holds it of the headline and the summary of each of its cards."""
    return sha256(json.dumps(said, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def unread_tables(edition: Edition) -> tuple[int, ...]:
    """The numbers of the blocks that are tables too large to be listened to."""
    return tuple(n for n, block in enumerate(edition.body) if isinstance(block, Table) and not is_read(block))


def is_read(table: Table) -> bool:
    """Whether a table is small enough to be read row by row."""
    return len(table.rows) <= MOST_ROWS and max(map(len, table.rows), default=0) <= MOST_COLUMNS


def _all(edition: Edition) -> Iterator[Sentence]:
    language = edition.language
    yield from _cut(Words(edition.headline, part="headline", whole=True), language)
    yield from _cut(Words(_byline(edition.byline), part="byline", whole=True), language)
    yield Sentence("date", edition.first_published.isoformat())
    yield from _corrections(edition, on_top=True)
    yield from _cut(Words(edition.standfirst, part="standfirst"), language)
    yield from _cut(Words(edition.picture.caption if edition.picture else "", part="caption"), language)
    for number, texts in enumerate(fold(edition.body, TEXTS)):
        for words in texts:
            yield from _cut(words, language, number)
    yield from _corrections(edition, on_top=False)


def _byline(credits: tuple[Credit, ...]) -> str:
    authors = ", ".join(credit.name for credit in credits if not credit.role)
    others = [f"{credit.role}: {credit.name}" for credit in credits if credit.role]
    return "; ".join(part for part in (authors, *others) if part)


def _corrections(edition: Edition, on_top: bool) -> Iterator[Sentence]:
    for number, note in enumerate(edition.corrections):
        if note.on_top is on_top:
            yield from _cut(Words(note.text, number, "correction"), edition.language)


def _cut(words: Words, language: str, block: int = -1) -> Iterator[Sentence]:
    open_mark = ""
    for start, end in whole(words.text) if words.whole else spans(words.text, language):
        text = words.text[start:end]
        quote = bool(open_mark) or text[0] in PAIRS
        yield Sentence(words.part, text, block, words.item, start, end, words.heading, quote)
        open_mark = _still_open(text, open_mark)


def _still_open(text: str, opened: str) -> str:
    """The mark whose quotation is open at the end of ``text``, where ``opened`` was open at its start."""
    for mark in text:
        if opened and mark in PAIRS[opened]:
            opened = ""
        elif not opened and mark in PAIRS:
            opened = mark
    return opened


def _paragraphs(box: FactBox) -> list[Words]:
    title = Words(box.title, TITLE, heading=True, whole=True)
    return [title, *(Words(words_of(text), number) for number, text in enumerate(box.text))]


def _items(block: BulletList) -> list[Words]:
    return [Words(words_of(text), number) for number, text in enumerate(block.items)]


def _rows(table: Table) -> list[Words]:
    rows = [Words("\t".join(row), number, whole=True) for number, row in enumerate(table.rows)]
    return [Words(table.caption, TITLE), *(rows if is_read(table) else [])]


def _captions(gallery: Gallery) -> list[Words]:
    uses = [Words(use.caption, number, "caption") for number, use in enumerate(gallery.pictures)]
    return [Words(gallery.title, TITLE, "caption", whole=True), *uses]


def _caption(use: PictureUse) -> list[Words]:
    return [Words(use.caption, part="caption")]


TEXTS: Mapping[str, Callable[[Any], list[Words]]] = {
    "paragraph": lambda block: [Words(words_of(block.text))],
    "list": _items,
    "heading": lambda block: [Words(block.text, heading=True, whole=True)],
    "pull_quote": lambda block: [],  # words the text already has
    "picture": _caption,
    "gallery": _captions,
    "embed": lambda block: [],  # stands elsewhere
    "table": _rows,
    "fact_box": _paragraphs,
    "related_card": lambda block: [],  # another article
}
