"""A body in XHTML, HTML or plain text -> the blocks of an article's body, with no word lost.

A block quotation stays text, set in emphasis: the desk's pull quotes repeat words that the text has already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from newsdesk.article.body import (
    Block,
    Body,
    BulletList,
    Embed,
    Heading,
    Paragraph,
    PictureUse,
    Run,
    Table,
    Text,
    plain_text,
    runs,
)
from newsdesk.wire.formats.ninjs.runs import tidy
from newsdesk.wire.formats.ninjs.tree import CONTAINERS, EMPHASIS, HEADINGS, STRONG, tree

Pictures = Mapping[str, str]
"""What an ``img`` may point at (a URI, a file, a name) -> the URI of the photograph."""

Piece = Run | Block
PLAIN = Run("")


def blocks(markup: str, pictures: Pictures | None = None) -> Body:
    """The blocks of a piece of markup; of tags that mean nothing here the words are kept."""
    return tuple(_flow(tree(markup), PLAIN, pictures or {}))


def plain_blocks(text: str) -> Body:
    """A paragraph for each part between blank lines; where there is no blank line, for each line."""
    apart = r"\n\s*\n" if re.search(r"\n\s*\n", text.strip()) else r"\n"
    texts = (tidy([Run(" ".join(part.split()))]) for part in re.split(apart, text))
    return tuple(Paragraph(found) for found in texts if found)


def _flow(element: Element, mark: Run, pictures: Pictures) -> Iterator[Block]:
    """Blocks stand for themselves; the words between them make paragraphs.

    ``mark`` is an empty run with the marks of the elements around.
    """
    waiting: list[Run] = []
    for piece in _pieces(element, mark, pictures):
        if isinstance(piece, Run):
            waiting.append(piece)
            continue
        yield from _paragraph(waiting)
        waiting = []
        yield piece
    yield from _paragraph(waiting)


def _paragraph(waiting: list[Run]) -> Iterator[Paragraph]:
    if text := tidy(waiting):
        yield Paragraph(text)


def _pieces(element: Element, mark: Run, pictures: Pictures) -> Iterator[Piece]:
    yield _say(element.text, mark)
    for child in element:
        yield from _child(child, _marked(child, mark), pictures)
        yield _say(child.tail, mark)


def _child(child: Element, mark: Run, pictures: Pictures) -> Iterator[Piece]:
    match child.tag:
        case "br":
            yield replace(mark, text="\n")
        case "hr":
            yield from _paragraph([])
        case "ul" | "ol":
            yield from _list(child, mark, pictures)
        case "table":
            yield from _table(child)
        case "figure":
            yield from _figure(child, mark, pictures)
        case "img":
            yield from _image(child, pictures)
        case "iframe":
            yield from _embed(child)
        case tag if tag in HEADINGS:
            yield from ([Heading(words)] if (words := _words(child)) else [])
        case tag if tag in CONTAINERS:
            yield from _flow(child, mark, pictures)
        case _:
            yield from _pieces(child, mark, pictures)


def _say(words: str | None, mark: Run) -> Run:
    """Line breaks of the source are blanks; those by intent are runs of their own."""
    return replace(mark, text=(words or "").replace("\n", " "))


def _marked(element: Element, mark: Run) -> Run:
    if element.tag in STRONG:
        return replace(mark, strong=True)
    if element.tag in EMPHASIS:
        return replace(mark, emphasis=True)
    href = element.get("href", "") if element.tag == "a" else ""
    return replace(mark, href=href) if href else mark


def _list(element: Element, mark: Run, pictures: Pictures) -> Iterator[Block]:
    """A list within a list goes on as the outer one; pictures in it come after it."""
    inside = list(_flow(element, mark, pictures))
    texts = tuple(text for block in inside for text in _texts(block))
    if texts:
        yield BulletList(texts, ordered=element.tag == "ol")
    yield from (block for block in inside if isinstance(block, PictureUse | Embed | Table))


def _texts(block: Block) -> tuple[Text, ...]:
    match block:
        case Paragraph(text=text):
            return (text,)
        case BulletList(items=items):
            return items
        case Heading(text=words):
            return ((Run(words, strong=True),),)
        case _:
            return ()


def _table(element: Element) -> Iterator[Block]:
    lines = [[cell for cell in row if cell.tag in ("th", "td")] for row in element.iter("tr")]
    lines = [line for line in lines if line]
    width = max(map(len, lines), default=0)
    caption = element.find("caption")
    if not width:
        yield from _paragraph([Run(_words(element))])
        return
    yield Table(
        rows=tuple(tuple(_words(cell) for cell in line) + ("",) * (width - len(line)) for line in lines),
        caption=_words(caption) if caption is not None else "",
        has_head=all(cell.tag == "th" for cell in lines[0]),
        has_stub=len(lines) > 1 and all(line[0].tag == "th" for line in lines[1:]),
    )


def _figure(element: Element, mark: Run, pictures: Pictures) -> Iterator[Block]:
    """The photograph with its caption, where it is one of the item's; else what the figure holds, words and all."""
    image = element.find(".//img")
    use = next(_image(image, pictures), None) if image is not None else None
    if use is None:
        yield from _flow(element, mark, pictures)
        return
    caption = element.find(".//figcaption")
    yield replace(use, caption=_words(caption) if caption is not None else "")


def _image(element: Element, pictures: Pictures) -> Iterator[PictureUse]:
    pointed = (element.get(name, "") for name in ("data-uri", "data-assoc-ref", "src"))
    if found := next((pictures[name] for name in pointed if name in pictures), ""):
        yield PictureUse(found, alt=element.get("alt", ""))


def _embed(element: Element) -> Iterator[Block]:
    url = element.get("src", "")
    if url.startswith(("https://", "http://")):
        yield Embed(url, title=element.get("title") or url, provider=urlsplit(url).hostname or "")


def _words(element: Element) -> str:
    """The bare words of an element in one line."""
    return " ".join(plain_text(tuple(_flow(element, PLAIN, {}))).split())


def same_words(block: Block, words: str) -> bool:
    """Whether a block says just these words, whatever their blanks and case."""
    return " ".join(plain_text((block,)).split()).casefold() == " ".join(words.split()).casefold()


def hrefs(body: Body) -> Iterator[str]:
    yield from (run.href for block in body for run in runs(block) if run.href)
