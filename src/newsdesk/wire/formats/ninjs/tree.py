"""Markup -> a tree that is whole, shallow enough to walk, and holds nothing but tags of text.

nh3 (https://nh3.readthedocs.io) reads it as a browser would and drops scripts and styles; tags it is not told of it
takes away around their words.
"""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

import nh3

from newsdesk.article.text import storable

STRONG = frozenset({"b", "strong"})
EMPHASIS = frozenset({"i", "em", "blockquote"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# fmt: off
CONTAINERS = frozenset({
    "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "footer", "header", "li", "main", "nav", "p", "pre", "section",
})
# fmt: on
_TABLE = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"})
_OTHER = frozenset({"a", "br", "figure", "hr", "iframe", "img", "ol", "ul"})
_VOID = frozenset({"br", "hr", "img"})
_TAGS = STRONG | EMPHASIS | HEADINGS | CONTAINERS | _TABLE | _OTHER
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "data-uri", "data-assoc-ref"}, "iframe": {"src", "title"}}
_WITHOUT_WORDS = {"script", "style", "title", "template", "noscript"}

DEEPEST = 60
"""Elements further down lose their tag and keep their words: nobody writes so, and a walk must end."""


def tree(markup: str) -> Element:
    """The root of the tree, a ``div``."""
    clean = nh3.clean(
        markup,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        clean_content_tags=_WITHOUT_WORDS,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel", "urn", "tag"},
    )
    builder = _Builder()
    builder.feed(clean)
    builder.close()
    return builder.root()


class _Builder(HTMLParser):
    """Knows only the output of nh3: every element is closed, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._made = TreeBuilder()
        self._made.start("div", {})
        self._depth = 0

    def root(self) -> Element:
        self._made.end("div")
        return self._made.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: storable(value or "") for name, value in attrs}
        if tag in _VOID:
            self._made.start(tag, given)
            self._made.end(tag)
            return
        self._depth += 1
        if self._depth <= DEEPEST:
            self._made.start(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._depth <= DEEPEST:
            self._made.end(tag)
        self._depth -= 1

    def handle_data(self, data: str) -> None:
        self._made.data(storable(data))
