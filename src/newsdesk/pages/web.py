"""An article's body as HTML: one small function for each kind of block, folded over it.

https://html.spec.whatwg.org/multipage/grouping-content.html
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.html import escape
from django.utils.translation import gettext

from newsdesk.archive.leading import leads_to
from newsdesk.archive.reader import Archive
from newsdesk.article import links
from newsdesk.article.body import (
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
    fold,
)
from newsdesk.pages import marks
from newsdesk.pages.contexts import Html, Image
from newsdesk.pages.images import image, markup
from newsdesk.pages.teasers import teaser
from newsdesk.press.frame import Frame


@dataclass(frozen=True, slots=True)
class Web:
    """Writes blocks for a page; looks up what they refer to in the archive."""

    archive: Archive
    frame: Frame

    def html(self, body: Body) -> Html:
        return Html("\n".join(part for part in fold(body, self._by_kind()) if part))

    def _by_kind(self) -> Mapping[str, Callable[[Any], str]]:
        return {
            "paragraph": self.paragraph,
            "list": self.bullets,
            "heading": self.heading,
            "pull_quote": self.pull_quote,
            "picture": self.picture,
            "gallery": self.gallery,
            "embed": self.embed,
            "table": self.table,
            "fact_box": self.fact_box,
            "related_card": self.related,
        }

    # text

    def text(self, text: Text) -> str:
        return "".join(self.run(run) for run in text)

    def run(self, run: Run) -> str:
        words = escape(run.text).replace("\n", "<br>")
        words = f"<em>{words}</em>" if run.emphasis else words
        words = f"<strong>{words}</strong>" if run.strong else words
        if run.href.startswith(marks.HREF):
            return self.cue(words, run.href.removeprefix(marks.HREF))
        target = leads_to(self.archive, run.href) if run.href else ""
        return f'<a href="{escape(target)}">{words}</a>' if target else words

    def cue(self, words: str, id: str) -> str:
        """Where the text says who said something: it leads to the chain, and is described by it."""
        return f'<a class="cue" id="t-{id}" href="{marks.HREF}{id}" aria-describedby="s-{id}">{words}</a>'

    # blocks

    def paragraph(self, block: Paragraph) -> str:
        return f"<p>{self.text(block.text)}</p>"

    def bullets(self, block: BulletList) -> str:
        tag = "ol" if block.ordered else "ul"
        return f"<{tag}>{''.join(f'<li>{self.text(item)}</li>' for item in block.items)}</{tag}>"

    def heading(self, block: Heading) -> str:
        return f"<h2>{escape(block.text)}</h2>"

    def pull_quote(self, block: PullQuote) -> str:
        """The words stand in the text already: those who hear the page are not told them twice."""
        who = f"<figcaption>{escape(block.who)}</figcaption>" if block.who else ""
        return f'<figure class="pull" aria-hidden="true"><blockquote>{escape(block.text)}</blockquote>{who}</figure>'

    def picture(self, block: PictureUse) -> str:
        shown = image(self.archive, block)
        return figure(shown, "lead") if shown else ""

    def gallery(self, block: Gallery) -> str:
        shown = [one for use in block.pictures if (one := image(self.archive, use))]
        title = f"<h2>{escape(block.title)}</h2>" if block.title else ""
        figures = "".join(figure(one, "half") for one in shown)
        return f'<section class="gallery">{title}<div>{figures}</div></section>' if shown else ""

    def embed(self, block: Embed) -> str:
        where = block.provider or urlsplit(block.url).hostname or ""
        if links.parse_reference(block.url) is None:
            return ""
        return (
            f'<p class="embed"><a href="{escape(block.url)}"><b>{escape(block.title)}</b>'
            f" <span>{escape(where)}</span></a></p>"
        )

    def table(self, block: Table) -> str:
        caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
        rows = list(block.rows)
        head = f"<thead>{_row(rows.pop(0), 'col')}</thead>" if block.has_head and rows else ""
        body = "".join(_row(row, "row" if block.has_stub else "") for row in rows)
        label = escape(block.caption or gettext("Table"))
        region = f'<div class="table" tabindex="0" role="region" aria-label="{label}">'
        return f"{region}<table>{caption}{head}<tbody>{body}</tbody></table></div>"

    def fact_box(self, block: FactBox) -> str:
        text = "".join(f"<p>{self.text(paragraph)}</p>" for paragraph in block.text)
        return f'<aside class="facts"><h2>{escape(block.title)}</h2>{text}</aside>'

    def related(self, block: RelatedCard) -> str:
        """Headline, summary, site and authors of an article, as they are today; nothing once it is withdrawn."""
        card = self.archive.card(block.article)
        if card is None:
            return ""
        shown = teaser(self.archive, self.frame, card, pictured=True)
        pictured = markup(shown.image, "small", alt=False) if shown.image else ""
        by = " · ".join(escape(part) for part in (self.frame.site_name, shown.by) if part)
        label = escape(gettext("Related"))
        return (
            f'<aside class="card" aria-label="{label}"><div>'
            f'<p class="over"><b>{label}</b> {escape(shown.at.day)}</p>'
            f'<p class="title"><a href="{escape(shown.path)}">{escape(shown.headline)}</a></p>'
            f'<p>{escape(shown.summary)}</p><p class="by">{by}</p></div>{pictured}</aside>'
        )


def figure(shown: Image, use: str, *, first: bool = False, cls: str = "") -> str:
    """A picture with its caption, and its credit in parentheses."""
    named = f' class="{cls}"' if cls else ""
    credit = f' <span class="credit">({escape(shown.credit)})</span>' if shown.credit else ""
    words = f"<figcaption>{escape(shown.caption)}{credit}</figcaption>" if shown.caption or credit else ""
    return f"<figure{named}>{markup(shown, use, first=first)}{words}</figure>"


def _row(cells: tuple[str, ...], heads: str) -> str:
    """``heads``: ``col`` makes every cell a head, ``row`` the first one."""
    first = len(cells) if heads == "col" else int(heads == "row")
    tagged = [f'<th scope="{heads}">{escape(cell)}</th>' for cell in cells[:first]]
    return f"<tr>{''.join(tagged + [f'<td>{escape(cell)}</td>' for cell in cells[first:]])}</tr>"
