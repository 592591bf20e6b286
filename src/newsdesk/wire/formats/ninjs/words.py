"""Headlines, descriptions and genres: picks the one meant by its role, and reads it as plain words.

Roles are a provider's own words or URIs; only the last part of a URI counts, in lower case and without marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.article.body import plain_text
from newsdesk.article.edition import Kind
from newsdesk.wire.formats.ninjs.document import Document
from newsdesk.wire.formats.ninjs.markup import blocks

HEADLINE = ("main", "headline", "title", "")
STANDFIRST = ("summary", "standfirst", "abstract", "teaser", "ingress", "lead", "")
CAPTION = ("caption", "main", "description", "text", "")
ALT_TEXT = ("alttext", "alt", "alternativetext", "accessibility")

_GENRES: dict[str, Kind] = {
    "explainer": "explainer",
    "background": "explainer",
    "backgrounder": "explainer",
    "analysis": "analysis",
    "opinion": "opinion",
    "commentary": "opinion",
    "comment": "opinion",
    "column": "opinion",
    "editorial": "opinion",
    "investigation": "investigation",
    "investigative": "investigation",
}


def role(words: str) -> str:
    """``http://cv.iptc.org/newscodes/x/Alt-Text`` and ``altText`` are both ``alttext``."""
    return re.sub(r"[^a-z0-9]", "", re.split(r"[/:#]", words)[-1].lower())


def by_role(values: Sequence[Document], roles: Sequence[str]) -> str:
    """The words of the value whose role comes first in ``roles``; empty where none has one of them."""
    found = {role(value.text("role")): value for value in reversed(values)}
    return next((words for name in roles if name in found and (words := _words(found[name]))), "")


def kind(document: Document) -> Kind:
    """``profile: brief`` makes a brief; else the first genre that has a name here; else news."""
    if role(document.text("profile")) == "brief":
        return "brief"
    names = (role(genre.text(field)) for genre in document.each("genres") for field in ("name", "literal", "uri"))
    return next((_GENRES[name] for name in names if name in _GENRES), "news")


def _words(value: Document) -> str:
    words = value.text("value")
    return plain_text(blocks(words)) if "html" in value.text("contenttype") else words
