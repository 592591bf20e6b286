"""Rich text as Wagtail stores it, read into paragraphs and lists of runs. Pure: a function given resolves pages.

https://docs.wagtail.org/en/stable/extending/rich_text_internals.html
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from newsdesk.article.body import BulletList, Paragraph, Run, Text
from newsdesk.article.links import parse_reference

PageReference = Callable[[int], str]
"""A page's number in Wagtail -> ``article:<id>`` or ``page:<id>``, empty where it leads nowhere."""

STRONG, EMPHASIS = ("b", "strong"), ("i", "em")
BLOCKS = ("p", "li", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol")


def nowhere(_page: int) -> str:
    return ""


def blocks(html: str, reference: PageReference = nowhere) -> tuple[Paragraph | BulletList, ...]:
    """The paragraphs and lists in ``html``, empty ones left out; of unknown tags only the words are kept."""
    parser = _Parser(reference)
    parser.feed(html)
    parser.close()
    parser.end_text()
    parser.end_list()
    return tuple(parser.found)


def texts(html: str, reference: PageReference = nowhere) -> tuple[Text, ...]:
    """The same without structure: one text for each paragraph and each item."""
    return tuple(text for block in blocks(html, reference) for text in _texts_of(block))


def _texts_of(block: Paragraph | BulletList) -> tuple[Text, ...]:
    return block.items if isinstance(block, BulletList) else (block.text,)


def tidy(runs: list[Run]) -> Text:
    """Runs of the same marks joined, and no blanks at either end."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return _stripped(joined)


def _stripped(runs: list[Run]) -> Text:
    while runs and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].text.strip():
        del runs[-1]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)


@dataclass
class _List:
    ordered: bool
    items: list[Text] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self, reference: PageReference) -> None:
        super().__init__(convert_charrefs=True)
        self.reference = reference
        self.found: list[Paragraph | BulletList] = []
        self.runs: list[Run] = []
        self.list: _List | None = None
        self.depth = self.strong = self.emphasis = 0
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in STRONG:
            self.strong += 1
        elif tag in EMPHASIS:
            self.emphasis += 1
        elif tag == "a":
            self.hrefs.append(self._href(dict(attrs)))
        elif tag == "br":
            self._say("\n")
        elif tag in BLOCKS:
            self.end_text()
        elif tag in LISTS:
            self.begin_list(ordered=tag == "ol")

    def handle_endtag(self, tag: str) -> None:
        if tag in STRONG:
            self.strong = max(0, self.strong - 1)
        elif tag in EMPHASIS:
            self.emphasis = max(0, self.emphasis - 1)
        elif tag == "a" and self.hrefs:
            self.hrefs.pop()
        elif tag in BLOCKS:
            self.end_text()
        elif tag in LISTS and self.depth:
            self.end_text()
            self.depth -= 1
            if not self.depth:
                self.end_list()

    def handle_data(self, data: str) -> None:
        self._say(data)

    def begin_list(self, ordered: bool) -> None:
        """A list within a list goes on as the outer one."""
        self.end_text()
        self.depth += 1
        self.list = self.list or _List(ordered)

    def end_text(self) -> None:
        text, self.runs = tidy(self.runs), []
        if text and self.list:
            self.list.items.append(text)
        elif text:
            self.found.append(Paragraph(text))

    def end_list(self) -> None:
        if self.list and self.list.items:
            self.found.append(BulletList(tuple(self.list.items), self.list.ordered))
        self.list, self.depth = None, 0

    def _say(self, words: str) -> None:
        self.runs.append(Run(words, self.strong > 0, self.emphasis > 0, self.hrefs[-1] if self.hrefs else ""))

    def _href(self, attrs: dict[str, str | None]) -> str:
        """The reference a link keeps; empty, so that only its words stay, where it leads nowhere or is not harmless."""
        if attrs.get("linktype") == "page":
            number = attrs.get("id") or ""
            return self.reference(int(number)) if number.isascii() and number.isdigit() else ""
        href = attrs.get("href") or ""
        try:
            return href if parse_reference(href) else ""
        except ValueError:  # no URL at all: urlsplit refuses some brackets
            return ""
