"""The blocks of an issue as plain text that can be read without the other part: links stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from textwrap import fill
from typing import Any

from newsdesk.article.body import BulletList, FactBox, Gallery, PictureUse, PullQuote, Table, Text, words_of
from newsdesk.newsletter.compose.look import Look

WIDTH = 72


def writers(look: Look) -> Mapping[str, Callable[[Any], str]]:
    return {
        "paragraph": lambda block: _text(block.text, look),
        "list": lambda block: _list(block, look),
        "heading": lambda block: _titled(block.text),
        "pull_quote": _pull_quote,
        "picture": lambda block: _picture(block, look),
        "gallery": lambda block: _gallery(block, look),
        "embed": lambda block: _lines(_wrap(f"{block.title} {block.provider}".strip()), look.link(block.url)),
        "table": _table,
        "fact_box": lambda block: _fact_box(block, look),
        "related_card": lambda block: _card(block.article, look),
    }


def _wrap(words: str, before: str = "") -> str:
    parts = words.splitlines() or [""]
    return "\n".join(
        fill(
            part,
            WIDTH,
            initial_indent=before,
            subsequent_indent=" " * len(before),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for part in parts
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _text(text: Text, look: Look, before: str = "") -> str:
    urls = dict.fromkeys(look.link(run.href) for run in text if run.href)
    return _lines(_wrap(words_of(text), before), *urls)


def _titled(words: str) -> str:
    return f"{words}\n{'-' * min(len(words), WIDTH)}" if words else ""


def _list(block: BulletList, look: Look) -> str:
    marks = [f"{number}. " if block.ordered else "- " for number in range(1, len(block.items) + 1)]
    return "\n".join(_text(item, look, mark) for mark, item in zip(marks, block.items, strict=True))


def _pull_quote(block: PullQuote) -> str:
    return _lines(_wrap(f"“{block.text}”"), f"– {block.who}" if block.who else "")


def _picture(use: PictureUse, look: Look) -> str:
    photo = look.photo(use)
    words = photo and (photo.caption or photo.alt)
    return _wrap(f"[{words}]") if words else ""


def _gallery(block: Gallery, look: Look) -> str:
    return _lines(_titled(block.title), *(_picture(use, look) for use in block.pictures))


def _table(block: Table) -> str:
    return _lines(block.caption, *(" | ".join(row) for row in block.rows))


def _fact_box(block: FactBox, look: Look) -> str:
    return _lines(_titled(block.title), *(_text(text, look) for text in block.text))


def _card(article: str, look: Look) -> str:
    card = look.card(article)
    if card is None:
        return ""
    return _lines(_titled(card.headline), _wrap(card.summary), look.to_card(card))
