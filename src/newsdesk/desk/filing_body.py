"""Files a body: each of Wagtail's blocks as the plain values of its kind, empty ones left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from wagtail.models import Page

from newsdesk.article.body import (
    Block,
    Body,
    Embed,
    FactBox,
    Gallery,
    Heading,
    PictureUse,
    PullQuote,
    RelatedCard,
    Table,
)
from newsdesk.desk import richtext

Filed = tuple[Block, ...]


def file_body(stream: Any) -> Body:
    """The blocks of a StreamField's value; one text block may hold many paragraphs."""
    reference = cache(page_reference)
    return tuple(filed for block in stream for filed in FILE[block.block_type](block.value, reference))


def page_reference(number: int) -> str:
    """What a link to a page is kept as: ``article:<id>`` or ``page:<id>``; empty for a page no reader may see."""
    page = Page.objects.filter(pk=number).specific().first()
    kind = {"articlepage": "article", "briefpage": "article", "infopage": "page"}.get(type(page)._meta.model_name or "")
    return f"{kind}:{page.archive_id}" if kind else ""


def _text(value: Any, reference: richtext.PageReference) -> Filed:
    return richtext.blocks(value.source, reference)


def _heading(value: str, reference: richtext.PageReference) -> Filed:
    words = (value or "").strip()
    return (Heading(words),) if words else ()


def _pull_quote(value: Mapping[str, Any], reference: richtext.PageReference) -> Filed:
    return (PullQuote(value["text"], value["who"] or ""),) if value["text"] else ()


def _use(value: Mapping[str, Any]) -> PictureUse:
    return PictureUse(value["picture"].archive_id, value["caption"] or "", value["alt"] or "")


def _picture(value: Mapping[str, Any], reference: richtext.PageReference) -> Filed:
    return (_use(value),) if value["picture"] else ()


def _gallery(value: Mapping[str, Any], reference: richtext.PageReference) -> Filed:
    uses = tuple(_use(use) for use in value["pictures"] if use["picture"])
    return (Gallery(uses, value["title"] or ""),) if uses else ()


def _embed(value: Mapping[str, Any], reference: richtext.PageReference) -> Filed:
    if not value["url"]:
        return ()
    return (Embed(value["url"], value["title"] or value["url"], value["provider"] or ""),)


def _table(value: Mapping[str, Any], reference: richtext.PageReference) -> Filed:
    table = value["table"]
    if not table or not table.columns:
        return ()
    heads = tuple(column["heading"] or "" for column in table.columns)
    rows = tuple(tuple(str(cell or "") for cell in row["values"]) for row in table.row_data)
    has_head = any(heads)
    return (Table((heads, *rows) if has_head else rows, table.caption or "", has_head, bool(value["has_stub"])),)


def _fact_box(value: Mapping[str, Any], reference: richtext.PageReference) -> Filed:
    texts = richtext.texts(value["text"].source, reference)
    return (FactBox(value["title"] or "", texts),) if value["title"] or texts else ()


def _related_card(value: Any, reference: richtext.PageReference) -> Filed:
    kind, _, id = reference(value.pk).partition(":") if value else ("", "", "")
    return (RelatedCard(id),) if kind == "article" else ()


FILE: Mapping[str, Callable[[Any, richtext.PageReference], Filed]] = {
    "paragraph": _text,
    "list": _text,
    "heading": _heading,
    "pull_quote": _pull_quote,
    "picture": _picture,
    "gallery": _gallery,
    "embed": _embed,
    "table": _table,
    "fact_box": _fact_box,
    "related_card": _related_card,
}
