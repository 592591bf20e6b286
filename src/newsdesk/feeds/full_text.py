"""An edition's whole text as plain, safe HTML for feed readers: one fold over the kinds of block.

https://www.rssboard.org/rss-profile#namespace-elements-content-encoded
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext

from newsdesk.article.body import BulletList, Embed, FactBox, PictureUse, PullQuote, Run, Table, Text, fold
from newsdesk.article.byline import Dateline
from newsdesk.article.correction import Correction
from newsdesk.article.edition import Edition
from newsdesk.feeds.lookup import Lookup


def full_text(edition: Edition, look: Lookup) -> str:
    """Corrections that change the meaning, lead picture, dateline, body, other corrections; as one string of HTML."""
    lead = (edition.picture,) if edition.picture else ()
    parts = [
        *(_correction(note) for note in edition.corrections if note.on_top),
        *(_picture(use, look) for use in lead),
        *([_dateline(edition.dateline)] if edition.dateline else []),
        *fold(edition.body, _writers(look)),
        *(_correction(note) for note in edition.corrections if not note.on_top),
    ]
    return "\n".join(part for part in parts if part)


def _writers(look: Lookup) -> Mapping[str, Callable[[Any], str]]:
    return {
        "paragraph": lambda block: _element("p", _text(block.text, look)),
        "list": lambda block: _list(block, look),
        "heading": lambda block: _element("h2", _plain(block.text)),
        "pull_quote": _pull_quote,
        "picture": lambda block: _picture(block, look),
        "gallery": lambda block: _lines([_titled(block.title), *(_picture(use, look) for use in block.pictures)]),
        "embed": _embed,
        "table": _table,
        "fact_box": lambda block: _fact_box(block, look),
        "related_card": lambda block: _related(block.article, look),
    }


def _text(text: Text, look: Lookup) -> str:
    return "".join(_run(run, look) for run in text)


def _run(run: Run, look: Lookup) -> str:
    words = _plain(run.text).replace("\n", "<br>")
    if run.emphasis:
        words = _element("em", words)
    if run.strong:
        words = _element("strong", words)
    url = look.link(run.href) if run.href else ""
    return _link(url, words) if url else words


def _list(block: BulletList, look: Lookup) -> str:
    items = "".join(_element("li", _text(item, look)) for item in block.items)
    return _element("ol" if block.ordered else "ul", items)


def _pull_quote(block: PullQuote) -> str:
    who = f"<p>– {_plain(block.who)}</p>" if block.who else ""
    return _element("blockquote", _element("p", _plain(block.text)) + who)


def _picture(use: PictureUse, look: Lookup) -> str:
    photo = look.photo(use)
    if photo is None:
        return ""
    image = f'<img src="{escape(photo.url)}" alt="{escape(look.alt(use))}" width="{photo.width}">'
    credit = f"({photo.credit})" if photo.credit else ""
    caption = _plain(" ".join(part for part in (photo.caption, credit) if part))
    return _element("figure", image + (_element("figcaption", caption) if caption else ""))


def _embed(block: Embed) -> str:
    provider = f" ({_plain(block.provider)})" if block.provider else ""
    return _element("p", _link(block.url, _plain(block.title)) + provider)


def _table(block: Table) -> str:
    caption = _element("caption", _plain(block.caption)) if block.caption else ""
    return _element("table", caption + "".join(_row(block, number) for number in range(len(block.rows))))


def _row(block: Table, number: int) -> str:
    head = block.has_head and number == 0
    names = ["th" if head or (block.has_stub and column == 0) else "td" for column in range(len(block.rows[number]))]
    cells = zip(names, block.rows[number], strict=True)
    return _element("tr", "".join(_element(name, _plain(words)) for name, words in cells))


def _fact_box(block: FactBox, look: Lookup) -> str:
    return _lines([_titled(block.title), *(_element("p", _text(text, look)) for text in block.text)])


def _related(article: str, look: Lookup) -> str:
    card = look.card(article)
    return _element("p", _link(look.frame.url(card.path), _plain(card.headline))) if card else ""


def _dateline(dateline: Dateline) -> str:
    when = date_format(dateline.filed_on, "DATE_FORMAT") if dateline.filed_on else ""
    source = f"({dateline.source})" if dateline.source else ""
    place = ", ".join(part for part in (dateline.place, when) if part)
    return _element("p", _plain(" ".join(part for part in (place, source) if part)))


def _correction(note: Correction) -> str:
    kind = gettext("Correction") if note.kind == "correction" else gettext("Clarification")
    return _element("p", _element("strong", _plain(kind) + ":") + " " + _plain(note.text))


def _titled(title: str) -> str:
    return _element("h3", _plain(title)) if title else ""


def _plain(words: str) -> str:
    """Words as text of HTML; quotation marks are only masked in attributes."""
    return escape(words, quote=False)


def _link(url: str, words: str) -> str:
    return f'<a href="{escape(url)}">{words}</a>'


def _element(name: str, inside: str) -> str:
    return f"<{name}>{inside}</{name}>"


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
