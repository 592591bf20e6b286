"""An article's body as plain values -> what Wagtail's StreamField stores; the way back is ``filing_body.py``.

https://docs.wagtail.org/en/stable/topics/streamfield.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any

from newsdesk.article.body import (
    Block,
    Body,
    BulletList,
    Embed,
    FactBox,
    Gallery,
    Heading,
    Paragraph,
    PictureUse,
    PullQuote,
    RelatedCard,
    Run,
    Table,
    Text,
)
from newsdesk.article.links import parse_reference

Stored = list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a body may point at, as the desk numbers it: photographs and pages, each by the name the body uses."""

    photographs: Mapping[str, int]
    pages: Mapping[str, int]


def stored(body: Body, known: Known) -> str:
    """The body as JSON; paragraphs in a row make one block, and what points at something unknown is left out."""
    blocks: Stored = []
    for paragraphs, group in groupby(body, lambda block: isinstance(block, Paragraph)):
        written = [one for block in group for one in _block(block, known)]
        blocks += [("paragraph", "".join(html for _, html in written))] if paragraphs else written
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def _block(block: Block, known: Known) -> Stored:
    match block:
        case Paragraph(text=text):
            return [("paragraph", f"<p>{_html(text, known)}</p>")]
        case BulletList(items=items, ordered=ordered):
            tag = "ol" if ordered else "ul"
            inside = "".join(f"<li>{_html(item, known)}</li>" for item in items)
            return [("list", f"<{tag}>{inside}</{tag}>")]
        case Heading(text=words):
            return [("heading", words)]
        case PullQuote(text=words, who=who):
            return [("pull_quote", {"text": words, "who": who})]
        case PictureUse():
            return [("picture", use) for use in _uses((block,), known)]
        case Gallery(pictures=pictures, title=title):
            uses = [{"type": "item", "value": use} for use in _uses(pictures, known)]
            return [("gallery", {"title": title, "pictures": uses})] if uses else []
        case Embed(url=url, title=title, provider=provider):
            return [("embed", {"url": url, "title": title, "provider": provider})]
        case Table():
            return [("table", {"table": _table(block), "has_stub": block.has_stub})]
        case FactBox(title=title, text=texts):
            words = "".join(f"<p>{_html(text, known)}</p>" for text in texts)
            return [("fact_box", {"title": title, "text": words})]
        case RelatedCard(article=article):
            return [("related_card", known.pages[article])] if article in known.pages else []
    raise TypeError(f"no block of the desk's is a {block.kind}")


def _uses(uses: tuple[PictureUse, ...], known: Known) -> list[dict[str, Any]]:
    return [
        {"picture": known.photographs[use.picture], "caption": use.caption, "alt": use.alt}
        for use in uses
        if use.picture in known.photographs
    ]


def _table(block: Table) -> dict[str, Any]:
    """Wagtail keeps the head of a table in its columns; without one they have no words."""
    heads, rows = (block.rows[0], block.rows[1:]) if block.has_head else (("",) * len(block.rows[0]), block.rows)
    return {
        "columns": [{"type": "text", "heading": words} for words in heads],
        "rows": [{"values": list(row)} for row in rows],
        "caption": block.caption,
    }


def _html(text: Text, known: Known) -> str:
    return "".join(_run(run, known) for run in text)


def _run(run: Run, known: Known) -> str:
    words = escape(run.text, quote=False).replace("\n", "<br/>")
    words = f"<i>{words}</i>" if run.emphasis else words
    words = f"<b>{words}</b>" if run.strong else words
    if run.href in known.pages:
        return f'<a linktype="page" id="{known.pages[run.href]}">{words}</a>'
    reference = parse_reference(run.href) if run.href else None
    return f'<a href="{escape(run.href)}">{words}</a>' if reference and reference.kind == "url" else words
