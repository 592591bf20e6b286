"""The blocks of an issue as HTML that mail programs keep: plain elements with classes, no table but the author's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from newsdesk.article.body import BulletList, Embed, FactBox, Gallery, PictureUse, PullQuote, Run, Table, Text
from newsdesk.newsletter.compose.look import Look

EMPTY = SafeString("")


def writers(look: Look) -> Mapping[str, Callable[[Any], SafeString]]:
    return {
        "paragraph": lambda block: format_html("<p>{}</p>", _text(block.text, look)),
        "list": lambda block: _list(block, look),
        "heading": lambda block: format_html("<h2>{}</h2>", block.text),
        "pull_quote": _pull_quote,
        "picture": lambda block: _picture(block, look),
        "gallery": lambda block: _gallery(block, look),
        "embed": lambda block: _embed(block, look),
        "table": _table,
        "fact_box": lambda block: _fact_box(block, look),
        "related_card": lambda block: _card(block.article, look),
    }


def _text(text: Text, look: Look) -> SafeString:
    return format_html_join("", "{}", ((_run(run, look),) for run in text))


def _run(run: Run, look: Look) -> SafeString:
    words = mark_safe(escape(run.text).replace("\n", "<br>"))  # noqa: S308 - escaped before
    words = format_html("<em>{}</em>", words) if run.emphasis else words
    words = format_html("<strong>{}</strong>", words) if run.strong else words
    url = look.link(run.href) if run.href else ""
    return format_html('<a href="{}">{}</a>', url, words) if url else words


def _list(block: BulletList, look: Look) -> SafeString:
    items = format_html_join("", "<li>{}</li>\n", ((_text(item, look),) for item in block.items))
    return format_html("<ol>{}</ol>" if block.ordered else "<ul>{}</ul>", items)


def _pull_quote(block: PullQuote) -> SafeString:
    who = format_html('<p class="small soft">– {}</p>', block.who) if block.who else EMPTY
    return format_html("<blockquote><p>{}</p>{}</blockquote>", block.text, who)


def _picture(use: PictureUse, look: Look) -> SafeString:
    photo = look.photo(use)
    if photo is None:
        return EMPTY
    words = " ".join(part for part in (photo.caption, f"({photo.credit})" if photo.credit else "") if part)
    caption = format_html('<p class="small soft">{}</p>', words) if words else EMPTY
    return format_html(
        '<div class="picture"><img src="{}" alt="{}" width="560">{}</div>', photo.url, photo.alt, caption
    )


def _gallery(block: Gallery, look: Look) -> SafeString:
    title = format_html("<h2>{}</h2>", block.title) if block.title else EMPTY
    return title + format_html_join("\n", "{}", ((_picture(use, look),) for use in block.pictures))


def _embed(block: Embed, look: Look) -> SafeString:
    provider = format_html(' <span class="soft">{}</span>', block.provider) if block.provider else EMPTY
    return format_html('<p><a href="{}">{}</a>{}</p>', look.link(block.url), block.title, provider)


def _table(block: Table) -> SafeString:
    caption = format_html("<caption>{}</caption>", block.caption) if block.caption else EMPTY
    rows = format_html_join("\n", "<tr>{}</tr>", ((_row(block, number),) for number in range(len(block.rows))))
    return format_html('<table class="figures">{}{}</table>', caption, rows)


def _row(block: Table, number: int) -> SafeString:
    head = block.has_head and number == 0
    names = ["th" if head or (block.has_stub and column == 0) else "td" for column in range(len(block.rows[number]))]
    cells = zip(names, block.rows[number], strict=True)
    return format_html_join("", "<{}>{}</{}>", ((name, words, name) for name, words in cells))


def _fact_box(block: FactBox, look: Look) -> SafeString:
    texts = format_html_join("\n", "<p>{}</p>", ((_text(text, look),) for text in block.text))
    return format_html('<div class="facts"><h2>{}</h2>{}</div>', block.title, texts)


def _card(article: str, look: Look) -> SafeString:
    card = look.card(article)
    if card is None:
        return EMPTY
    url = look.to_card(card)
    photo = look.photo(card.picture) if card.picture else None
    image = (
        format_html('<a href="{}"><img src="{}" alt="{}" width="560"></a>', url, photo.url, photo.alt)
        if photo
        else EMPTY
    )
    over = format_html('<p class="over">{}</p>', card.section.name) if card.section else EMPTY
    summary = format_html('<p class="soft">{}</p>', card.summary) if card.summary else EMPTY
    title = format_html('<h2><a href="{}">{}</a></h2>', url, card.headline)
    return format_html('<div class="card" lang="{}">{}{}{}{}</div>', card.language, image, over, title, summary)
