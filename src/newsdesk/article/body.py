"""The kinds of block an article's body is made of, and the one fold over them.

A block is a frozen value. Text inside a block is a tuple of runs, never HTML, so that web, mail, speech and plain
text each write it in their own way and none has to parse another's. A link is kept as a *reference*
(``article:<id>``, ``https://…``; see ``links.py``) and resolved when a sheet is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one set of marks; ``href`` is a reference, empty where the words are no link."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind = "paragraph"
    text: Text


@dataclass(frozen=True, slots=True)
class BulletList:
    kind = "list"
    items: tuple[Text, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    kind = "heading"
    text: str


@dataclass(frozen=True, slots=True)
class PullQuote:
    kind = "pull_quote"
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture as this article uses it: ``picture`` is its id; an empty caption or alt falls back to the picture's
    own.
    """

    kind = "picture"
    picture: str
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    kind = "gallery"
    pictures: tuple[PictureUse, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Embed:
    """Something that stands elsewhere, shown as a plain link card: the reader's page asks no third party for
    anything.
    """

    kind = "embed"
    url: str
    title: str
    provider: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; ``rows[0]`` is the head when ``has_head``; ``has_stub`` marks the first column as row
    heads.
    """

    kind = "table"
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    has_head: bool = True
    has_stub: bool = False


@dataclass(frozen=True, slots=True)
class FactBox:
    kind = "fact_box"
    title: str
    text: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """The card of another article, resolved when the sheet is drawn; ``article`` is its id."""

    kind = "related_card"
    article: str


Block = Paragraph | BulletList | Heading | PullQuote | PictureUse | Gallery | Embed | Table | FactBox | RelatedCard
Body = tuple[Block, ...]

KINDS: Mapping[str, type] = {
    block.kind: block
    for block in (
        Paragraph,
        BulletList,
        Heading,
        PullQuote,
        PictureUse,
        Gallery,
        Embed,
        Table,
        FactBox,
        RelatedCard,
    )
}


def fold(body: Iterable[Block], by_kind: Mapping[str, Callable[[Any], T]]) -> list[T]:
    """What ``by_kind[block.kind]`` makes of each block, in order.

    A kind without an entry is a ``KeyError``: an output must decide about every kind, even if only to leave it out.
    """
    return [by_kind[block.kind](block) for block in body]


def runs(block: Block) -> Iterator[Run]:
    """Every run of linked or marked text in a block, in reading order."""
    match block:
        case Paragraph(text=text):
            yield from text
        case BulletList(items=items):
            for item in items:
                yield from item
        case FactBox(text=paragraphs):
            for paragraph in paragraphs:
                yield from paragraph
        case _:
            return


def words_of(text: Text) -> str:
    """The bare words of a text."""
    return "".join(run.text for run in text)


PLAIN: Mapping[str, Callable[[Any], str]] = {
    "paragraph": lambda b: words_of(b.text),
    "list": lambda b: "\n".join(words_of(item) for item in b.items),
    "heading": lambda b: b.text,
    "pull_quote": lambda b: "",  # words the text already has
    "picture": lambda b: "",
    "gallery": lambda b: "",
    "embed": lambda b: "",
    "table": lambda b: "\n".join("\t".join(row) for row in b.rows),
    "fact_box": lambda b: "\n".join([b.title, *(words_of(p) for p in b.text)]),
    "related_card": lambda b: "",
}


def plain_text(body: Body) -> str:
    """The body as plain text, a blank line between blocks; pictures, cards and repeated words left out."""
    return "\n\n".join(part for part in fold(body, PLAIN) if part)


WORDS_A_MINUTE = 200


def reading_minutes(body: Body) -> int:
    """Whole minutes to read the body, at least 1."""
    return max(1, round(len(plain_text(body).split()) / WORDS_A_MINUTE))


def pictures(block: Block) -> tuple[PictureUse, ...]:
    """Every picture a block shows."""
    match block:
        case PictureUse():
            return (block,)
        case Gallery(pictures=uses):
            return uses
        case _:
            return ()


def references(body: Body) -> Iterator[str]:
    """Every reference a body makes, in order: links, pictures (``picture:<id>``) and cards (``article:<id>``)."""
    for block in body:
        yield from (run.href for run in runs(block) if run.href)
        yield from (f"picture:{use.picture}" for use in pictures(block))
        if isinstance(block, RelatedCard):
            yield f"article:{block.article}"
