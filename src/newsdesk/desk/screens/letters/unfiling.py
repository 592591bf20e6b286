"""A filed body as blocks that can be edited again: what ``filing_body.py`` does, backwards.

So an issue's words stand in one place, also those that a rule chose or that a withdrawal took out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.html import escape

from newsdesk.article.body import Block, Body, BulletList, Embed, FactBox, PictureUse, RelatedCard, Run, Text
from newsdesk.article.links import parse_reference
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.pages.info import InfoPage
from newsdesk.desk.photographs import Photograph

Raw = tuple[str, Any]


def unfile(body: Body) -> list[Raw]:
    """Kinds and values as a ``StreamBlock`` normalises them; what the desk no longer has is left out."""
    return [raw for block in body for raw in UNFILE.get(block.kind, _nothing)(block)]


def _nothing(block: Block) -> Iterator[Raw]:
    yield from ()


def _picture(block: PictureUse) -> Iterator[Raw]:
    found = Photograph.objects.filter(uuid=block.picture).first()
    if found:
        yield "picture", {"picture": found, "caption": block.caption, "alt": block.alt}


def _embed(block: Embed) -> Iterator[Raw]:
    yield "embed", {"url": block.url, "title": block.title, "provider": block.provider}


def _fact_box(block: FactBox) -> Iterator[Raw]:
    yield "fact_box", {"title": block.title, "text": _paragraphs(block.text)}


def _card(block: RelatedCard) -> Iterator[Raw]:
    found = ArticlePage.objects.filter(uuid=block.article).first()
    if found:
        yield "related_card", found


def _list(block: BulletList) -> Iterator[Raw]:
    name = "ol" if block.ordered else "ul"
    yield "list", f"<{name}>{''.join(f'<li>{_html(item)}</li>' for item in block.items)}</{name}>"


def _paragraphs(texts: Iterable[Text]) -> str:
    return "".join(f"<p>{_html(text)}</p>" for text in texts)


def _html(text: Text) -> str:
    return "".join(map(_run, text))


def _run(run: Run) -> str:
    words = str(escape(run.text)).replace("\n", "<br/>")
    words = f"<i>{words}</i>" if run.emphasis else words
    words = f"<b>{words}</b>" if run.strong else words
    return _linked(words, run.href) if run.href else words


def _linked(words: str, href: str) -> str:
    """A link as Wagtail stores it; one that leads nowhere any more is plain words."""
    reference = parse_reference(href)
    if reference is None:
        return words
    if reference.kind == "url":
        return f'<a href="{escape(reference.target)}">{words}</a>'
    model = ArticlePage if reference.kind == "article" else InfoPage
    page = model.objects.filter(uuid=reference.target).values_list("pk", flat=True).first()
    return f'<a linktype="page" id="{page}">{words}</a>' if page else words


UNFILE: Mapping[str, Callable[[Any], Iterator[Raw]]] = {
    "paragraph": lambda block: iter([("paragraph", _paragraphs([block.text]))]),
    "list": _list,
    "heading": lambda block: iter([("heading", block.text)]),
    "picture": _picture,
    "embed": _embed,
    "fact_box": _fact_box,
    "related_card": _card,
}
